import type { FaultPath } from '../fault.ts';

/** The sections whose entries other parts name. */
export const SECTIONS = [
  'contacts',
  'hours',
  'sites',
  'services',
  'roles',
  'policies',
  'circumstances',
  'routines',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Where something is named. */
export interface Reference {
  readonly section: Section;
  readonly id: string | undefined;
  readonly path: FaultPath;
}

/** An id or several. */
export function many(section: Section, ids: readonly string[] = [], path: FaultPath): Reference[] {
  return ids.map((id, i) => ({ section, id, path: ids.length === 1 ? path : [...path, i] }));
}
