import type { OrderApplied, OrderNews, SupplierWord } from './commands.ts';
import type { Order } from './order.ts';

/** A command was done, with who is told of it. */
export function done(
  order: Order,
  news: readonly OrderNews[],
  supplier: SupplierWord | null = null,
): OrderApplied {
  return { outcome: 'done', order, news, supplier };
}
