import { managersOf } from '../../domain/duties/people.ts';
import { error, type Finding, warning } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { LintRule } from './context.ts';
import { many, type Reference } from './reference.ts';

/** What the part on paper names. */
export function paperReferences({ paper }: PlaybookFile): Reference[] {
  return Object.entries(paper).flatMap(([id, { routines, units, tell }]): Reference[] => [
    ...many('routines', routines, ['paper', id, 'routines']),
    ...many('contacts', tell, ['paper', id, 'tell']),
    ...Object.entries(units).flatMap(([site, contacts]): Reference[] => [
      { section: 'sites', id: site, path: ['paper', id, 'units', site] },
      ...many('contacts', contacts, ['paper', id, 'units', site]),
    ]),
  ]);
}

/** Something must be on the paper, it must be said again before the end, and somebody must hear of what is not printed. */
export const paperHolds: LintRule = ({ content, isSound }) => {
  if (!isSound(['sites'])) return [];
  const sites = new Map(
    Object.entries(content.sites).map(([id, { in: parent, manager }]) => [
      id,
      { id, name: {}, parent: parent ?? null, manager: manager ?? null, contact: null },
    ]),
  );
  return Object.entries(content.paper).flatMap(([id, rule]): Finding[] => [
    ...(rule.again >= rule.within && rule.within > 1
      ? [error(['paper', id, 'again'], `is not before the end; write less than ${rule.within}`)]
      : []),
    ...(!rule.numbers && rule.routines === undefined && Object.keys(content.routines).length === 0
      ? [error(['paper', id], 'is empty: there are no routines, and "numbers" is false')]
      : []),
    ...Object.keys(rule.units)
      .filter(
        (site) => rule.tell === undefined && sites.has(site) && managersOf({ sites }, site).length === 0,
      )
      .map((site) =>
        warning(
          ['paper', id, 'units', site],
          'has no manager, so nobody hears of what is not printed; give the site, or one that it is in, a "manager", or say who is told with "tell"',
        ),
      ),
  ]);
};
