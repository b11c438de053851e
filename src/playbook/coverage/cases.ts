import { MATTER_CLASSES } from '../../domain/contacts/contact.ts';
import type { Situation } from '../../domain/contacts/situation.ts';
import { planOf } from '../../domain/contacts/who.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';

/** Situations that always get the same answer. */
export interface CoverageCase {
  readonly situations: readonly [Situation, ...Situation[]];
}

/**
 * Every class, service, site and role, put together where they come down to the same plan. Services and roles that no
 * route and no agreement names cannot differ, so one stands for all of them (as null).
 */
export function coverageCases(playbook: Playbook): CoverageCase[] {
  const { routes, announcements } = playbook;
  const services = named([
    ...routes.map((route) => route.services),
    ...announcements.onCall.map((agreement) => agreement.services),
  ]);
  const roles = named(routes.map((route) => route.roles));
  const cases = new Map<string, [Situation, ...Situation[]]>();
  for (const matterClass of MATTER_CLASSES) {
    for (const service of services) {
      for (const site of [null, ...playbook.sites.keys()]) {
        for (const role of roles) {
          const situation = { class: matterClass, service, site, role };
          const { key } = planOf(playbook, situation);
          const known = cases.get(key);
          if (known === undefined) cases.set(key, [situation]);
          else known.push(situation);
        }
      }
    }
  }
  return [...cases.values()].map((situations) => ({ situations }));
}

function named(lists: readonly (readonly string[] | null)[]): (string | null)[] {
  return [null, ...new Set(lists.flatMap((list) => list ?? []))];
}
