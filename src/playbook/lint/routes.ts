import { MATTER_CLASSES } from '../../domain/contacts/contact.ts';
import { error, type Finding, warning } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { LintRule } from './context.ts';
import { contactsOf } from './references.ts';

type RouteFile = PlaybookFile['routes'][number];

/** Every class needs a route that takes whatever no other takes. */
export const everyClassRouted: LintRule = ({ content, names }) => {
  if (names('routes').size === 0) return [];
  return MATTER_CLASSES.filter(
    (name) => !content.routes.some((route) => route.class === name && isOpenToAll(route)),
  ).map((name) =>
    error(
      ['routes'],
      `lead nowhere for some ${name} matters; add "- { class: ${name}, policy: … }" without service, site or role as the last`,
    ),
  );
};

/** A route after one that takes the same and more is never reached. */
export const unreachableRoutes: LintRule = ({ content }) =>
  content.routes.flatMap((route, i) => {
    const earlier = content.routes.slice(0, i).findIndex((other) => takesAll(other, route));
    if (earlier < 0) return [];
    return [
      error(
        ['routes', i],
        `is never reached: route ${earlier + 1} takes all that it would take; move it before that one, or remove it`,
      ),
    ];
  });

/** A step all of whose contacts were named before it is never reached; so is a policy that no route names. */
export const unreachableSteps: LintRule = ({ content }) =>
  Object.entries(content.policies).flatMap(([id, steps]) => {
    const findings: Finding[] = [];
    const named = new Set<string>();
    steps.forEach((step, i) => {
      const contacts = contactsOf(step);
      if (contacts.length > 0 && contacts.every((contact) => named.has(contact))) {
        findings.push(
          error(['policies', id, i], 'is never reached: all its contacts stand in earlier steps'),
        );
      }
      for (const contact of contacts) named.add(contact);
    });
    if (!content.routes.some((route) => route.policy === id))
      findings.push(warning(['policies', id], 'is never used: no route leads to it'));
    return findings;
  });

/** Contacts kept for one class must not be handed out for another (scenario D2: direct numbers are for critical matters only). */
export const keptForClass: LintRule = ({ content }) =>
  content.routes.flatMap((route, r) =>
    (content.policies[route.policy] ?? []).flatMap((step) =>
      contactsOf(step).flatMap((id) => {
        const kept = content.contacts[id]?.for;
        if (kept === undefined || kept === route.class) return [];
        return [
          error(
            ['routes', r, 'policy'],
            `hands out "${id}" for ${route.class} matters, which is for ${kept} ones only`,
          ),
        ];
      }),
    ),
  );

/** Who is asked to authorise something must be able to. */
export const authority: LintRule = ({ content }) =>
  Object.entries(content.policies).flatMap(([id, steps]) =>
    steps.flatMap((step, i) => {
      const line = step['line-of-managers'];
      if (line?.asks === undefined) return [];
      return line['up-to']
        .filter(
          (contact) =>
            content.contacts[contact] !== undefined && content.contacts[contact].authorises !== line.asks,
        )
        .map((contact) =>
          error(
            ['policies', id, i, 'line-of-managers'],
            `ends with "${contact}", who cannot authorise ${line.asks}; add "authorises: ${line.asks}" to that contact`,
          ),
        );
    }),
  );

function isOpenToAll(route: RouteFile): boolean {
  return route.service === undefined && route.site === undefined && route.role === undefined;
}

function takesAll(wide: RouteFile, narrow: RouteFile): boolean {
  return (
    wide.class === narrow.class &&
    includesAll(wide.service, narrow.service) &&
    includesAll(wide.site, narrow.site) &&
    includesAll(wide.role, narrow.role)
  );
}

function includesAll(wide: readonly string[] | undefined, narrow: readonly string[] | undefined): boolean {
  return wide === undefined || (narrow?.every((id) => wide.includes(id)) ?? false);
}
