import type { OrderApplied, OrderContext, OrderDeed, OrderNews } from './commands.ts';
import { done } from './done.ts';
import { entered, limited, nameOf } from './history.ts';
import { type Money, ORDER_LIMITS, type Order } from './order.ts';

const TOLD_BOTH: readonly OrderNews[] = [
  { to: 'reporter', how: 'tells' },
  { to: 'managers', how: 'tells' },
];

/** Does what may be done, and makes sense now. @param text why, or how much; empty where nothing is asked */
export function doDeed(
  order: Order,
  deed: Exclude<OrderDeed, 'pass-to'>,
  text: string,
  context: OrderContext,
): OrderApplied {
  const { at, by } = context;
  switch (deed) {
    case 'by-hand': {
      const change = { state: 'ordered', handing: 'by-hand', handedAt: at, chaseFrom: at } as const;
      return done(entered(order, at, 'by-hand', by, { ...change, reason: null }), TOLD_BOTH);
    }
    case 'try-again': {
      const change = { handing: 'waiting', tries: order.tries + 1, reason: null } as const;
      const again = entered(order, at, 'tried-again', by, change);
      return done(again, [{ to: 'managers', how: 'changed' }], 'order');
    }
    case 'confirm':
      return done(entered(order, at, 'confirmed', by, { state: 'confirmed', ...reached(order) }), TOLD_BOTH);
    case 'start':
      return done(entered(order, at, 'in-work', by, { state: 'in-work', ...reached(order) }), TOLD_BOTH);
    case 'solve':
      return done(entered(order, at, 'solved', by, { state: 'solved', ...reached(order) }), [
        { to: 'reporter', how: 'asks' },
        { to: 'managers', how: 'tells' },
      ]);
    case 'satisfied':
      return done(entered(order, at, 'satisfied', by, { state: 'closed' }), TOLD_BOTH);
    case 'close':
      return done(entered(order, at, 'closed', by, { state: 'closed' }), TOLD_BOTH);
    case 'not-satisfied': {
      const change = { state: 'in-work', reopened: order.reopened + 1 } as const;
      return done(entered(order, at, 'not-satisfied', by, change, text), TOLD_BOTH, 'not-satisfied');
    }
    case 'cancel':
      return cancelled(order, text, context);
    case 'show':
      return done(order, []);
    default:
      return withMoney(order, deed, text, context);
  }
}

type MoneyDeed =
  | 'quote'
  | 'approve-quote'
  | 'decline-quote'
  | 'invoice'
  | 'approve-invoice'
  | 'reject-invoice';

function withMoney(order: Order, deed: MoneyDeed, text: string, { at, by }: OrderContext): OrderApplied {
  switch (deed) {
    case 'quote': {
      const change = { state: 'quoted', quote: asked(at, text), ...reached(order) } as const;
      return done(entered(order, at, 'quote', by, change, text), [
        { to: 'quotes', how: 'asks' },
        { to: 'managers', how: 'tells' },
        { to: 'reporter', how: 'tells' },
      ]);
    }
    case 'approve-quote': {
      const quote = answered(order.quote, 'yes', nameOf(by), null);
      const change = { state: 'in-work', quote } as const;
      return done(entered(order, at, 'quote-approved', by, change), [...TOLD_BOTH, QUOTES], 'quote-approved');
    }
    case 'decline-quote': {
      const quote = answered(order.quote, 'no', nameOf(by), text);
      const change = { state: 'confirmed', quote } as const;
      const declined = entered(order, at, 'quote-declined', by, change, text);
      return done(declined, [...TOLD_BOTH, QUOTES], 'quote-declined');
    }
    case 'invoice':
      return done(entered(order, at, 'invoice', by, { invoice: asked(at, text) }, text), [
        { to: 'invoices', how: 'asks' },
      ]);
    case 'approve-invoice': {
      const invoice = answered(order.invoice, 'yes', nameOf(by), null);
      return done(entered(order, at, 'invoice-approved', by, { invoice }), [INVOICES]);
    }
    case 'reject-invoice': {
      const invoice = answered(order.invoice, 'no', nameOf(by), text);
      const rejected = entered(order, at, 'invoice-rejected', by, { invoice }, text);
      return done(rejected, [INVOICES], 'invoice-rejected');
    }
  }
}

const QUOTES: OrderNews = { to: 'quotes', how: 'changed' };
const INVOICES: OrderNews = { to: 'invoices', how: 'changed' };

/** The supplier is told, unless it surely never had it. */
export function cancelled(order: Order, text: string, { at, by }: OrderContext): OrderApplied {
  const had = order.state !== 'ordering' || order.handing === 'waiting';
  const change = {
    state: 'cancelled',
    ...(order.handing === 'waiting' && { handing: 'perhaps' as const }),
  } as const;
  return done(
    entered(order, at, 'cancelled', by, change, text === '' ? null : text),
    TOLD_BOTH,
    had ? 'cancelled' : null,
  );
}

/** Whoever speaks of an order has it, whatever became of sending it. */
function reached({ handing, handedAt, ...rest }: Order): Partial<Order> {
  if (handing === 'handed-over' || handing === 'by-hand') return {};
  return { handing: 'handed-over', reason: null, handedAt: handedAt ?? rest.at };
}

function asked(at: number, text: string): Money {
  return { at, text: limited(text, ORDER_LIMITS.text), answer: 'waiting', by: null, why: null };
}

function answered(money: Money | null, answer: 'yes' | 'no', by: string, why: string | null): Money | null {
  if (money === null) return null;
  return { ...money, answer, by, why: why === null ? null : limited(why, ORDER_LIMITS.text) };
}
