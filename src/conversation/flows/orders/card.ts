import { readReason } from '../../../domain/notices/cause.ts';
import type { OrderAudience, OrderDeed } from '../../../domain/orders/commands.ts';
import { EARLIER } from '../../../domain/orders/history.ts';
import type { OrderEntry, OrderHappening } from '../../../domain/orders/order.ts';
import type { OrderView } from '../../../domain/orders/view.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { type Choice, type Fact, MESSAGE_LIMITS } from '../../messages.ts';
import { cut } from '../../plain-text/clean.ts';
import type { NewMessage, Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';

/** What is nobody's business but theirs who pay and mark. */
const INSIDE: readonly OrderHappening[] = [
  ...(['quote', 'quote-approved', 'quote-declined', 'invoice', 'invoice-approved'] as const),
  ...(['invoice-rejected', 'mail', 'stranger', 'refused', 'word-failed', 'chased'] as const),
];

/** An order as a card, for whoever gets it. */
export function orderCard(
  talk: Talk,
  view: OrderView,
  to: OrderAudience,
  notes: readonly string[],
): NewMessage {
  return {
    kind: 'receipt',
    title: talk.say('order.title', { supplier: supplierName(talk, view) }),
    reference: view.id,
    state: stateInWords(talk, view),
    tone: toneOf(view),
    facts:
      to === 'reporter'
        ? reporterFacts(talk, view)
        : [...reporterFacts(talk, view), ...moreFacts(talk, view)],
    pictures: [],
    history: view.history
      .filter(({ what }) => to !== 'reporter' || !INSIDE.includes(what))
      .map((entry) => ({ at: sayMoment(talk, entry.at), text: entryInWords(talk, view, entry) })),
    notes,
    choices: choicesOf(talk, view),
  };
}

export function supplierName(talk: Talk, { supplier }: Pick<OrderView, 'supplier'>): string {
  const role = talk.playbook.contacts.get(supplier)?.role;
  return role === undefined ? supplier : talk.local(role);
}

export function stateInWords(talk: Talk, { state, handing }: OrderView): string {
  if (state === 'ordering' && handing === 'failed') return talk.say('order-state.failed');
  if (state === 'ordered' && handing === 'perhaps') return talk.say('order-state.perhaps');
  return talk.say(`order-state.${state}`);
}

function toneOf({ state, handing }: OrderView): 'good' | 'warning' | 'plain' {
  if (handing === 'failed' || (handing === 'perhaps' && state === 'ordered')) return 'warning';
  return state === 'closed' || state === 'solved' ? 'good' : 'plain';
}

function reporterFacts(talk: Talk, view: OrderView): Fact[] {
  return told(talk, [
    ['order.fact-external', view.external?.reference ?? null],
    ['order.fact-url', view.external?.url ?? null],
    ['order.fact-status', view.status],
    ['fact.service', talk.serviceName(view.service)],
    ['fact.what', view.what === '' ? null : view.what],
    ['fact.where', view.where],
  ]);
}

function moreFacts(talk: Talk, { urgent, reporter, reports, quote, invoice, reason }: OrderView): Fact[] {
  const others = reports.slice(1).join(', ');
  return told(talk, [
    ['fact.class', talk.say(urgent ? 'order-letter.urgent' : 'order-letter.not-urgent')],
    ['fact.reporter', reporter],
    ['order.fact-others', others === '' ? null : others],
    ['order.fact-quote', quote?.text ?? null],
    ['order.fact-invoice', invoice?.text ?? null],
    ['order.fact-reason', reason === null || reason === '' ? null : reasonInWords(talk, reason)],
  ]);
}

/** Why it did not go out; what the operator does about it is in the log. Of what no cause is known the sentence stands. */
function reasonInWords(talk: Talk, reason: string): string {
  const { cause, sentence } = readReason(reason);
  return cause === null ? sentence : talk.say(`cause.${cause}`);
}

function told(talk: Talk, facts: readonly [TextKey, string | null][]): Fact[] {
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label: talk.say(label), value }]));
}

function entryInWords(talk: Talk, view: OrderView, { what, by, text }: OrderEntry): string {
  const words = talk.say(`order-history.${what}`);
  const who = by === 'bot' ? null : by === 'supplier' ? supplierName(talk, view) : nameOf(talk, by);
  const happening = who === null ? words : `${words} (${who})`;
  const detail = detailOf(talk, what, text);
  return detail === null ? happening : `${happening}: ${detail}`;
}

/** A contact's id stands for its role. */
function nameOf(talk: Talk, by: string): string {
  if (by.startsWith(EARLIER)) return supplierName(talk, { supplier: by.slice(EARLIER.length) });
  if (by === 'reporter') return talk.say('order-history.by-reporter');
  const role = talk.playbook.contacts.get(by)?.role;
  return role === undefined ? by : talk.local(role);
}

function detailOf(talk: Talk, what: OrderHappening, text: string | null): string | null {
  if (text === null || what === 'word-failed') return null;
  if (what === 'ordered' || what === 'passed-to') return nameOf(talk, text);
  return what === 'refused' ? talk.say(`order-do.${text as OrderDeed}`) : text;
}

const STYLES: Partial<Record<OrderDeed, Choice['style']>> = {
  'approve-quote': 'main',
  'approve-invoice': 'main',
  satisfied: 'main',
  confirm: 'main',
  'by-hand': 'main',
  cancel: 'quiet',
};

function choicesOf(talk: Talk, { id, deeds, others }: OrderView): Choice[] {
  return deeds.flatMap((deed) => {
    if (deed === 'pass-to') return others.map((to) => passChoice(talk, id, to));
    const style = STYLES[deed] ?? 'plain';
    return [talk.offer(talk.say(`order-do.${deed}`), { do: 'order', order: id, deed }, style)];
  });
}

/** The supplier says that it is not for them. */
function passChoice(talk: Talk, order: string, to: string): Choice {
  const label = cut(
    talk.say('order-do.pass-to-named', { supplier: supplierName(talk, { supplier: to }) }),
    MESSAGE_LIMITS.label,
  );
  return talk.offer(label, { do: 'order', order, deed: 'pass-to', to }, 'plain');
}
