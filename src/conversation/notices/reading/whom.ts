import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { Line } from './line.ts';
import { namedIn, takeNames } from './what.ts';

/** For whom something is: services, empty for all; sites, null for everywhere. */
export interface Whom {
  readonly services: readonly string[];
  readonly sites: readonly string[] | null;
}

/** What may stand before the name of a place, folded. */
const BEFORE = 'i|pa|for|hos|vid|ved|in|at|voor|te|op';

/**
 * Whom a line is for, if it begins with their names and a colon: "Tierp: by phone 10–16". Null: it does not; then whatever
 * stands before a colon is part of what is said.
 * @throws NotUnderstood if the names may mean one or the other
 */
export function whomBefore(
  playbook: Playbook,
  text: string,
): { readonly whom: Whom; readonly rest: string } | null {
  const [, head, rest] = /^([^:\d]+):\s+(.+)$/su.exec(text) ?? [];
  if (head === undefined || rest === undefined) return null;
  const line = new Line(head);
  const named = takeNames(playbook, line);
  const { services, sites, unknown } = namedIn(playbook, line);
  if (unknown.length > 0) return null;
  const whom = {
    services: [...new Set([...named.services, ...(services ?? [])])],
    sites: [...new Set([...named.sites, ...(sites ?? [])])],
  };
  if (whom.services.length + whom.sites.length === 0) return null;
  return { whom: { ...whom, sites: whom.sites.length === 0 ? null : whom.sites }, rest };
}

/** Takes places that are named word for word out of a line: "by phone 10–16 in Tierp". Services are left: "by phone" may be one. */
export function takeWhom({ sites }: Playbook, line: Line): Whom {
  const found = [...sites.values()].filter(({ name }) =>
    [...new Set(Object.values(name))].some((text) => takePlace(line, text)),
  );
  return { services: [], sites: found.length === 0 ? null : found.map(({ id }) => id) };
}

function takePlace(line: Line, name: string): boolean {
  const words = RegExp.escape(new Line(name).rest);
  if (words.trim() === '') return false;
  return line.take(new RegExp(`(?<![\\p{L}\\d])(?:(?:${BEFORE}) +)?${words}(?![\\p{L}\\d])`, 'u')) !== null;
}
