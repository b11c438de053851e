import type { lost as sv } from './sv.ts';

/** Words about lost and stolen phones. */
export const lost: Readonly<Record<keyof typeof sv, string>> = {
  'lost.ask-how': 'Jeg sier fra til IT også. Er den mistet eller stjålet?',
  'lost.ask-number': 'Hvilket nummer har telefonen?',
  'lost.ask-where': 'Hvor skjedde det?',
  'lost.ask-when': 'Når skjedde det?',
  'lost.ask-police': 'Er tyveriet anmeldt til politiet?',
  'lost.hint-number': 'Skriv nummeret',
  'lost.hint-where': 'Skriv stedet, for eksempel bussen til Lakselv',
  'lost.hint-police': 'Velg, eller skriv saksnummeret',
  'lost.lost': 'Mistet',
  'lost.stolen': 'Stjålet',
  'lost.unknown': 'Vet ikke',
  'lost.police-yes': 'Ja, det er anmeldt',
  'lost.police-no': 'Nei, ikke ennå',
  'lost.told-it': 'Det er meldt nå, med referanse {reference}. Noen spørsmål til:',
  'lost.what-lost': 'Mistet mobil',
  'lost.what-stolen': 'Stjålet mobil',
  'lost.number-unknown': 'ukjent nummer',
};
