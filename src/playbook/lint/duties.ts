import { managersOf } from '../../domain/duties/people.ts';
import { type Finding, warning } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { LintRule } from './context.ts';
import { many, type Reference } from './reference.ts';

/** What the part on duties names. */
export function dutyReferences({ duties }: PlaybookFile): Reference[] {
  return Object.entries(duties).flatMap(([id, { hours, routine, units }]): Reference[] => [
    { section: 'hours', id: hours, path: ['duties', id, 'hours'] },
    { section: 'routines', id: routine, path: ['duties', id, 'routine'] },
    ...Object.entries(units).flatMap(([site, contacts]): Reference[] => [
      { section: 'sites', id: site, path: ['duties', id, 'units', site] },
      ...many('contacts', contacts, ['duties', id, 'units', site]),
    ]),
  ]);
}

/** What a unit misses is told its manager; without one nobody hears of it. */
export const dutyManagers: LintRule = ({ content, isSound }) => {
  if (!isSound(['sites'])) return [];
  const sites = new Map(
    Object.entries(content.sites).map(([id, { in: parent, manager }]) => [
      id,
      { id, name: {}, parent: parent ?? null, manager: manager ?? null, contact: null },
    ]),
  );
  return Object.entries(content.duties).flatMap(([id, { units }]): Finding[] =>
    Object.keys(units)
      .filter((site) => sites.has(site) && managersOf({ sites }, site).length === 0)
      .map((site) =>
        warning(
          ['duties', id, 'units', site],
          'has no manager, so nobody hears of what is not done; give the site, or one that it is in, a "manager"',
        ),
      ),
  );
};
