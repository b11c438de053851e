import { MATTER_CLASSES } from '../../domain/contacts/contact.ts';
import { error } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { LintRule } from './context.ts';
import { siteLineOf } from './steps.ts';

type RouteFile = PlaybookFile['routes'][number];

/** Every class needs a route that takes whatever no other takes. */
export const everyClassRouted: LintRule = ({ content, isSound }) => {
  if (!isSound(['routes'])) return [];
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
export const unreachableRoutes: LintRule = ({ content, listed }) => {
  const routes = listed('routes');
  return routes.flatMap(([place, route], i) => {
    const earlier = routes.slice(0, i).find(([, other]) => takesAll(other, route, content.sites));
    if (earlier === undefined) return [];
    return [
      error(
        ['routes', place],
        `is never reached: route ${earlier[0] + 1} takes all that it would take; move it before that one, or remove it`,
      ),
    ];
  });
};

function isOpenToAll(route: RouteFile): boolean {
  return route.service === undefined && route.site === undefined && route.role === undefined;
}

function takesAll(wide: RouteFile, narrow: RouteFile, sites: PlaybookFile['sites']): boolean {
  return (
    wide.class === narrow.class &&
    includesAll(wide.service, narrow.service) &&
    includesAll(wide.role, narrow.role) &&
    takesSites(wide.site, narrow.site, sites)
  );
}

/** A site takes those below it too. */
function takesSites(
  wide: readonly string[] | undefined,
  narrow: readonly string[] | undefined,
  sites: PlaybookFile['sites'],
): boolean {
  if (wide === undefined || narrow === undefined) return wide === undefined;
  return narrow.every((id) => siteLineOf(sites, id).some((site) => wide.includes(site)));
}

/** Whether what is left out (all) or listed includes all that the other does. */
export function includesAll(
  wide: readonly string[] | undefined,
  narrow: readonly string[] | undefined,
): boolean {
  return wide === undefined || (narrow?.every((id) => wide.includes(id)) ?? false);
}
