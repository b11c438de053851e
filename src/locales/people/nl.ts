import type { people as sv } from './sv.ts';

/** Words of the directory of people. */
export const people: Readonly<Record<keyof typeof sv, string>> = {
  'people.ask': 'Wie zoek je?',
  'people.hint': 'Schrijf een naam, een afdeling, een functie, een toestelnummer of waar het over gaat.',
  'people.title': 'De telefoongids:',
  'people.found': '{count, plural, one {Eén resultaat} other {# resultaten, het waarschijnlijkste eerst}}',
  'people.reach': 'Bel of schrijf',
  'people.more':
    '{count, plural, one {Nog één past even goed} other {Nog # passen even goed}}. Schrijf meer, bijvoorbeeld de afdeling.',
  'people.services': 'Gaat over: {services}',
  'people.hours': 'Bereikbaar: {hours}',
  'people.private': '{name}, privé',
  'people.stands-in': '{name} (neemt op voor {for})',
  'people.may-be-old': 'Klopt er iets niet? Meld het aan de centrale.',
  'people.none': 'Ik vind niemand die past bij ‘{typed}’.',
  'people.again': 'Opnieuw zoeken',
};
