import type { OrderDeed } from './commands.ts';
import type { Order, OrderActor } from './order.ts';
import { othersFor } from './pass-on.ts';
import type { HandOffRules } from './rules.ts';

/** The reporter's own word. */
const REPORTERS: readonly OrderDeed[] = ['satisfied', 'not-satisfied'];
const OF_QUOTES: readonly OrderDeed[] = ['approve-quote', 'decline-quote'];
const OF_INVOICES: readonly OrderDeed[] = ['approve-invoice', 'reject-invoice'];
/** What a supplier can bring about by mail or by its system. */
const SUPPLIERS: readonly OrderDeed[] = ['confirm', 'quote', 'start', 'solve', 'invoice'];

/** Whether somebody may do this, by what they hold at this moment; a card that was passed on gives nobody anything. */
export function mayDo(rules: HandOffRules, order: Order, deed: OrderDeed, by: OrderActor): boolean {
  if (by.kind === 'bot') return false;
  if (by.kind === 'supplier') return SUPPLIERS.includes(deed);
  const holds = (contacts: readonly string[]): boolean => contacts.some((id) => by.holds.includes(id));
  const isReporter = by.user === order.reporter.user;
  if (deed === 'show') return isReporter || holds([...rules.managers, ...rules.quotes, ...rules.invoices]);
  if (OF_QUOTES.includes(deed)) return holds(rules.quotes);
  if (OF_INVOICES.includes(deed)) return holds(rules.invoices);
  if (REPORTERS.includes(deed)) return isReporter;
  return holds(rules.managers);
}

/** Whether somebody may hand a report on: a manager; where the playbook names none, whoever reported it. */
export function mayHandOn(rules: HandOffRules, reporter: string, by: OrderActor): boolean {
  if (by.kind !== 'person') return by.kind === 'bot';
  if (rules.managers.length === 0) return by.user === reporter;
  return rules.managers.some((id) => by.holds.includes(id));
}

/**
 * The deeds that make sense as an order stands, whoever does them.
 * @param rules to whom it could go instead; left out: to nobody
 */
export function deedsNow(order: Order, rules: HandOffRules | null = null): readonly OrderDeed[] {
  // What somebody waits for comes first.
  const canGo = rules !== null && othersFor(rules, order).length > 0;
  const work = canGo ? withPass(workDeeds(order)) : workDeeds(order);
  const isBilled = order.invoice?.answer === 'waiting';
  return isBilled
    ? [...moneyDeeds(order), ...handingDeeds(order), ...work]
    : [...handingDeeds(order), ...work, ...moneyDeeds(order)];
}

/** What somebody can do with an order now. */
export function deedsFor(rules: HandOffRules, order: Order, by: OrderActor): readonly OrderDeed[] {
  return deedsNow(order, rules).filter((deed) => mayDo(rules, order, deed, by));
}

function handingDeeds({ handing, state }: Order): OrderDeed[] {
  if (state !== 'ordering' && state !== 'ordered') return [];
  if (handing === 'failed') return ['try-again', 'by-hand'];
  return handing === 'perhaps' ? ['by-hand'] : [];
}

function workDeeds({ state }: Order): OrderDeed[] {
  switch (state) {
    case 'ordering':
      return ['cancel'];
    case 'ordered':
      return ['confirm', 'start', 'quote', 'solve', 'cancel'];
    case 'confirmed':
      return ['start', 'quote', 'solve', 'cancel'];
    case 'quoted':
      return ['approve-quote', 'decline-quote', 'cancel'];
    case 'in-work':
      return ['solve', 'quote', 'cancel'];
    case 'solved':
      return ['satisfied', 'not-satisfied', 'close'];
    case 'closed':
    case 'cancelled':
      return [];
  }
}

/** Before what ends it. */
function withPass(deeds: readonly OrderDeed[]): OrderDeed[] {
  return deeds.flatMap((deed) => (deed === 'cancel' ? ['pass-to', deed] : [deed]));
}

function moneyDeeds({ state, invoice }: Order): OrderDeed[] {
  if (invoice?.answer === 'waiting') return ['approve-invoice', 'reject-invoice'];
  return state === 'ordering' || invoice?.answer === 'yes' ? [] : ['invoice'];
}
