import { pino } from 'pino';
import type { Happening, Speaker } from '../../../src/conversation/event.ts';
import type { Message } from '../../../src/conversation/messages.ts';
import type { Escalation } from '../../../src/domain/escalation/escalation.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import type { Report } from '../../../src/domain/reports/report.ts';
import type { Begin, MessageBody, Sender, Sending } from '../../../src/ports/sender.ts';
import type { Delivery } from '../../../src/ports/store/outbox.ts';
import type { Store } from '../../../src/ports/store.ts';
import { PING_GATEWAY, PING_MAIL, type Ways } from '../../../src/runtime/escalations/pingable.ts';
import { readEscalation } from '../../../src/runtime/escalations/records.ts';
import { WorkingEngine } from '../../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { HandAlarm } from '../engine.ts';

/** A message as it arrived somewhere. */
export interface Arrived {
  readonly at: number;
  readonly to: string;
  readonly kind: string;
  readonly body: MessageBody;
}

/** A sender that keeps what it was given, in order. */
class Keeping implements Sender {
  readonly #watch: Watch;
  readonly #arrive: (delivery: Delivery) => Sending;
  readonly isBlind: boolean;

  constructor(watch: Watch, arrive: (delivery: Delivery) => Sending, isBlind: boolean) {
    this.#watch = watch;
    this.#arrive = arrive;
    this.isBlind = isBlind;
  }

  async send(delivery: Delivery, begin?: Begin): Promise<Sending> {
    await this.#watch.waiting?.(delivery);
    if ((await begin?.()) === false) return { outcome: 'later', reason: 'not wanted any more', afterMs: 0 };
    return this.#arrive(delivery);
  }

  async settle(delivery: Delivery): Promise<Sending> {
    return this.#watch.settling?.(delivery) ?? this.#arrive(delivery);
  }
}

/** The real runtime and conversation on a clock in the test's hand, with people who hold contacts. */
export class Watch {
  readonly playbook: Playbook;
  readonly store: Store = openSqliteStore({ file: ':memory:' });
  readonly arrived: Arrived[] = [];
  readonly log: Record<string, unknown>[] = [];
  /** What becomes of what is sent; missing: it arrives. */
  sending: ((delivery: Delivery) => Sending | null) | null = null;
  /** What is found out of what may have arrived; missing: it is sent again, and arrives. */
  settling: ((delivery: Delivery) => Sending) | null = null;
  /** What happens while something waits for its turn to leave. */
  waiting: ((delivery: Delivery) => Promise<void>) | null = null;
  now: number;
  #engine: WorkingEngine;
  #events = 0;
  readonly #ways: Ways;

  constructor(playbook: Playbook, local: string, ways: Ways = { mail: false, gateway: false }) {
    this.playbook = playbook;
    this.#ways = ways;
    this.now = Temporal.PlainDateTime.from(local).toZonedDateTime(playbook.timezone).epochMilliseconds;
    this.#engine = this.#started();
  }

  get engine(): WorkingEngine {
    return this.#engine;
  }

  /** Ends, and begins again on the same store. */
  async restart(): Promise<void> {
    await this.#engine.stop();
    this.#engine = this.#started();
  }

  /** Somebody speaks, as who the channel knows for certain. */
  person(user: string, more: Partial<Speaker> = {}): WatchPerson {
    return new WatchPerson(this, user, more);
  }

  /** Whoever holds a contact, once they have spoken with the bot. */
  async holder(contact: string, user = contact): Promise<WatchPerson> {
    const person = this.person(user, { role: contact });
    await person.happens({ kind: 'came' });
    return person;
  }

  async accept(conversation: string, from: Speaker, what: Happening): Promise<void> {
    const { organisation } = this.playbook;
    const id = `test/${++this.#events}`;
    await this.#engine.accept({ id, organisation, conversation, from, what, ahead: 0 });
    await this.#engine.workThrough();
  }

  /** Moves the clock on, and lets what falls due happen at its time, minute by minute. */
  async pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) {
      this.now += 60_000;
      await this.#engine.workThrough();
    }
  }

  /** Moves the clock at once, as after a stop. */
  async jump(ms: number): Promise<void> {
    this.now += ms;
    await this.#engine.workThrough();
  }

  async escalation(id: string): Promise<Escalation | null> {
    return (await readEscalation(this.store, this.playbook.organisation, id)).escalation;
  }

  async report(id: string): Promise<Report> {
    const { organisation } = this.playbook;
    const record = await this.store.record({ organisation, kind: 'report', id });
    if (record === null) throw new Error(`no report ${id}`);
    return record.body as unknown as Report;
  }

  /** The ids of all reports, oldest first. */
  async reports(): Promise<readonly Report[]> {
    const { organisation } = this.playbook;
    const search = { organisation, kind: 'report', order: 'oldest', limit: 200 } as const;
    return (await this.store.findRecords(search)).items.map(({ body }) => body as unknown as Report);
  }

  /** The pings that arrived: not the changes of them. */
  get pings(): readonly Arrived[] {
    return this.arrived.filter(
      ({ body: { reply } }) => reply.key.startsWith('p-') && reply.replaces === null,
    );
  }

  /** To whom pings went, in order. */
  get pinged(): string[] {
    return this.pings.map(({ to }) => to.split('/').at(-1) ?? '');
  }

  #started(): WorkingEngine {
    const channels = ['web', 'desk', PING_MAIL, PING_GATEWAY];
    const arrive = (delivery: Delivery): Sending => this.#arrive(delivery);
    const senderOf = (channel: string) => new Keeping(this, arrive, channel.startsWith('ping-'));
    return new WorkingEngine({
      store: this.store,
      playbooks: new Map([[this.playbook.organisation, this.playbook]]),
      senders: new Map(channels.map((channel) => [channel, senderOf(channel)])),
      transcripts: new Set(['web', 'desk']),
      spending: new Set<string>(),
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(this.now) },
      alarm: new HandAlarm(),
      random: () => 0.5,
      log: pino({ level: 'warn' }, { write: (line) => void this.log.push(JSON.parse(line)) }),
      pingWays: this.#ways,
    });
  }

  #arrive(delivery: Delivery): Sending {
    const sending = this.sending?.(delivery) ?? null;
    if (sending !== null && sending.outcome !== 'sent') return sending;
    const { destination: to, kind } = delivery;
    this.arrived.push({ at: this.now, to, kind, body: delivery.body as unknown as MessageBody });
    return { outcome: 'sent', receipt: null };
  }
}

/** Somebody with a chat of their own. */
export class WatchPerson {
  readonly #watch: Watch;
  readonly #from: Speaker;
  readonly conversation: string;

  constructor(watch: Watch, user: string, more: Partial<Speaker>) {
    this.#watch = watch;
    this.#from = { user, desk: false, locale: null, role: null, site: null, ...more };
    const { organisation } = watch.playbook;
    this.conversation = this.#from.desk ? `desk/${organisation}` : `web/${organisation}/${user}`;
  }

  happens(what: Happening): Promise<void> {
    return this.#watch.accept(this.conversation, this.#from, what);
  }

  say(text: string): Promise<void> {
    return this.happens({ kind: 'said', text, pictures: [] });
  }

  press(choice: string): Promise<void> {
    return this.happens({ kind: 'pressed', choice, fields: {} });
  }

  /** Presses the choice with this label on what stands in their chat now. */
  async pressLabel(label: string): Promise<void> {
    const choice = this.messages()
      .flatMap(({ choices }) => choices)
      .findLast((each) => each.label === label);
    if (choice === undefined) throw new Error(`no "${label}" in:\n${this.text}`);
    await this.press(choice.id);
  }

  /** All messages as they stand in the chat now: what was replaced is as it is by then. */
  messages(): readonly Message[] {
    const shown = new Map<string, Message>();
    const now = new Map<string, string>();
    for (const { to, body } of this.#watch.arrived) {
      if (to !== this.conversation) continue;
      const { key, replaces, message } = body.reply;
      const place = replaces === null ? key : (now.get(replaces) ?? key);
      now.set(key, place);
      shown.set(place, message);
    }
    return [...shown.values()];
  }

  /** The newest ping as it stands now. */
  get ping(): Extract<Message, { kind: 'receipt' }> {
    const found = this.messages().findLast(
      (message) => message.kind === 'receipt' && message.notes.some((note) => note !== ''),
    );
    if (found?.kind !== 'receipt') throw new Error(`no ping in:\n${this.text}`);
    return found;
  }

  /** What stands in the chat, as JSON, for looking at. */
  get text(): string {
    return this.messages()
      .map((message) => JSON.stringify(message))
      .join('\n');
  }
}
