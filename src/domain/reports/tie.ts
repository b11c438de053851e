import type { Playbook } from '../organisation/playbook.ts';
import { OUTAGE_LIMITS, type OutageProposal } from './outage.ts';
import type { Report } from './report.ts';

/**
 * Whether a report makes an outage likely enough to be put before IT: nobody there can work, or so many people of one
 * unit reported the same service within the playbook's time.
 * @param recent reports of the organisation, this one perhaps among them
 * @param id of the proposal, if there is to be one
 */
export function proposalFor(
  playbook: Playbook,
  report: Report,
  recent: readonly Report[],
  id: string,
): OutageProposal | null {
  const alike = [
    report,
    ...recent.filter((other) => other.id !== report.id && isAlike(playbook, report, other)),
  ];
  const people = new Set(alike.map(({ user }) => user)).size;
  const everybody = stopsEverybody(playbook, report);
  if (!everybody && people < playbook.outageRule.reports) return null;
  return {
    id,
    organisation: report.organisation,
    service: report.service,
    site: report.site,
    at: report.at,
    because: everybody ? 'everybody' : 'reports',
    reports: alike.map((each) => each.id).slice(0, OUTAGE_LIMITS.reports),
    state: 'open',
  };
}

/** A proposal that waits for IT's decision on the same service and unit. */
export function sameMatter(proposal: OutageProposal, report: Report): boolean {
  return proposal.state === 'open' && proposal.service === report.service && proposal.site === report.site;
}

/** Whether two reports are of the same service and unit, within the playbook's time. */
export function isAlike(playbook: Playbook, report: Report, other: Report): boolean {
  const window = playbook.outageRule.within.total({ unit: 'millisecond' });
  return (
    report.matter === undefined &&
    other.matter === undefined &&
    other.state !== 'withdrawn' &&
    other.service === report.service &&
    other.site === report.site &&
    Math.abs(report.at - other.at) <= window
  );
}

/** "Nobody here gets in": by the reporter's word, or by a circumstance that makes a matter critical for a whole unit. */
function stopsEverybody(playbook: Playbook, report: Report): boolean {
  const rules = playbook.classes.get('critical')?.when ?? [];
  return (
    report.hit === 'everybody' ||
    report.circumstances.some((id) => id !== playbook.danger && rules.includes(id))
  );
}
