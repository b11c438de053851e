import { journey } from '../support/journeys/journey.ts';

const SHARED = { organisation: 'itcentrum', at: '2026-11-23T10:00', alone: true } as const;
const REAL = { organisation: 'itcentrum', at: '2022-10-24T09:00', alone: true } as const;

describe('IT writes notices in the chat', () => {
  journey('scenario E’s real window, entered line by line', REAL, async ({ somebody, desk }) => {
    const it = desk();
    await it.says('nytt servicefönster');
    await it.presses('En fråga i taget');
    await it.says('lö 29 okt 10–14 personalsystem Tierp');
    it.hears('lördag 29 oktober 2022 10:00–14:00 Personalsystemen, Tierp');
    await it.says('sö 29 okt 12–14 Tierpsbyggen, Tierp');
    it.hears('dagen är lördag 29 oktober 2022, inte den veckodag du skrev');
    await it.says('lö 29 okt 12–14 Tierpsbyggen, Tierp');
    await it.says('sön 30/10 10-13 Treserva och TES, Älvkarleby');
    await it.presses('Det var allt');
    await it.says('support per telefon 10–16 båda dagarna');
    await it.presses('Det var allt');
    await it.says('Vi flyttar servrar');
    await it.presses('Nej');
    await it.presses('Hoppa över');
    await it.presses('Ingen rutin');
    await it.presses('Nej');
    it.hears('Planned work', 'Text missing in English', 'söndag 30 oktober 10–16, per telefon');
    await it.presses('Skriv på engelska');
    await it.presses('En fråga i taget');
    await it.says('We move servers');
    await it.says('by phone');
    it.hears('We move servers', 'Sunday 30 October 10:00–16:00, by phone');
    it.hearsNoneOf('Text missing');
    await it.presses('Skicka');
    it.hears('Skickat.');
    const anna = somebody({ site: 'tierp' });
    await anna.says('är det driftstopp?');
    anna.hears('Personalsystemen');
  });

  journey('who reads what of a window is seen before it is sent', REAL, async ({ somebody, desk }) => {
    const tore = somebody({ user: 'tore' });
    await tore.says('prenumerera');
    await tore.presses('Prenumerera');
    await tore.presses('Ändra enheter');
    await tore.presses('Tierp');
    await tore.presses('Klart');
    const it = desk();
    await it.says('nytt servicefönster');
    await it.presses('En fråga i taget');
    await it.says('lö 29 okt 10–14 personalsystem Tierp');
    await it.says('sö 30 okt 10–13 TES, Älvkarleby');
    await it.presses('Det var allt');
    await it.presses('Hoppa över');
    await it.says('Vi flyttar servrar');
    await it.presses('Nej');
    await it.presses('Hoppa över');
    await it.presses('Ingen rutin');
    await it.presses('Nej');
    it.hears('Förhandsvisning på svenska: det här får Tierp', '1 person', 'Ser 1 av 2 delar');
    it.hears('Text missing in English');
  });

  journey('an outage’s life in Swedish', SHARED, async ({ somebody, desk }) => {
    const it = desk();
    await it.says('anmäl driftstopp');
    await it.presses('En fråga i taget');
    await it.says('TES');
    await it.says('Tierp');
    await it.says('TES svarar inte.');
    await it.says('09:30');
    await it.presses('Ja');
    await it.presses('Nej');
    await it.presses('om 30 minuter');
    await it.says('Skriv på papper så länge.');
    await it.presses('Ingen rutin');
    await it.presses('Nej');
    it.hears('Förhandsvisning på svenska', 'kl. 09:30', 'Skriv på papper så länge.');
    await it.presses('Skicka');
    const anna = somebody({ site: 'tierp' });
    await anna.says('TES fungerar inte');
    anna.hears('TES svarar inte.', 'Skriv på papper så länge.');
  });

  journey('what comes after an outage in Swedish', SHARED, async ({ somebody, desk }) => {
    const it = desk();
    await it.says('TES');
    await it.presses('Meddela driftstopp');
    await it.says('TES svarar inte.');
    await it.presses('Vad kan jag göra med det?');
    await it.presses('Skriv nytt besked');
    await it.presses('En fråga i taget');
    await it.says('En disk är trasig.');
    await it.presses('Orsaken är funnen, vi åtgärdar den');
    await it.says('11:00');
    await it.presses('Ja');
    await it.presses('Ja');
    await it.presses('Ja');
    it.hears('Orsaken är funnen', 'En disk är trasig.');
    await it.presses('Skicka');
    await it.presses('Vad kan jag göra med det?');
    await it.presses('Återkalla: det var fel');
    await it.presses('Visa det');
    await it.presses('Det fungerar igen, med ett besked');
    await it.presses('En fråga i taget');
    await it.says('Starta om appen.');
    await it.says('En disk gick sönder. Den är bytt.');
    it.hears('Fungerar igen', 'Starta om appen.', 'En disk gick sönder.');
    await it.presses('Skicka');
    const anna = somebody({ site: 'tierp' });
    await anna.says('är det driftstopp?');
    anna.hearsNoneOf('TES svarar inte');
  });

  journey(
    'an outage’s life in Norwegian',
    { organisation: 'porsanger', at: '2026-11-23T10:00', alone: true },
    async ({ somebody, desk }) => {
      const it = desk();
      await it.says('meld driftsavbrudd');
      await it.presses('Ett spørsmål om gangen');
      await it.presses('Det er ikke kjent hvilke');
      await it.presses('Overalt');
      await it.says('Ingen kommer på nett.');
      await it.presses('nå');
      await it.says('ja');
      await it.says('nei');
      await it.presses('Hopp over');
      await it.presses('Hopp over');
      await it.presses('Ingen rutine');
      await it.presses('Nei');
      it.hears('Forhåndsvisning på norsk', 'Ingen kommer på nett.');
      await it.presses('Send');
      const anna = somebody();
      await anna.says('driftsstatus');
      anna.hears('Ingen kommer på nett.');
      await it.presses('Hva kan jeg gjøre med det?');
      await it.presses('Rett teksten');
      await it.presses('Ett spørsmål om gangen');
      it.hears('Nå står det: «Ingen kommer på nett.»');
      await it.says('Ingen på rådhuset kommer på nett.');
      await it.says('Nobody in the town hall is online.');
      it.hears('Nobody in the town hall is online.');
      await it.presses('Send');
      await anna.says('driftsstatus');
      anna.hears('Ingen på rådhuset kommer på nett.', 'Rettet');
      await it.presses('Hva kan jeg gjøre med det?');
      await it.presses('Trekk tilbake: det var feil');
      await it.presses('Ja, trekk tilbake');
      await anna.says('driftsstatus');
      anna.hearsNoneOf('Ingen på rådhuset');
    },
  );

  journey(
    'an outage’s life in Dutch',
    { organisation: 'kivido', at: '2026-11-23T10:00', alone: true },
    async ({ somebody, desk }) => {
      const it = desk();
      await it.says('storing aankondigen');
      await it.presses('Eén vraag tegelijk');
      await it.presses('Het is niet bekend welke');
      await it.says('Niemand kan mailen.');
      await it.says('een uur geleden');
      await it.presses('Ja');
      await it.presses('Ja');
      await it.says('om 11 uur');
      await it.says('Bel elkaar zolang.');
      await it.presses('Geen routine');
      await it.presses('Nee');
      it.hears('Voorbeeld in het Nederlands', 'Niemand kan mailen.', '09:00', '11:00');
      await it.presses('Versturen');
      const anna = somebody();
      await anna.says('is er een storing?');
      anna.hears('Niemand kan mailen.', 'Bel elkaar zolang.');
      await it.presses('Wat kan ik ermee doen?');
      await it.presses('Het werkt weer');
      await anna.says('is er een storing?');
      anna.hearsNoneOf('Niemand kan mailen.');
    },
  );

  journey('who has read it, and who has not', SHARED, async ({ somebody, desk }) => {
    const anna = somebody({ user: 'anna' });
    const it = desk();
    await it.says('anmäl driftstopp');
    await it.presses('En fråga i taget');
    await it.says('TES');
    await it.presses('Överallt');
    await it.says('TES svarar inte.');
    await it.presses('nu');
    await it.presses('Ja');
    await it.presses('Nej');
    await it.presses('Hoppa över');
    await it.presses('Hoppa över');
    await it.presses('Ingen rutin');
    await it.presses('Ja');
    await it.presses('Skicka');
    await anna.says('är det driftstopp?');
    await anna.presses('Jag har läst det');
    await it.presses('Vad kan jag göra med det?');
    await it.presses('Vilka har läst?');
    it.hears('1 har läst:', 'Alla som har fått det har läst.');
  });

  journey('nobody else writes one', SHARED, async ({ somebody }) => {
    const anna = somebody();
    await anna.says('nytt driftmeddelande');
    anna.hears('Bara IT kan skriva driftmeddelanden här');
  });
});
