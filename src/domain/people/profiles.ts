import type { Playbook } from '../organisation/playbook.ts';
import type { Person } from './person.ts';

/** Ids of people who come from a platform's profiles begin so: a file that is read in does not remove them. */
const MARK = /^(?:teams|slack):/;

/** The id of somebody from a platform's profiles. */
export function profileId(source: string, id: string): string {
  return `${source}:${id}`;
}

export function isFromProfiles({ id }: Pick<Person, 'id'>): boolean {
  return MARK.test(id);
}

/**
 * All people with those of one platform's profiles in the place of the ones that came from there before. Whoever a file or
 * another platform lists already, by their mail address, stays as they are there.
 */
export function withProfiles(
  before: readonly Person[],
  source: string,
  profiles: readonly Person[],
): readonly Person[] {
  const others = before.filter(({ id }) => !id.startsWith(`${source}:`));
  const known = new Set(others.flatMap(({ email }) => (email === null ? [] : [email])));
  return [...others, ...profiles.filter(({ email }) => email === null || !known.has(email))];
}

/** The people of a file, and those of profiles whom it does not list: a file is of its own people alone. */
export function withFile(before: readonly Person[], file: readonly Person[]): readonly Person[] {
  const listed = new Set(file.flatMap(({ email }) => (email === null ? [] : [email])));
  return [
    ...file,
    ...before.filter(
      (person) => isFromProfiles(person) && (person.email === null || !listed.has(person.email)),
    ),
  ];
}

/**
 * Whoever holds a contact of the playbook is called as that contact: its number, hours and what it is kept for hold, and no
 * number of a profile stands beside it (scenario D2).
 */
export function withoutContactNumbers({ contacts }: Playbook, people: readonly Person[]): readonly Person[] {
  const accounts = new Set([...contacts.values()].flatMap((contact) => [...contact.accounts]));
  return people.map((person) =>
    person.email !== null && accounts.has(person.email)
      ? { ...person, phone: null, extension: null, privatePhone: null }
      : person,
  );
}
