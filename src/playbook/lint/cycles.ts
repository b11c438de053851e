import { error } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import type { LintRule } from './context.ts';
import { siteLineOf } from './steps.ts';

/** Trees and stand-ins must not run in a circle. */
export const cycles: LintRule = ({ content }) => [
  ...circles(content.sites, (site) => site.in).map((ids) =>
    error(['sites', ids[0] ?? '', 'in'], circle(ids)),
  ),
  ...circles(content.contacts, (contact) => contact['stand-in']).map((ids) =>
    error(['contacts', ids[0] ?? '', 'stand-in'], circle(ids)),
  ),
];

/** A tree of sites has few levels. */
export const deepSites: LintRule = ({ content }) =>
  Object.keys(content.sites)
    .filter((id) => siteLineOf(content.sites, id).length > LIMITS.siteLevels)
    .map((id) =>
      error(['sites', id, 'in'], `lies deeper than ${LIMITS.siteLevels} levels; leave levels out`),
    );

function circle(ids: readonly string[]): string {
  return `runs in a circle: ${ids.join(' → ')}; let one of them lead elsewhere, or nowhere`;
}

/** Each circle once, from its first entry in the file. */
function circles<T>(
  section: Readonly<Record<string, T>>,
  next: (entry: T) => string | undefined,
): string[][] {
  const done = new Set<string>();
  return Object.keys(section).flatMap((start) => {
    const path = new Set<string>();
    let id: string | undefined = start;
    while (id !== undefined && !done.has(id) && !path.has(id)) {
      path.add(id);
      const entry: T | undefined = section[id];
      id = entry === undefined ? undefined : next(entry);
    }
    for (const seen of path) done.add(seen);
    if (id === undefined || !path.has(id)) return [];
    const ids = [...path];
    return [[...ids.slice(ids.indexOf(id)), id]];
  });
}
