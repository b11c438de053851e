import type { ServedBy } from '../../domain/organisation/served.ts';
import type { PlaybookFile } from '../schema/playbook.ts';

/** Which IT department serves the organisation; null where the file names none. */
export function compileServedBy(content: PlaybookFile): ServedBy | null {
  const file = content['served-by'];
  if (file === undefined) return null;
  return {
    organisation: file.organisation,
    site: file.site ?? content.organisation,
    services: new Map(servedServices(content).map(([own, theirs]) => [theirs, own])),
    listed: file.services !== undefined,
    sites: new Map(Object.entries(file.sites).map(([own, theirs]) => [theirs, own])),
  };
}

/** Own services with the department's id of each. */
export function servedServices(content: PlaybookFile): readonly (readonly [string, string])[] {
  const named = content['served-by']?.services ?? Object.keys(content.services);
  return Array.isArray(named) ? named.map((id) => [id, id]) : Object.entries(named);
}
