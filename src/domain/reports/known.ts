import type { Playbook } from '../organisation/playbook.ts';
import { siteLine } from '../organisation/site.ts';
import type { Outage } from './outage.ts';

/** Where somebody is hit, and by what. Null: not known. */
export interface Hitting {
  readonly service: string | null;
  readonly site: string | null;
}

/** The announced outages that concern a service and a place. One whose place is not known counts as concerned. */
export function outagesFor(playbook: Playbook, outages: readonly Outage[], hitting: Hitting): Outage[] {
  const line = siteLine(playbook.sites, hitting.site).map((site) => site.id);
  return outages.filter(
    (outage) =>
      outage.over === null &&
      concernsService(outage, hitting.service) &&
      (outage.sites === null || hitting.site === null || outage.sites.some((site) => line.includes(site))),
  );
}

function concernsService(outage: Outage, service: string | null): boolean {
  return outage.services.length === 0 || (service !== null && outage.services.includes(service));
}
