import type { Playbook } from '../../organisation/playbook.ts';
import type { ServedBy } from '../../organisation/served.ts';
import { siteLine } from '../../organisation/site.ts';
import type { Notice } from '../notice.ts';
import { concerns, type Hit } from '../view.ts';

type Department = Pick<Playbook, 'name' | 'sites'>;
type Served = Pick<Playbook, 'organisation' | 'servedBy' | 'routines'>;

/**
 * What a notice of a department is in an organisation that it serves: in the organisation's own ids of services and units,
 * and of a window only the parts that concern it. Null: it does not concern the organisation.
 */
export function shareOf(department: Department, served: Served, notice: Notice): Notice | null {
  const { servedBy, organisation, routines } = served;
  if (servedBy === null || servedBy.organisation !== notice.organisation) return null;
  const shared = {
    organisation,
    origin: {
      ...{ organisation: notice.organisation, name: department.name },
      ...{ revision: notice.revision, seen: notice.revision },
    },
    // The department's routines are steps for people of the department.
    routine: notice.routine !== null && routines.has(notice.routine) ? notice.routine : null,
  };
  if (notice.kind === 'outage') {
    const hit = hitHere(department, servedBy, notice);
    return hit === null ? null : { ...notice, ...shared, ...hit, proposal: null };
  }
  const parts = notice.parts.flatMap((part) => {
    const hit = hitHere(department, servedBy, part);
    return hit === null ? [] : [{ ...part, ...hit }];
  });
  if (parts.length === 0) return null;
  const support = notice.support.flatMap((time) => {
    const { services = [], sites = null } = time;
    const hit = hitHere(department, servedBy, { services, sites });
    return hit === null ? [] : [{ ...time, ...hit }];
  });
  const here = new Set(parts.map(({ id }) => id));
  // That somebody else's part is done is a word for them.
  const updates = notice.updates.filter((update) => update.parts?.some((id) => here.has(id)) ?? true);
  return { ...notice, ...shared, parts, support, updates };
}

/** What of something is hit in the organisation; null: nothing. */
function hitHere(department: Department, servedBy: ServedBy, { services, sites }: Hit): Hit | null {
  const here = { sites: [servedBy.site], services: null };
  if (!concerns(department, { services, sites }, here)) return null;
  const own = services.flatMap((service) => servedBy.services.get(service) ?? []);
  // What hits everything hits whatever is used here; what hits only others' services does not.
  if (services.length > 0 && own.length === 0) return null;
  return {
    services: [...new Set(own)],
    sites: sites === null ? null : sitesHere(department, servedBy, sites),
  };
}

/** The organisation's units by its own ids; null: all of it. Other organisations' sites are left out. */
function sitesHere(
  { sites }: Department,
  servedBy: ServedBy,
  hit: readonly string[],
): readonly string[] | null {
  const own = new Set<string>();
  for (const site of hit) {
    const line = siteLine(sites, site).map(({ id }) => id);
    const upTo = line.indexOf(servedBy.site);
    // It is the organisation, or a whole that it belongs to.
    if (site === servedBy.site || siteLine(sites, servedBy.site).some(({ id }) => id === site)) return null;
    if (upTo < 0) continue;
    const unit = line.slice(0, upTo).find((id) => servedBy.sites.has(id));
    // A unit that nobody here has a name for may be anybody's.
    if (unit === undefined) return null;
    own.add(servedBy.sites.get(unit) ?? unit);
  }
  return own.size === 0 ? null : [...own];
}
