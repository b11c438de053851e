import type { Happening, Speaker } from '../../conversation/event.ts';
import { letterWords } from '../../conversation/orders/letter.ts';
import type { OrderFault, OrderNews } from '../../domain/orders/commands.ts';
import type { Order, OrderActor } from '../../domain/orders/order.ts';
import { type OrderLetter, viewOf } from '../../domain/orders/view.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import { deskOf } from '../names.ts';
import { type Holder, holdersOf, speakerOf } from '../people/holders.ts';
import { type Moment, tellTimer } from '../process/tell.ts';
import type { AnswerTo } from './events.ts';

/** Of what is told, and by which clock. */
export interface OrderTelling extends Moment {
  readonly store: Pick<Store, 'findRecords' | 'record'>;
  readonly playbook: Playbook;
  readonly order: Order;
  /** The event's id: what is told of one does not take the place of what is told of another. */
  readonly event: string;
}

const DESK: Speaker = { user: 'desk', desk: true, locale: null, role: null, site: null };

/** News as events of the conversations of those whom they concern: each rings at once. */
export async function orderNews(about: OrderTelling, news: readonly OrderNews[]): Promise<TimerChange[]> {
  const timers = await Promise.all(
    news
      .filter((each) => isTold(about, each))
      .map((each) => (each.to === 'reporter' ? toReporter(about, each) : toHolders(about, each))),
  );
  // Who holds several contacts is told once, what asks them before what only tells.
  const byId = new Map<string, TimerChange>();
  for (const timer of timers.flat()) if (!byId.has(timer.id)) byId.set(timer.id, timer);
  return [...byId.values()];
}

/**
 * Where reports are followed up, their reporters hear from them how it goes; from the order only what that does not know:
 * the number in a ticket system, and other ways where nobody else sees to what failed.
 */
function isTold({ playbook, order }: OrderTelling, { to }: OrderNews): boolean {
  if (to !== 'reporter' || playbook.followUp === null) return true;
  const { what } = order.history.at(-1) ?? {};
  if (what === 'handed-over') return order.external !== null;
  return what === 'failed' && playbook.handOffs.managers.length === 0;
}

/** Somebody wanted something that could not be done. */
export function refusal(about: OrderTelling, to: AnswerTo, why: OrderFault): TimerChange {
  return tell(about, to.conversation, to.from, { kind: 'order-refused', order: about.order.id, why });
}

/** The order as it stands, to whoever asked for it. */
export function shown(about: OrderTelling, to: AnswerTo, by: OrderActor): TimerChange {
  return tell(about, to.conversation, to.from, happening(about, by, 'managers', 'tells'));
}

function toReporter(about: OrderTelling, { how }: OrderNews): TimerChange[] {
  const { user, conversation, language } = about.order.reporter;
  const from = { user, desk: false, locale: language, role: null, site: null };
  const by = { kind: 'person', user, name: null, holds: [] } as const;
  return [tell(about, conversation, from, happening(about, by, 'reporter', how))];
}

/** Whoever holds the contacts; where nobody can be written to, IT's desk gets what asks, so that it is not lost. */
async function toHolders(about: OrderTelling, { to, how }: OrderNews): Promise<TimerChange[]> {
  const { store, playbook } = about;
  if (to === 'reporter') return [];
  const contacts = playbook.handOffs[to];
  const found = await Promise.all(contacts.map((contact) => holdersOf(store, playbook, contact)));
  const holders = found.flat();
  if (holders.length === 0 && how === 'asks') return [toDesk(about, to)];
  return holders.map((holder) => toHolder(about, holder, { to, how }));
}

function toHolder(about: OrderTelling, holder: Holder, { to, how }: OrderNews): TimerChange {
  const { user, name, contact } = holder;
  const by = { kind: 'person', user, name, holds: [contact] } as const;
  return tell(about, holder.conversation, speakerOf(holder), happening(about, by, to, how));
}

function toDesk(about: OrderTelling, to: OrderNews['to']): TimerChange {
  const by = { kind: 'person', user: 'desk', name: null, holds: [] } as const;
  return tell(about, deskOf(about.playbook.organisation), DESK, happening(about, by, to, 'asks'));
}

function happening(
  { playbook, order }: OrderTelling,
  by: OrderActor,
  to: OrderNews['to'],
  how: OrderNews['how'],
): Extract<Happening, { kind: 'order' }> {
  const view = viewOf(playbook.handOffs, order, by, to === 'managers' ? letterFor(playbook, order) : null);
  return { kind: 'order', view, to, how };
}

/** The words to be sent by hand, as long as nobody knows that the supplier has them. */
function letterFor(playbook: Playbook, order: Order): OrderLetter | null {
  if (order.handing !== 'failed' && order.handing !== 'perhaps') return null;
  const { subject, text } = letterWords(playbook, order, 'order');
  return { to: playbook.contacts.get(order.supplier)?.email ?? null, subject, text };
}

function tell(
  { order, event, now, ahead }: OrderTelling,
  conversation: string,
  from: Speaker,
  what: Happening,
): TimerChange {
  const { organisation } = order;
  const name = `order/${order.id}/${event}/${conversation}`;
  return tellTimer({ organisation, conversation, from }, what, name, { now, ahead });
}
