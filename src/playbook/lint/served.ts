import { error, type Finding } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { LintRule } from './context.ts';
import type { Reference } from './reference.ts';

const PART = 'served-by';

/** What the part on the department names of this playbook. */
export function servedReferences({ [PART]: part }: PlaybookFile): Reference[] {
  if (part === undefined) return [];
  const { services = [], sites } = part;
  return [
    ...(Array.isArray(services)
      ? services.map((id, i): Reference => ({ section: 'services', id, path: [PART, 'services', i] }))
      : Object.keys(services).map(
          (id): Reference => ({ section: 'services', id, path: [PART, 'services', id] }),
        )),
    ...Object.keys(sites).map((id): Reference => ({ section: 'sites', id, path: [PART, 'sites', id] })),
  ];
}

/** Whatever can be seen of it without the department's playbook; the rest is checked together with that. */
export const servedByAnother: LintRule = ({ content: { organisation, [PART]: part } }) => {
  if (part === undefined) return [];
  if (part.organisation === organisation)
    return [error([PART], 'names the organisation itself; name the IT department that serves it')];
  const { services = [], sites } = part;
  return [...(Array.isArray(services) ? [] : twice('services', services)), ...twice('sites', sites)];
};

/** The department's notice must become one thing here. */
function twice(field: 'services' | 'sites', named: Readonly<Record<string, string>>): Finding[] {
  const entries = Object.entries(named);
  return entries.flatMap(([own, theirs], i) => {
    const first = entries.find(([, other]) => other === theirs);
    if (first === undefined || entries.indexOf(first) === i) return [];
    return [
      error(
        [PART, field, own],
        `stands for "${theirs}" of the department, and so does "${first[0]}"; keep one of them`,
      ),
    ];
  });
}
