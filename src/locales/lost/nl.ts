import type { lost as sv } from './sv.ts';

/** Words about lost and stolen phones. */
export const lost: Readonly<Record<keyof typeof sv, string>> = {
  'lost.ask-how': 'Ik meld het ook aan ICT. Is hij verloren of gestolen?',
  'lost.ask-number': 'Welk nummer heeft de telefoon?',
  'lost.ask-where': 'Waar is het gebeurd?',
  'lost.ask-when': 'Wanneer is het gebeurd?',
  'lost.ask-police': 'Is er aangifte gedaan van de diefstal?',
  'lost.hint-number': 'Schrijf het nummer',
  'lost.hint-where': 'Schrijf de plaats, bijvoorbeeld de bus naar Goes',
  'lost.hint-police': 'Kies, of schrijf het nummer van de aangifte',
  'lost.lost': 'Verloren',
  'lost.stolen': 'Gestolen',
  'lost.unknown': 'Weet ik niet',
  'lost.police-yes': 'Ja, er is aangifte gedaan',
  'lost.police-no': 'Nee, nog niet',
  'lost.told-it': 'Het is nu gemeld, met referentie {reference}. Nog een paar vragen:',
  'lost.what-lost': 'Verloren mobiel',
  'lost.what-stolen': 'Gestolen mobiel',
  'lost.number-unknown': 'nummer onbekend',
};
