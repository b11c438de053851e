import { ORDER_LIMITS, type Order, type OrderActor, type OrderHappening } from './order.ts';

/** Before the contact of a supplier that had the order when it did something. */
export const EARLIER = 'supplier:';

/** An order changed, with what happened in its history. Of a very long history the middle goes. */
export function entered(
  order: Order,
  at: number,
  what: OrderHappening,
  by: OrderActor,
  change: Partial<Order> = {},
  text: string | null = null,
): Order {
  const who = isReporter(order, by) ? 'reporter' : nameOf(by);
  const entry = { at, what, by: who, text: text === null ? null : limited(text, ORDER_LIMITS.text) };
  const [first, ...rest] = [...order.history, entry];
  const newest = rest.slice(-(ORDER_LIMITS.history - 1));
  return { ...order, ...change, history: first === undefined ? newest : [first, ...newest] };
}

/** Whoever reported it and has no other name here: what a platform calls them says nothing to people. */
function isReporter({ reporter }: Order, by: OrderActor): boolean {
  return by.kind === 'person' && by.name === null && by.holds.length === 0 && by.user === reporter.user;
}

/** How somebody stands in the history. */
export function nameOf(by: OrderActor): string {
  if (by.kind !== 'person') return by.kind;
  return by.name ?? by.holds[0] ?? by.user;
}

/** At most so many characters, without half of a pair at the end. */
export function limited(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}
