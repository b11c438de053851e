import { EVERYBODY, SITE_MANAGER } from '../../domain/absence/told.ts';
import { SITE_CONTACT } from '../../domain/escalation/policy.ts';
import { error, type FaultPath } from '../fault.ts';
import type { LintRule } from './context.ts';

/** The hours that are built in. */
export const ALWAYS = 'always';

const RESERVED: readonly { readonly section: string; readonly id: string; readonly meaning: string }[] = [
  { section: 'hours', id: ALWAYS, meaning: 'hours that never close' },
  { section: 'contacts', id: SITE_CONTACT, meaning: 'the phone that the caller’s own unit keeps open' },
  { section: 'contacts', id: SITE_MANAGER, meaning: 'the nearest manager of a unit' },
  ...['contacts', 'sites', 'roles'].map((section) => ({
    section,
    id: EVERYBODY,
    meaning: 'all people, in announced-to and whose',
  })),
];

/** Some names have a meaning already: "always" must stay always, or the last fallback could close. */
export const reservedNames: LintRule = (context) => [
  ...RESERVED.filter(({ section, id }) => context.names(section)?.has(id)).map(({ section, id, meaning }) =>
    error([section, id], `has a name that is built in for ${meaning}; choose another`),
  ),
  ...context
    .listed('exceptions')
    .flatMap(([i, { hours }]) => (hours.includes(ALWAYS) ? [error(exceptionPath(i), CHANGES_ALWAYS)] : [])),
];

const CHANGES_ALWAYS =
  'names "always", which no exception can change; give the contacts that it is about hours of their own, such as "24/7"';

function exceptionPath(index: number): FaultPath {
  return ['exceptions', index, 'hours'];
}
