import { pino } from 'pino';
import type { Happening, Speaker } from '../../src/conversation/event.ts';
import type { Reply } from '../../src/conversation/messages.ts';
import { plainText } from '../../src/conversation/plain-text/plain-text.ts';
import type { Order, OrderMail } from '../../src/domain/orders/order.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import type { Report } from '../../src/domain/reports/report.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Sender } from '../../src/ports/sender.ts';
import type { Store } from '../../src/ports/store.ts';
import { ORDER_EVENTS, type OrderProcessHappening } from '../../src/runtime/orders/events.ts';
import { readOrder } from '../../src/runtime/orders/record.ts';
import { WorkingEngine } from '../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { choicesOf } from './conversation.ts';
import { HandAlarm, KeepingSender, replyOf } from './engine.ts';

/** A town in which a supplier mends things: the real runtime and conversation, on a clock in the test's hand. */
export class OrderTown {
  readonly web = new KeepingSender();
  readonly log: Record<string, unknown>[] = [];
  readonly store: Store = openSqliteStore({ file: ':memory:' });
  readonly engine: WorkingEngine;
  readonly playbook: Playbook;
  readonly clock: Clock;
  now: number;
  #events = 0;

  /** @param handoff carries what goes to suppliers */
  constructor(playbook: Playbook, now: number, handoff: (clock: Clock) => Sender) {
    this.playbook = playbook;
    this.now = now;
    this.clock = { now: () => Temporal.Instant.fromEpochMilliseconds(this.now) };
    this.engine = new WorkingEngine({
      store: this.store,
      playbooks: new Map([[playbook.organisation, playbook]]),
      senders: new Map<string, Sender>([
        ['web', this.web],
        ['desk', this.web],
        ['handoff', handoff(this.clock)],
      ]),
      ...{ transcripts: new Set(['web', 'desk']), spending: new Set<string>() },
      ...{ clock: this.clock, alarm: new HandAlarm(), random: () => 0.5 },
      log: pino({ level: 'warn' }, { write: (line) => void this.log.push(JSON.parse(line)) }),
    });
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** Somebody of the town; a role is what the channel knows for certain. */
  person(user: string, role: string | null = null): OrderPerson {
    return new OrderPerson(this, { user, desk: false, locale: null, role, site: null });
  }

  /** Keeps a report, and hands it on. */
  async handOn(report: Report, supplier: string | null = null): Promise<void> {
    const { organisation, id } = report;
    await this.store.writeRecords([
      {
        ...{ change: 'write', organisation, kind: 'report', id, at: report.at },
        ...{ keys: { user: report.user, state: report.state }, body: report as never },
      },
    ]);
    const holds = this.playbook.handOffs.managers;
    const by = { kind: 'person', user: 'mila', name: 'Mila', holds } as const;
    await this.happens(id, { kind: 'make', supplier, others: [], by });
  }

  /** Something happens in an order's own conversation. */
  async happens(order: string, what: OrderProcessHappening): Promise<void> {
    const { organisation } = this.playbook;
    await this.store.receive({
      ...{ id: `test/${++this.#events}`, receivedAt: this.now },
      conversation: ORDER_EVENTS.conversationOf(organisation, order),
      body: ORDER_EVENTS.body({ organisation, subject: order, ahead: 0, what }),
    });
    await this.work();
  }

  async mail(order: string, mail: Partial<OrderMail>): Promise<void> {
    const whole = {
      at: this.now,
      from: 'support@nemesys.nl',
      subject: `Re: [${order}]`,
      text: 'x',
      believed: true,
    };
    await this.happens(order, { kind: 'mail', mail: { taken: null, ...whole, ...mail } });
  }

  async order(id: string): Promise<Order> {
    const { order } = await readOrder(this.store, this.playbook.organisation, id);
    if (order === null) throw new Error(`there is no order ${id}`);
    return order;
  }

  async waits(ms: number): Promise<void> {
    const end = this.now + ms;
    // What is due on the way is seen to at its time.
    for (const step = Math.max(1000, ms / 50); this.now < end; ) {
      this.now = Math.min(end, this.now + step);
      await this.work();
    }
  }

  /** Works until nothing is due, and what was sent is looked after. */
  async work(): Promise<void> {
    for (let i = 0; i < 3; i++) {
      await this.engine.workThrough();
      this.now += 600;
    }
    await this.engine.workThrough();
  }

  repliesTo(user: string): readonly Reply[] {
    return this.web.deliveries
      .filter(({ kind, destination }) => kind === 'message' && destination.endsWith(`/${user}`))
      .map(replyOf);
  }
}

/** Somebody who talks with the bot. */
export class OrderPerson {
  readonly #town: OrderTown;
  readonly #from: Speaker;
  #read = 0;
  #said = 0;

  constructor(town: OrderTown, from: Speaker) {
    this.#town = town;
    this.#from = from;
  }

  async says(text: string): Promise<void> {
    await this.#does({ kind: 'said', text, pictures: [] });
  }

  /** Presses the newest choice with this label, on whatever message it stands. */
  async presses(label: string): Promise<void> {
    await this.#does({ kind: 'pressed', choice: this.choice(label), fields: {} });
  }

  /** Presses a choice that somebody else was given. */
  async pressesCardOf(other: OrderPerson, label: string): Promise<void> {
    await this.#does({ kind: 'pressed', choice: other.choice(label), fields: {} });
  }

  choice(label: string): string {
    const all = this.replies.flatMap(({ message }) => choicesOf(message));
    const found = all.findLast((choice) => choice.label === label);
    if (found === undefined) throw new Error(`${this.#from.user} is not offered "${label}"`);
    return found.id;
  }

  /** What came since it was last asked. */
  hears(): string {
    const replies = this.replies.slice(this.#read);
    this.#read = this.replies.length;
    return replies.map(({ message }) => plainText(message)).join('\n---\n');
  }

  /** The labels of the newest message. */
  get offered(): readonly string[] {
    const last = this.replies.at(-1);
    return last === undefined ? [] : choicesOf(last.message).map(({ label }) => label);
  }

  get last(): Reply | undefined {
    return this.replies.at(-1);
  }

  get replies(): readonly Reply[] {
    return this.#town.repliesTo(this.#from.user);
  }

  async #does(what: Happening): Promise<void> {
    const { organisation } = this.#town.playbook;
    const { user } = this.#from;
    this.#said++;
    await this.#town.engine.accept({
      ...{ id: `web/${user}/${this.#said}`, organisation, conversation: `web/${organisation}/${user}` },
      ...{ from: this.#from, what, ahead: 0 },
    });
    await this.#town.work();
  }
}
