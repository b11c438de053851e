import type { Playbook } from '../../organisation/playbook.ts';
import { OUTAGE_LIMITS, type OutageProposal } from '../../reports/outage.ts';
import type { Notice } from '../notice.ts';

/**
 * What reports in an organisation come to at the department that serves it: an outage of its service is its to announce. The
 * reports themselves stay where they were made. Null: it is the organisation's own matter.
 * @param department null: it has no playbook here
 */
export function proposalAtDepartment(
  { organisation, name, servedBy }: Pick<Playbook, 'organisation' | 'name' | 'servedBy'>,
  department: Pick<Playbook, 'services'> | null,
  proposal: OutageProposal,
): OutageProposal | null {
  const service = [...(servedBy?.services ?? [])].find(([, own]) => own === proposal.service)?.[0];
  if (servedBy === null || service === undefined || department?.services.has(service) !== true) return null;
  const unit = [...servedBy.sites].find(([, own]) => own === proposal.site)?.[0];
  return {
    ...proposal,
    ...{ organisation: servedBy.organisation, service, site: unit ?? servedBy.site },
    from: { organisation, name },
  };
}

/**
 * What an outage of the department's answers of what an organisation's reports proposed: as one proposal, so that whoever
 * reported is told when it works again. Empty: nothing.
 * @param open proposals of the organisation
 */
export function answeredBy(share: Notice, open: readonly OutageProposal[]): readonly OutageProposal[] {
  if (share.kind !== 'outage') return [];
  const { services, sites } = share;
  const answered = open.filter(
    ({ service, site }) =>
      service !== null &&
      (services.length === 0 || services.includes(service)) &&
      (sites === null || site === null || sites.includes(site)),
  );
  const reports = [...new Set(answered.flatMap((each) => each.reports))].slice(0, OUTAGE_LIMITS.reports);
  return answered.map((each, i) =>
    i === 0 ? { ...each, state: 'announced', reports } : { ...each, state: 'dismissed' },
  );
}
