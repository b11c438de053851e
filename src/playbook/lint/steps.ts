import { SITE_CONTACT } from '../../domain/escalation/policy.ts';
import { LIMITS } from '../limits.ts';
import type { PlaybookFile, StepFile } from '../schema/playbook.ts';

/** The contacts that a step names, its line of managers included. */
export function contactsOf(step: StepFile): string[] {
  const line = step['line-of-managers'];
  const starts = line?.['starts-with'];
  const named = [...(step['any-of'] ?? []), ...(step['in-order'] ?? [])].filter((id) => id !== SITE_CONTACT);
  return [...named, ...(starts === undefined ? [] : [starts]), ...(line?.['up-to'] ?? [])];
}

/** Whether a step turns to the phone that the caller's own unit keeps open. */
export function asksSiteContact(step: StepFile): boolean {
  return [...(step['any-of'] ?? []), ...(step['in-order'] ?? [])].includes(SITE_CONTACT);
}

/** The contacts that steps take from a caller's sites, the caller's own first. */
export function contactsFromSites(
  steps: readonly StepFile[],
  sites: PlaybookFile['sites'],
  line: readonly string[],
): string[] {
  const own = line.map((id) => sites[id]?.contact).find((contact) => contact !== undefined);
  const managers = steps.some(asksManagers) ? line.map((id) => sites[id]?.manager) : [];
  return [...(steps.some(asksSiteContact) ? [own] : []), ...managers].filter((id) => id !== undefined);
}

/** Whether a step turns to the managers of the caller's sites. */
export function asksManagers(step: StepFile): boolean {
  return step['line-of-managers'] !== undefined;
}

/** A site and those that it belongs to. A tree that is too deep, or a circle, is reported elsewhere. */
export function siteLineOf(sites: PlaybookFile['sites'], from: string): string[] {
  const line = new Set<string>();
  let id: string | undefined = from;
  while (id !== undefined && !line.has(id) && line.size <= LIMITS.siteLevels) {
    line.add(id);
    id = sites[id]?.in;
  }
  return [...line];
}
