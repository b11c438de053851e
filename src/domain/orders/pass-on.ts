import type { OrderApplied, OrderContext, OrderNews } from './commands.ts';
import { done } from './done.ts';
import { EARLIER, entered } from './history.ts';
import { type EarlierSupplier, ORDER_LIMITS, type Order } from './order.ts';
import type { HandOffRules, SupplierRule } from './rules.ts';

/** States in which the supplier can say that it is not for them. What is on its way just now is waited for first. */
function canPass({ state, handing }: Order): boolean {
  if (state === 'ordering') return handing === 'failed';
  return state === 'ordered' || state === 'confirmed' || state === 'quoted' || state === 'in-work';
}

/**
 * To whom an order can go instead. Not from a ticket system into the same one: it knows the order by its reference, and
 * would take the second for the first.
 */
export function othersFor({ suppliers }: HandOffRules, order: Order): readonly SupplierRule[] {
  const earlier = order.earlier ?? [];
  if (!canPass(order) || earlier.length >= ORDER_LIMITS.earlier) return [];
  const inTickets = [order, ...earlier].some(({ way }) => way === 'topdesk');
  return [...suppliers.values()].filter(
    ({ contact, way }) => contact !== order.supplier && !(inTickets && way === 'topdesk'),
  );
}

/** Whether the present supplier has heard of the order. */
export function hasHeard({ state, handing, way }: Order): boolean {
  return way !== 'hand' && (state !== 'ordering' || handing === 'waiting');
}

/** The order goes to another supplier. Where it stood with the present one is kept; that one hears that it is not theirs. */
export function passOn(
  rules: HandOffRules,
  order: Order,
  to: string,
  { at, by }: OrderContext,
): OrderApplied {
  const rule = othersFor(rules, order).find(({ contact }) => contact === to);
  if (rule === undefined) return { outcome: 'refused', why: 'not-now', order };
  const { supplier, way, state, handing, external, status, handedAt } = order;
  const before: EarlierSupplier = { supplier, way, state, handing, external, status, handedAt, until: at };
  const isByHand = rule.way === 'hand';
  // What it said stays under its name.
  const said = order.history.map((entry) =>
    entry.by === 'supplier' ? { ...entry, by: `${EARLIER}${supplier}` } : entry,
  );
  const change: Partial<Order> = {
    ...{ supplier: rule.contact, way: rule.way, earlier: [...(order.earlier ?? []), before] },
    ...{ state: 'ordering', handing: isByHand ? 'failed' : 'waiting', tries: order.tries + 1 },
    ...{ reason: isByHand ? '' : null, handedAt: null, external: null, status: null, quote: null },
    ...{ chased: 0, chaseFrom: null },
  };
  const passed = entered({ ...order, history: said }, at, 'passed-to', by, change, rule.contact);
  const managers: OrderNews = { to: 'managers', how: isByHand ? 'asks' : 'tells' };
  return done(passed, [managers], isByHand ? null : 'order');
}
