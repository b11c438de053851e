import { SITE_CONTACT } from '../../domain/escalation/policy.ts';
import { error, type FaultPath, type Finding } from '../fault.ts';
import { suggestion } from '../read.ts';
import type { StepFile } from '../schema/playbook.ts';
import type { LintContext, LintRule } from './context.ts';

interface Reference {
  readonly section: string;
  readonly id: string | undefined;
  readonly path: FaultPath;
}

/** Every id must be defined. */
export const unknownIds: LintRule = (context) =>
  references(context).flatMap(({ section, id, path }) => {
    if (id === undefined || context.names(section).has(id)) return [];
    if (section === 'hours' && id === 'always') return [];
    return [
      error(path, `names "${id}", which is not in "${section}:"${suggestion(id, context.names(section))}`),
    ];
  });

/** The contacts that a step names, its line of managers included. */
export function contactsOf(step: StepFile): string[] {
  const line = step['line-of-managers'];
  const starts = line?.['starts-with'] === undefined ? [] : [line['starts-with']];
  return [
    ...(step['any-of'] ?? []),
    ...(step['in-order'] ?? []),
    ...starts,
    ...(line?.['up-to'] ?? []),
  ].filter((id) => id !== SITE_CONTACT);
}

function references({ content }: LintContext): Reference[] {
  return [
    { section: 'contacts', id: content.fallback, path: ['fallback'] },
    ...Object.entries(content.contacts).flatMap(([id, contact]): Reference[] => [
      { section: 'hours', id: contact.hours, path: ['contacts', id, 'hours'] },
      { section: 'hours', id: contact.often, path: ['contacts', id, 'often'] },
      { section: 'contacts', id: contact['stand-in'], path: ['contacts', id, 'stand-in'] },
    ]),
    ...Object.entries(content.sites).flatMap(([id, site]): Reference[] => [
      { section: 'sites', id: site.in, path: ['sites', id, 'in'] },
      { section: 'contacts', id: site.manager, path: ['sites', id, 'manager'] },
      { section: 'contacts', id: site.contact, path: ['sites', id, 'contact'] },
    ]),
    ...Object.entries(content.services).map(([id, service]) => ({
      section: 'contacts',
      id: service.supplier,
      path: ['services', id, 'supplier'],
    })),
    ...Object.entries(content.policies).flatMap(([id, steps]) =>
      steps.flatMap((step, i) =>
        contactsOf(step).map((contact) => ({ section: 'contacts', id: contact, path: ['policies', id, i] })),
      ),
    ),
    ...Object.entries(content.classes).flatMap(([name, rule]) =>
      rule.when.map((id, i) => ({ section: 'circumstances', id, path: ['classes', name, 'when', i] })),
    ),
    ...content.exceptions.flatMap((exception, i) =>
      exception.hours.map((id) => ({ section: 'hours', id, path: ['exceptions', i, 'hours'] })),
    ),
    ...listReferences(content),
  ];
}

function listReferences(content: LintContext['content']): Reference[] {
  const many = (section: string, ids: readonly string[] | undefined, path: FaultPath) =>
    (ids ?? []).map((id) => ({ section, id, path }));
  return [
    ...content.routes.flatMap((route, i) => [
      { section: 'policies', id: route.policy, path: ['routes', i, 'policy'] },
      ...many('services', route.service, ['routes', i, 'service']),
      ...many('sites', route.site, ['routes', i, 'site']),
      ...many('roles', route.role, ['routes', i, 'role']),
    ]),
    ...content['on-call'].flatMap((agreement, i) => [
      { section: 'contacts', id: agreement.contact, path: ['on-call', i, 'contact'] },
      ...many('services', agreement.service, ['on-call', i, 'service']),
      ...many('sites', agreement.site, ['on-call', i, 'site']),
      ...announced(agreement['announced-to'], ['on-call', i, 'announced-to'], content),
    ]),
    ...content.absences.flatMap((absence, i) => [
      { section: 'contacts', id: absence.contact, path: ['absences', i, 'contact'] },
      { section: 'contacts', id: absence['stand-in'], path: ['absences', i, 'stand-in'] },
    ]),
  ];
}

/** Those who are told are sites, roles or contacts. */
function announced(ids: readonly string[], path: FaultPath, content: LintContext['content']): Reference[] {
  return ids
    .filter((id) => content.sites[id] === undefined && content.roles[id] === undefined && id !== 'everybody')
    .map((id) => ({ section: 'contacts', id, path }));
}

/** Trees and stand-ins must not run in a circle. */
export const cycles: LintRule = ({ content }) => [
  ...circles(content.sites, (site) => site.in).map(
    (path): Finding => error(['sites', path[0] ?? '', 'in'], `runs in a circle: ${path.join(' → ')}`),
  ),
  ...circles(content.contacts, (contact) => contact['stand-in']).map((path) =>
    error(['contacts', path[0] ?? '', 'stand-in'], `runs in a circle: ${path.join(' → ')}`),
  ),
];

/** Each circle once, from its first entry in the file. */
function circles<T>(
  section: Readonly<Record<string, T>>,
  next: (entry: T) => string | undefined,
): string[][] {
  const done = new Set<string>();
  return Object.keys(section).flatMap((start) => {
    const path: string[] = [];
    for (let id: string | undefined = start; id !== undefined && !done.has(id); ) {
      if (path.includes(id)) {
        for (const seen of path) done.add(seen);
        return [[...path.slice(path.indexOf(id)), id]];
      }
      path.push(id);
      const entry: T | undefined = section[id];
      id = entry === undefined ? undefined : next(entry);
    }
    for (const seen of path) done.add(seen);
    return [];
  });
}
