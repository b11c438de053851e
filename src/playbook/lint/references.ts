import { EVERYBODY } from '../../domain/absence/told.ts';
import { SITE_CONTACT } from '../../domain/escalation/policy.ts';
import { error, type FaultPath } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import type { PlaybookFile, StepFile } from '../schema/playbook.ts';
import { suggestion } from '../suggestion.ts';
import { awayReferences } from './away.ts';
import type { LintContext, LintRule } from './context.ts';
import { directoryReferences } from './directory.ts';
import { dutyReferences } from './duties.ts';
import { escalationReferences } from './escalation.ts';
import { followUpReferences } from './follow-up.ts';
import { handOffReferences } from './hand-offs.ts';
import { noticeReferences } from './notices.ts';
import { paperReferences } from './paper.ts';
import { many, type Reference, SECTIONS } from './reference.ts';
import { ALWAYS } from './reserved.ts';
import { servedReferences } from './served.ts';
import { triageReferences } from './triage/references.ts';

/** Every id must be defined. */
export const unknownIds: LintRule = (context) => {
  const known = new Map(SECTIONS.map((section) => [section, context.names(section)]));
  return references(context)
    .filter(({ section, id }) => id !== undefined && known.get(section)?.has(id) === false)
    .filter(({ section, id }) => !(section === 'hours' && id === ALWAYS))
    .slice(0, LIMITS.faults + 1)
    .map(({ section, id = '', path }) =>
      error(path, `names "${id}", which is not in "${section}:"${suggestion(id, known.get(section) ?? [])}`),
    );
};

function references(context: LintContext): Reference[] {
  const { content } = context;
  return [
    { section: 'contacts', id: content.fallback, path: ['fallback'] },
    ...Object.entries(content.contacts).flatMap(([id, contact]): Reference[] => [
      { section: 'hours', id: contact.hours, path: ['contacts', id, 'hours'] },
      { section: 'hours', id: contact.often, path: ['contacts', id, 'often'] },
      { section: 'contacts', id: contact['stand-in'], path: ['contacts', id, 'stand-in'] },
      { section: 'roles', id: contact['held-by'], path: ['contacts', id, 'held-by'] },
    ]),
    ...Object.entries(content.sites).flatMap(([id, site]): Reference[] => [
      { section: 'sites', id: site.in, path: ['sites', id, 'in'] },
      { section: 'contacts', id: site.manager, path: ['sites', id, 'manager'] },
      { section: 'contacts', id: site.contact, path: ['sites', id, 'contact'] },
    ]),
    ...Object.entries(content.services).map(
      ([id, service]): Reference => ({
        section: 'contacts',
        id: service.supplier,
        path: ['services', id, 'supplier'],
      }),
    ),
    ...Object.entries(content.policies).flatMap(([id, steps]) =>
      steps.flatMap((step, i) => stepReferences(step, ['policies', id, i])),
    ),
    ...Object.entries(content.classes).flatMap(([name, rule]) =>
      rule.when.map(
        (id, i): Reference => ({ section: 'circumstances', id, path: ['classes', name, 'when', i] }),
      ),
    ),
    ...Object.entries(content.routines).flatMap(([id, routine]) =>
      routineReferences(routine, ['routines', id]),
    ),
    ...noticeReferences(content),
    ...handOffReferences(content),
    ...servedReferences(content),
    ...followUpReferences(content),
    ...escalationReferences(content),
    ...directoryReferences(content),
    ...awayReferences(content),
    ...dutyReferences(content),
    ...paperReferences(content),
    ...triageReferences(content),
    ...listReferences(context),
  ];
}

function stepReferences(step: StepFile, path: FaultPath): Reference[] {
  const line = step['line-of-managers'];
  const starts = line?.['starts-with'];
  const linePath = [...path, 'line-of-managers'];
  return [
    ...many('contacts', step['any-of'], [...path, 'any-of']),
    ...many('contacts', step['in-order'], [...path, 'in-order']),
    { section: 'contacts' as const, id: starts, path: [...linePath, 'starts-with'] },
    ...many('contacts', line?.['up-to'], [...linePath, 'up-to']),
  ].filter(({ id }) => id !== SITE_CONTACT);
}

function routineReferences(routine: PlaybookFile['routines'][string], path: FaultPath): Reference[] {
  const inSteps = (part: 'steps' | 'afterwards') =>
    routine[part].flatMap((step, i) => many('contacts', step.contacts, [...path, part, i, 'contact']));
  return [
    ...many('services', routine.service, [...path, 'service']),
    ...many('sites', routine.site, [...path, 'site']),
    ...many('roles', routine.role, [...path, 'role']),
    ...inSteps('steps'),
    ...inSteps('afterwards'),
  ];
}

function listReferences(context: LintContext): Reference[] {
  return [
    ...context
      .listed('exceptions')
      .flatMap(([i, { hours }]) => many('hours', hours, ['exceptions', i, 'hours'])),
    ...context
      .listed('routes')
      .flatMap(([i, route]) => [
        { section: 'policies' as const, id: route.policy, path: ['routes', i, 'policy'] },
        ...many('services', route.service, ['routes', i, 'service']),
        ...many('sites', route.site, ['routes', i, 'site']),
        ...many('roles', route.role, ['routes', i, 'role']),
      ]),
    ...context
      .listed('on-call')
      .flatMap(([i, agreement]) => [
        { section: 'contacts' as const, id: agreement.contact, path: ['on-call', i, 'contact'] },
        ...many('services', agreement.service, ['on-call', i, 'service']),
        ...many('sites', agreement.site, ['on-call', i, 'site']),
        ...told(agreement['announced-to'], context).flatMap((id) =>
          many('contacts', [id], ['on-call', i, 'announced-to']),
        ),
      ]),
    ...context.listed('absences').flatMap(([i, absence]): Reference[] => [
      { section: 'contacts', id: absence.contact, path: ['absences', i, 'contact'] },
      { section: 'contacts', id: absence['stand-in'], path: ['absences', i, 'stand-in'] },
    ]),
  ];
}

/** Those who are told are sites, roles or contacts; the contacts among them, and what is none of these. */
function told(ids: readonly string[], { names }: LintContext): string[] {
  const [sites, roles] = [names('sites'), names('roles')];
  if (sites === null || roles === null) return [];
  return ids.filter((id) => !sites.has(id) && !roles.has(id) && id !== EVERYBODY);
}
