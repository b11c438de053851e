import type { Language } from '../../src/domain/organisation/language.ts';

/** What people and IT write in the samples. */
export interface SampleWords {
  readonly noted: string;
  readonly warned: string;
  readonly askWhere: string;
  readonly askHint: string;
  readonly sure: string;
  readonly reached: string;
  readonly yes: string;
  readonly no: string;
  readonly back: string;
  readonly cancel: string;
  readonly danger: string;
  readonly because: string;
  readonly received: string;
  readonly open: string;
  readonly fault: string;
  readonly faultTitle: string;
  readonly labels: readonly [string, string, string];
  readonly values: readonly [string, string, string];
  readonly progress: string;
  readonly myReports: string;
  readonly outage: string;
  readonly latest: string;
  readonly advice: string;
  readonly meToo: string;
  readonly hello: string;
  readonly canDo: string;
  readonly menu: readonly string[];
  readonly about: string;
  readonly role: string;
  readonly callBack: string;
  readonly save: string;
  readonly oneByOne: string;
  readonly maybeOutage: string;
  readonly announce: string;
}

export const SAMPLE_WORDS: Readonly<Record<Language, SampleWords>> = {
  nb: {
    noted: 'Notert. Jeg sier fra når IT har fått den.',
    warned: 'Ingen har fått denne meldingen ennå. Ring hvis det haster.',
    askWhere: 'Hvor er du?',
    askHint: 'Skriv navnet på arbeidsstedet, for eksempel «Lakselv skole».',
    sure: 'Vil du trekke tilbake K7M2-QX4P?',
    reached: 'Fikk du tak i noen?',
    yes: 'Ja, jeg snakket med noen',
    no: 'Nei, ingen svarte',
    back: 'Tilbake',
    cancel: 'Avbryt',
    danger: 'Det er fare for liv',
    because: 'Dette er kritisk, fordi ingen på avdelingen kommer inn i journalen.',
    received: 'Mottatt av IT',
    open: 'Ingen har den ennå',
    fault: 'Journalsystemet åpner seg ikke.\nVi får bare en hvit side, på alle maskinene.',
    faultTitle: 'Journal: Journalsystemet åpner seg ikke.',
    labels: ['Hva', 'Hvor', 'Hvem er rammet'],
    values: ['Journalsystemet åpner seg ikke', 'Helsesenteret', 'Alle på avdelingen'],
    progress: '2 av 5 gjort',
    myReports: 'Dine saker',
    outage: 'Journalsystemet er nede',
    latest: 'Leverandøren er på saken. Ny melding kl. 11:00.',
    advice: 'Bruk papirrutinen så lenge.',
    meToo: 'Jeg er rammet også',
    hello: 'Hei, jeg er Driftvakt for Porsanger kommune',
    canDo: 'Skriv hva som er galt, eller velg her.',
    menu: [
      'Meld en feil',
      'Hvem ringer jeg nå?',
      'Driftsstatus',
      'Når det ikke virker',
      'Mistet telefon',
      'Fravær',
      'Mine saker',
      'Om meg',
    ],
    about: 'Om deg',
    role: 'Rollen din',
    callBack: 'Nummer der du kan nås',
    save: 'Lagre',
    oneByOne: 'Ett spørsmål om gangen',
    maybeOutage: 'Tre saker om det samme på en halv time',
    announce: 'Meld driftsavbrudd',
  },
  sv: {
    noted: 'Noterat. Jag säger till när IT har fått den.',
    warned: 'Ingen har fått den här anmälan än. Ring om det är bråttom.',
    askWhere: 'Var är du?',
    askHint: 'Skriv arbetsplatsens namn, till exempel ”Hedegården”.',
    sure: 'Vill du ta tillbaka K7M2-QX4P?',
    reached: 'Fick du tag på någon?',
    yes: 'Ja, jag pratade med någon',
    no: 'Nej, ingen svarade',
    back: 'Tillbaka',
    cancel: 'Avbryt',
    danger: 'Det är fara för liv',
    because: 'Det här är kritiskt, eftersom ingen på enheten kommer in i journalen.',
    received: 'Mottagen av IT',
    open: 'Ingen har den än',
    fault: 'Journalen öppnas inte.\nDet blir bara en vit sida, på alla datorer.',
    faultTitle: 'Journal: Journalen öppnas inte.',
    labels: ['Vad', 'Var', 'Vilka som är drabbade'],
    values: ['Journalen öppnas inte', 'Hedegården', 'Alla på enheten'],
    progress: '2 av 5 gjorda',
    myReports: 'Dina ärenden',
    outage: 'Journalsystemet ligger nere',
    latest: 'Leverantören felsöker. Nytt besked kl. 11:00.',
    advice: 'Använd pappersrutinen så länge.',
    meToo: 'Jag är också drabbad',
    hello: 'Hej, jag är Driftvakt för Härjedalens kommun',
    canDo: 'Skriv vad som är fel, eller välj här.',
    menu: [
      'Anmäl ett fel',
      'Vem ringer jag nu?',
      'Driftläge',
      'När det inte fungerar',
      'Borttappad telefon',
      'Frånvaro',
      'Mina ärenden',
      'Om mig',
    ],
    about: 'Om dig',
    role: 'Din roll',
    callBack: 'Nummer där du nås',
    save: 'Spara',
    oneByOne: 'En fråga i taget',
    maybeOutage: 'Tre ärenden om samma sak på en halvtimme',
    announce: 'Meddela driftstopp',
  },
  nl: {
    noted: 'Genoteerd. Ik laat het weten als IT het heeft.',
    warned: 'Niemand heeft deze melding nog. Bel als het dringend is.',
    askWhere: 'Waar ben je?',
    askHint: 'Schrijf de naam van je werkplek, bijvoorbeeld ‘De Linde’.',
    sure: 'Wil je K7M2-QX4P intrekken?',
    reached: 'Heb je iemand te pakken gekregen?',
    yes: 'Ja, ik heb iemand gesproken',
    no: 'Nee, niemand nam op',
    back: 'Terug',
    cancel: 'Stoppen',
    danger: 'Er is levensgevaar',
    because: 'Dit is kritiek, want niemand op de afdeling komt in het dossier.',
    received: 'Ontvangen door IT',
    open: 'Niemand heeft het nog',
    fault: 'Het dossier gaat niet open.\nWe zien alleen een wit scherm, op alle computers.',
    faultTitle: 'Dossier: Het dossier gaat niet open.',
    labels: ['Wat', 'Waar', 'Wie er last van heeft'],
    values: ['Het dossier gaat niet open', 'De Linde', 'Iedereen op de afdeling'],
    progress: '2 van 5 gedaan',
    myReports: 'Je meldingen',
    outage: 'Het dossiersysteem ligt plat',
    latest: 'De leverancier is ermee bezig. Nieuw bericht om 11:00.',
    advice: 'Werk zolang op papier.',
    meToo: 'Ik heb er ook last van',
    hello: 'Hallo, ik ben Driftvakt voor Kivido',
    canDo: 'Schrijf wat er mis is, of kies hier.',
    menu: [
      'Meld een storing',
      'Wie bel ik nu?',
      'Status',
      'Als het niet werkt',
      'Telefoon kwijt',
      'Afwezig',
      'Mijn meldingen',
      'Over mij',
    ],
    about: 'Over jou',
    role: 'Je functie',
    callBack: 'Nummer waarop je bereikbaar bent',
    save: 'Bewaren',
    oneByOne: 'Eén vraag tegelijk',
    maybeOutage: 'Drie meldingen over hetzelfde in een half uur',
    announce: 'Storing melden',
  },
  en: {
    noted: 'Noted. I will tell you when IT has it.',
    warned: 'Nobody has this report yet. Call if it is urgent.',
    askWhere: 'Where are you?',
    askHint: 'Write the name of your workplace, such as “Lakselv school”.',
    sure: 'Do you want to withdraw K7M2-QX4P?',
    reached: 'Did you get hold of somebody?',
    yes: 'Yes, I talked to somebody',
    no: 'No, nobody answered',
    back: 'Back',
    cancel: 'Cancel',
    danger: 'Somebody’s life is in danger',
    because: 'This is critical, because nobody on the ward gets into the records.',
    received: 'Received by IT',
    open: 'Nobody has it yet',
    fault: 'The records do not open.\nAll we get is a white page, on every computer.',
    faultTitle: 'Records: The records do not open.',
    labels: ['What', 'Where', 'Who is hit'],
    values: ['The records do not open', 'Health centre', 'Everybody on the ward'],
    progress: '2 of 5 done',
    myReports: 'Your reports',
    outage: 'The records are down',
    latest: 'The supplier is working on it. More at 11:00.',
    advice: 'Work on paper until then.',
    meToo: 'It hits me too',
    hello: 'Hello, I am Driftvakt for Porsanger',
    canDo: 'Write what is wrong, or choose here.',
    menu: [
      'Report a fault',
      'Who do I call now?',
      'Status',
      'When it does not work',
      'Lost phone',
      'Absence',
      'My reports',
      'About me',
    ],
    about: 'About you',
    role: 'Your role',
    callBack: 'A number where you can be reached',
    save: 'Save',
    oneByOne: 'One question at a time',
    maybeOutage: 'Three reports of the same in half an hour',
    announce: 'Announce an outage',
  },
};
