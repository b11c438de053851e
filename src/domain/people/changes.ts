import type { Person } from './person.ts';

/** What a new list of people changes. */
export interface PeopleChanges {
  readonly added: readonly Person[];
  readonly removed: readonly Person[];
  readonly changed: readonly {
    readonly person: Person;
    /** The fields that are others. */
    readonly fields: readonly (keyof Person)[];
  }[];
  readonly same: number;
}

const FIELDS = [
  'name',
  'unit',
  'role',
  'phone',
  'extension',
  'privatePhone',
  'email',
  'services',
  'hours',
] as const satisfies readonly (keyof Person)[];

/** Whoever has the same id is the same person. */
export function peopleChanges(before: readonly Person[], after: readonly Person[]): PeopleChanges {
  const known = new Map(before.map((person) => [person.id, person]));
  const kept = new Set(after.map(({ id }) => id));
  const pairs = after.map((person) => ({ person, fields: fieldsChanged(known.get(person.id), person) }));
  const changed = pairs.flatMap(({ person, fields }) =>
    fields === null || fields.length === 0 ? [] : [{ person, fields }],
  );
  return {
    added: pairs.flatMap(({ person, fields }) => (fields === null ? [person] : [])),
    removed: before.filter(({ id }) => !kept.has(id)),
    changed,
    same: pairs.filter(({ fields }) => fields?.length === 0).length,
  };
}

/** Null: they are new. */
function fieldsChanged(before: Person | undefined, after: Person): (keyof Person)[] | null {
  if (before === undefined) return null;
  return FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
