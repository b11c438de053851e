import { applyOrder } from '../../domain/orders/apply.ts';
import { mayHandOn } from '../../domain/orders/authority.ts';
import type { OrderCommand, OrderFault, OrderNews, SupplierWord } from '../../domain/orders/commands.ts';
import { nextChase, ruleOf } from '../../domain/orders/due.ts';
import { newOrder } from '../../domain/orders/new-order.ts';
import type { Order, OrderActor } from '../../domain/orders/order.ts';
import { hasHeard } from '../../domain/orders/pass-on.ts';
import { suppliersFor } from '../../domain/orders/supplier.ts';
import type { Report } from '../../domain/reports/report.ts';
import type { NewDelivery } from '../../ports/store/outbox.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import type { ProcessJob, Step } from '../process/step.ts';
import { KINDS } from '../record-codecs.ts';
import { caseTimer } from './case-news.ts';
import { ORDER_EVENTS, type OrderProcessHappening } from './events.ts';
import { letterDelivery } from './letters.ts';
import { outcomeOf } from './outcomes.ts';
import { orderRecord, readOrder } from './record.ts';
import { lookAfter, type OpenLetter, type OrderProcessState } from './state.ts';
import { orderNews, refusal, shown } from './tell.ts';

export interface OrderParts {
  readonly store: Pick<Store, 'record' | 'findRecords' | 'delivery'>;
}

export type OrderJob = ProcessJob<OrderProcessHappening, OrderProcessState>;
type OrderStep = Step<OrderProcessState>;

/** What came of an event: the order as it is now, who is told, and what the supplier is told. */
interface Came {
  readonly order: Order;
  readonly news: readonly OrderNews[];
  readonly words: readonly Word[];
  readonly open: readonly OpenLetter[];
  readonly refused: OrderFault | null;
}

/** A word to the supplier that an order has, or had. */
interface Word {
  readonly word: SupplierWord;
  readonly of: Order;
}

const BOT: OrderActor = { kind: 'bot' };

/** Computes the step of an event of an order's own conversation. */
export async function planOrder(parts: OrderParts, job: OrderJob): Promise<OrderStep> {
  const { organisation, subject } = job.event;
  const { order, version } = await readOrder(parts.store, organisation, subject);
  const before = order;
  const came = order === null ? await made(parts, job) : await happened(parts, job, order);
  if (came === null) return { process: job.process };
  const step = await committed(parts, job, came, version);
  const told = caseTimer(job, before, came.order);
  return { ...step, timers: [...(step.timers ?? []), ...told] };
}

/** A report is handed on. One that is ordered already stays as it is: nothing is ordered twice. */
async function made({ store }: OrderParts, job: OrderJob): Promise<Came | null> {
  const { playbook, event } = job;
  const { organisation, subject, what } = event;
  if (what.kind !== 'make') return null;
  const record = await store.record({ organisation, kind: KINDS.report, id: subject });
  if (record === null) return null;
  const report = record.body as unknown as Report;
  if (!mayHandOn(playbook.handOffs, report.user, what.by)) return null;
  const rule =
    playbook.handOffs.suppliers.get(what.supplier ?? '') ??
    (what.supplier === null ? suppliersFor(playbook, report)[0] : undefined);
  if (rule === undefined) return null;
  const made = newOrder(report, what.others, rule, { by: what.by, at: nowOf(job) });
  const order = what.for == null ? made : { ...made, by: what.for };
  const words = [{ word: 'order', of: order } as const];
  const came: Came = { order, news: [], words, open: [], refused: null };
  // Nothing goes out by itself: the words are for somebody to send.
  return rule.way === 'hand'
    ? did(job, { ...came, words: [] }, { do: 'handing-failed', reason: '' }, BOT)
    : came;
}

async function happened(parts: OrderParts, job: OrderJob, order: Order): Promise<Came | null> {
  const { what } = job.event;
  const came: Came = { order, news: [], words: [], open: job.process.open, refused: null };
  switch (what.kind) {
    case 'make':
      return null;
    case 'deed':
      return did(job, came, { do: what.deed, text: what.text }, what.by);
    case 'report':
      return ofReport(job, came, what);
    case 'look':
      return looked(parts, job, came);
    case 'mail':
      return did(job, came, { do: 'mail', mail: what.mail }, { kind: 'supplier' });
    case 'status':
      return did(job, came, { do: 'status', status: what.status, solved: what.solved }, { kind: 'supplier' });
    case 'tick':
      return did(job, came, { do: 'tick' }, BOT);
  }
}

function ofReport(
  job: OrderJob,
  came: Came,
  { what, text }: Extract<OrderProcessHappening, { kind: 'report' }>,
): Came {
  if (what === 'withdrawn') return did(job, came, { do: 'withdrawn' }, BOT);
  const { user } = came.order.reporter;
  // Their report's own conversation has seen to it that it is theirs to say.
  return did(job, came, { do: what, text }, { kind: 'person', user, name: null, holds: [] });
}

/** What became of all that was sent. */
async function looked({ store }: OrderParts, job: OrderJob, before: Came): Promise<Came> {
  let came: Came = { ...before, open: [] };
  for (const letter of before.open) {
    const outcome = outcomeOf(letter, await store.delivery(letter.delivery));
    if (outcome === null) came = { ...came, open: [...came.open, letter] };
    else if (outcome !== 'nothing') came = did(job, came, outcome, BOT);
  }
  return came;
}

function did(job: OrderJob, came: Came, command: OrderCommand, by: OrderActor): Came {
  const applied = applyOrder(job.playbook, came.order, command, { by, at: nowOf(job) });
  if (applied.outcome === 'refused') return { ...came, order: applied.order, refused: applied.why };
  const { order, news, supplier } = applied;
  const isPassed = order.supplier !== came.order.supplier;
  const words: Word[] = [
    ...came.words,
    ...(isPassed && hasHeard(came.order) ? [{ word: 'elsewhere', of: came.order } as const] : []),
    ...(supplier === null ? [] : [{ word: supplier, of: order }]),
  ];
  // What became of handing it to the one before says nothing of this one.
  const open = isPassed ? came.open.filter(({ word }) => word !== 'order') : came.open;
  return { ...came, order, news: [...came.news, ...news], words, open };
}

async function committed(parts: OrderParts, job: OrderJob, came: Came, version: number): Promise<OrderStep> {
  const { process } = job;
  const letters = lettersOf(job, came);
  const open = [...came.open, ...letters.map(({ word, delivery }) => ({ word, delivery: delivery.id }))];
  const isLooking = job.event.what.kind === 'look' && letters.length === 0;
  const next: OrderProcessState = {
    ...{ schema: 1, open, words: process.words + came.words.length },
    looked: isLooking ? process.looked + 1 : 0,
  };
  return {
    process: next,
    records: [orderRecord(came.order, version)],
    deliveries: letters.map(({ delivery }) => delivery),
    timers: [...ownTimers(job, came.order, next), ...(await toldTimers(parts, job, came))],
  };
}

interface Letter {
  readonly word: SupplierWord;
  readonly delivery: NewDelivery;
}

function lettersOf({ playbook, process, now }: OrderJob, { words }: Came): readonly Letter[] {
  return words.flatMap(({ word, of }, i): Letter[] => {
    const delivery = letterDelivery(playbook, of, word, { count: process.words + i, at: now });
    return delivery === null ? [] : [{ word, delivery }];
  });
}

function ownTimers(job: OrderJob, order: Order, process: OrderProcessState): TimerChange[] {
  const { event, playbook, now } = job;
  const { organisation, subject, ahead } = event;
  const due = nextChase(ruleOf(playbook, order), order);
  const timer = (what: OrderProcessHappening, at: number) =>
    ORDER_EVENTS.timer({ organisation, subject, ahead, what }, at);
  return [
    process.open.length === 0
      ? ORDER_EVENTS.cancel(organisation, subject, 'look')
      : timer({ kind: 'look' }, now + lookAfter(process.looked)),
    due === null
      ? ORDER_EVENTS.cancel(organisation, subject, 'tick')
      : timer({ kind: 'tick' }, Math.max(now, due - ahead)),
  ];
}

async function toldTimers({ store }: OrderParts, job: OrderJob, came: Came): Promise<TimerChange[]> {
  const { playbook, now, id, event } = job;
  const about = { store, playbook, order: came.order, event: id, now, ahead: event.ahead };
  const { what } = event;
  const told = await orderNews(about, came.news);
  if (what.kind !== 'deed') return told;
  if (came.refused !== null) return [...told, refusal(about, what.to, came.refused)];
  if (what.deed === 'show') return [shown(about, what.to, what.by)];
  return told;
}

/** By the order's own clock, in ms. */
function nowOf({ now, event }: OrderJob): number {
  return now + event.ahead;
}
