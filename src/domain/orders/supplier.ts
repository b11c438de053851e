import type { Playbook } from '../organisation/playbook.ts';
import type { Report } from '../reports/report.ts';
import type { SupplierRule } from './rules.ts';

/** To whom a report can be handed on: the supplier of its service first, then the others in the playbook's order. */
export function suppliersFor(
  playbook: Playbook,
  { service }: Pick<Report, 'service'>,
): readonly SupplierRule[] {
  const { suppliers } = playbook.handOffs;
  const own = suppliers.get(playbook.services.get(service ?? '')?.supplier ?? '');
  const others = [...suppliers.values()].filter((rule) => rule !== own);
  return own === undefined ? others : [own, ...others];
}
