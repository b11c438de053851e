import type { Report } from '../reports/report.ts';
import { entered } from './history.ts';
import { ORDER_LIMITS, type Order, type OrderActor } from './order.ts';
import type { SupplierRule } from './rules.ts';

/**
 * The order of a report, on its way to the supplier.
 * @param others reports that were joined to it
 */
export function newOrder(
  report: Report,
  others: readonly string[],
  rule: SupplierRule,
  { by, at }: { readonly by: OrderActor; readonly at: number },
): Order {
  const { id, organisation, user, conversation, language } = report;
  const order: Order = {
    ...{ id, organisation, at, supplier: rule.contact, way: rule.way },
    reports: [...new Set([id, ...others])].slice(0, ORDER_LIMITS.reports),
    by: by.kind === 'person' ? (by.name ?? by.user) : by.kind,
    reporter: { user, conversation, language },
    ordered: orderedOf(report),
    ...{ state: 'ordering', handing: 'waiting', tries: 1, reason: null, handedAt: null },
    ...{ external: null, status: null, chased: 0, chaseFrom: null, reopened: 0, quote: null, invoice: null },
    ...{ mails: [], history: [] },
  };
  return entered(order, at, 'ordered', by, {}, rule.contact);
}

function orderedOf(report: Report): Order['ordered'] {
  const { service, site, where, what, since, contactBack, by, pictures } = report;
  return {
    ...{ service, site, where, what, since, contactBack, pictures },
    reporter: by,
    urgent: report.class === 'critical',
  };
}
