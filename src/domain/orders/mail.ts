import { deedsNow } from './authority.ts';
import type { OrderApplied, OrderContext, OrderDeed } from './commands.ts';
import { doDeed } from './deeds.ts';
import { done } from './done.ts';
import { entered, limited } from './history.ts';
import { type MailMeaning, ORDER_LIMITS, type Order, type OrderMail } from './order.ts';

const DEEDS: Readonly<Record<MailMeaning, Exclude<OrderDeed, 'pass-to'>>> = {
  confirmed: 'confirm',
  quote: 'quote',
  invoice: 'invoice',
  solved: 'solve',
};

/**
 * A mail about an order. Only what surely comes from the supplier does something, and only if its meaning is clear and
 * fits how the order stands; all else is shown to the manager, who marks it by hand.
 */
export function takeMail(order: Order, mail: OrderMail, { at }: OrderContext): OrderApplied {
  const by = { kind: 'supplier' } as const;
  const deed = mail.believed && mail.taken !== null ? DEEDS[mail.taken] : null;
  const fits = deed !== null && isExpected(order, deed);
  const kept = keep(order, fits ? mail : { ...mail, taken: null });
  if (fits) return doDeed(kept, deed, mail.text.trim() === '' ? mail.subject : mail.text, { at, by });
  if (!mail.believed && strangersOf(order) >= ORDER_LIMITS.strangers) return done(order, []);
  // A confirmation that comes twice, or late, is nobody's work.
  if (mail.believed && deed === 'confirm' && order.state !== 'cancelled') return done(kept, []);
  const shown = mail.believed
    ? entered(kept, at, 'mail', by, {}, mail.subject)
    : entered(kept, at, 'stranger', { kind: 'bot' }, {}, mail.subject);
  return done(shown, [{ to: 'managers', how: 'asks' }]);
}

/** Who knows a reference cannot bury its manager in mail. */
function strangersOf({ history }: Order): number {
  return history.filter(({ what }) => what === 'stranger').length;
}

function isExpected(order: Order, deed: OrderDeed): boolean {
  // A supplier may confirm before we know that it has it.
  if (order.state === 'ordering') return deed === 'confirm';
  return deedsNow(order).includes(deed);
}

function keep(order: Order, mail: OrderMail): Order {
  const { text, mailLine, mailText } = { ...ORDER_LIMITS, text: mail.text };
  const fitting = {
    ...mail,
    from: limited(mail.from, mailLine),
    subject: limited(mail.subject, mailLine),
    text: limited(text, mailText),
  };
  return { ...order, mails: [...order.mails, fitting].slice(-ORDER_LIMITS.mails) };
}
