import { foldedWords } from '../domain/people/search/fold.ts';

/** What a file of people can tell of each. */
export const COLUMNS = [
  'id',
  'name',
  'first-name',
  'last-name',
  'unit',
  'role',
  'phone',
  'extension',
  'private-phone',
  'email',
  'services',
  'hours',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What columns are called in the files of switchboards and staff systems, in the four languages. */
const CALLED: Readonly<Record<Column, string>> = {
  id: 'id|anställningsnummer|ansattnummer|personeelsnummer|employee id|employee number',
  name: 'name|namn|navn|naam',
  'first-name': 'first name|förnamn|fornavn|voornaam|given name',
  'last-name': 'last name|efternamn|etternavn|achternaam|surname|family name',
  unit: 'unit|enhet|avdelning|avdeling|afdeling|department|förvaltning',
  role: 'role|roll|titel|befattning|rolle|tittel|stilling|rol|functie|title|job title',
  phone: 'phone|telefon|telefoon|direktnummer|telephone|work phone|tjänstetelefon|jobbtelefon',
  extension: 'extension|anknytning|internnummer|toestel|doorkiesnummer|kortnummer',
  'private-phone': 'private phone|privat telefon|privatnummer|privat mobil|privénummer|home phone|privat',
  email: 'email|e-mail|mejl|e-post|epost|mail|mailadress',
  services: 'services|service|tjänster|tjänst|ansvarar för|tjenester|ansvar|diensten|responsibilities',
  hours: 'hours|telefontid|svarstid|öppettider|telefontid|åpningstider|openingstijden|opening hours',
};

const KNOWN = new Map(
  COLUMNS.flatMap((column) => CALLED[column].split('|').map((called) => [plainly(called), column] as const)),
);

/** Which column a heading means; null: none that is known. */
export function columnOf(heading: string): Column | null {
  return KNOWN.get(plainly(heading)) ?? null;
}

function plainly(heading: string): string {
  return foldedWords(heading.replaceAll(/[-_]/g, ' ')).join('');
}
