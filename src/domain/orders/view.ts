import { deedsFor } from './authority.ts';
import type { OrderDeed } from './commands.ts';
import { limited } from './history.ts';
import type { Money, Order, OrderActor, OrderEntry, OrderMail } from './order.ts';
import { othersFor } from './pass-on.ts';
import type { HandOffRules } from './rules.ts';

/** An order as it is shown to somebody: no longer than a card, with what they can do. Plain data. */
export interface OrderView
  extends Pick<
    Order,
    'id' | 'reports' | 'supplier' | 'way' | 'state' | 'handing' | 'reason' | 'external' | 'status' | 'chased'
  > {
  readonly service: string | null;
  readonly where: string | null;
  readonly what: string;
  readonly urgent: boolean;
  readonly reporter: string | null;
  readonly quote: Money | null;
  readonly invoice: Money | null;
  /** The newest mail, where it is for somebody to read; null: there is none. */
  readonly mail: OrderMail | null;
  readonly history: readonly OrderEntry[];
  readonly deeds: readonly OrderDeed[];
  /** The contacts to which it can go instead. */
  readonly others: readonly string[];
  /** The words to be sent by hand; null: they need not be. */
  readonly letter: OrderLetter | null;
}

/** Words for the supplier. */
export interface OrderLetter {
  /** Null: the supplier has no mail address. */
  readonly to: string | null;
  readonly subject: string;
  readonly text: string;
}

export const ORDER_VIEW_LIMITS = {
  /** Characters of what was reported, of a mail, and of words to be sent by hand. */
  what: 500,
  mail: 1000,
  letter: 3000,
  /** Characters of one entry of the history, and how many of the newest. */
  entry: 200,
  history: 12,
  /** Suppliers that are offered instead. */
  others: 5,
} as const;

/** @param letter the words to be sent by hand, if they need to be */
export function viewOf(
  rules: HandOffRules,
  order: Order,
  by: OrderActor,
  letter: OrderLetter | null,
): OrderView {
  const { id, reports, supplier, way, state, handing, reason, external, status, chased } = order;
  const { service, where, what, urgent, reporter } = order.ordered;
  const mail = order.mails.at(-1) ?? null;
  const { what: whatMax, entry, history, letter: letterMax } = ORDER_VIEW_LIMITS;
  return {
    ...{ id, reports, supplier, way, state, handing, reason, external, status, chased },
    ...{ service, where, urgent, what: limited(what, whatMax), reporter: reporter?.name ?? null },
    ...{ quote: short(order.quote), invoice: short(order.invoice) },
    mail:
      mail === null || mail.taken === 'confirmed'
        ? null
        : { ...mail, text: limited(mail.text, ORDER_VIEW_LIMITS.mail) },
    history: order.history.slice(-history).map((each) => ({
      ...each,
      text: each.text === null ? null : limited(each.text, entry),
    })),
    deeds: deedsFor(rules, order, by),
    others: othersFor(rules, order)
      .map(({ contact }) => contact)
      .slice(0, ORDER_VIEW_LIMITS.others),
    letter: letter === null ? null : { ...letter, text: limited(letter.text, letterMax) },
  };
}

function short(money: Money | null): Money | null {
  if (money === null) return null;
  const { entry } = ORDER_VIEW_LIMITS;
  return {
    ...money,
    text: limited(money.text, entry),
    why: money.why === null ? null : limited(money.why, entry),
  };
}
