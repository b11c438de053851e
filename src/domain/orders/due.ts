import type { Playbook } from '../organisation/playbook.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { Order } from './order.ts';
import type { SupplierRule } from './rules.ts';

/** How an order's supplier is dealt with; null: the playbook does not say any more. */
export function ruleOf(
  { handOffs }: Pick<Playbook, 'handOffs'>,
  order: Pick<Order, 'supplier'>,
): SupplierRule | null {
  return handOffs.suppliers.get(order.supplier) ?? null;
}

/** When the missing confirmation is to be asked for next, or the manager is left with it; null: never. */
export function nextChase(rule: SupplierRule | null, order: Order): Millis | null {
  if (rule?.confirmWithin == null || order.state !== 'ordered' || order.chaseFrom === null) return null;
  if (order.chased > rule.chases) return null;
  return order.chaseFrom + millis(rule.confirmWithin);
}

function millis(duration: Temporal.Duration): Millis {
  return duration.total({ unit: 'millisecond', relativeTo: '2026-01-01' });
}
