import { MATTER_CLASSES } from '../../domain/contacts/contact.ts';
import type { Situation } from '../../domain/contacts/situation.ts';
import { planOf } from '../../domain/contacts/who.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { decide } from '../../domain/triage/decide.ts';
import { endsOf } from '../../domain/triage/tree.ts';

/** Situations that always get the same answer. */
export interface CoverageCase {
  readonly situations: readonly [Situation, ...Situation[]];
}

/**
 * Every class, service, site and role, and what triage and other matters lead to, put together where they come down to
 * the same plan.
 */
export function coverageCases(playbook: Playbook): CoverageCase[] {
  const cases = new Map<string, [Situation, ...Situation[]]>();
  const seen = new Set<string>();
  for (const situation of [...routed(playbook), ...led(playbook)]) {
    const { key } = planOf(playbook, situation);
    const whole = `${key}|${situation.service}|${situation.site}|${situation.role}`;
    if (seen.has(whole)) continue;
    seen.add(whole);
    const known = cases.get(key);
    if (known === undefined) cases.set(key, [situation]);
    else known.push(situation);
  }
  return [...cases.values()].map((situations) => ({ situations }));
}

/** Services and roles that no route and no agreement names cannot differ, so one stands for all of them (as null). */
function routed(playbook: Playbook): Situation[] {
  const { routes, announcements } = playbook;
  const services = named([
    ...routes.map((route) => route.services),
    ...announcements.onCall.map((agreement) => agreement.services),
  ]);
  const roles = named(routes.map((route) => route.roles));
  return MATTER_CLASSES.flatMap((matterClass) =>
    services.flatMap((service) =>
      sitesOf(playbook).flatMap((site) =>
        roles.map((role): Situation => ({ class: matterClass, service, site, role })),
      ),
    ),
  );
}

/** The policies that the ends of triage, and matters that are no fault, lead to instead of the routes. */
function led(playbook: Playbook): Situation[] {
  const others = named(playbook.announcements.onCall.map((agreement) => agreement.services));
  const ends = [...playbook.triage.values()].flatMap((tree) =>
    endsOf(tree).map(({ is, class: named, service, policy }) => ({
      class: decide(playbook, { is, class: named }).class,
      services: service === null ? (tree.services ?? others) : [service],
      policy,
    })),
  );
  const matters = [...playbook.matters.values()].map(({ service, policy }) => ({
    class: 'normal' as const,
    services: [service],
    policy,
  }));
  return [...ends, ...matters]
    .filter(({ policy }) => policy !== null)
    .flatMap(({ class: matterClass, services, policy }) =>
      services.flatMap((service) =>
        sitesOf(playbook).map((site) => ({ class: matterClass, service, site, role: null, policy })),
      ),
    );
}

function sitesOf(playbook: Playbook): (string | null)[] {
  return [null, ...playbook.sites.keys()];
}

function named(lists: readonly (readonly string[] | null)[]): (string | null)[] {
  return [null, ...new Set(lists.flatMap((list) => list ?? []))];
}
