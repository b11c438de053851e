import { pino } from 'pino';
import type { Happening, TurnEvent } from '../../src/conversation/event.ts';
import type { Message, Reply } from '../../src/conversation/messages.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import type { TurnResult } from '../../src/conversation/turn.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import type { Alarm } from '../../src/ports/alarm.ts';
import type { Sender, Sending } from '../../src/ports/sender.ts';
import type { Delivery } from '../../src/ports/store/outbox.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Inbound } from '../../src/runtime/inbound.ts';
import type { TurnFunction } from '../../src/runtime/plan-turn.ts';
import { WorkingEngine } from '../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { playbookFrom, shippedText } from './playbooks.ts';

export const NINE = Temporal.Instant.from('2026-11-23T09:00:00+01:00').epochMilliseconds;
const SENT: Sending = { outcome: 'sent', receipt: null };

/** A sender that keeps what it was given, and answers as it is told. */
export class KeepingSender implements Sender {
  readonly deliveries: Delivery[] = [];
  /** What to answer next; then everything is sent. */
  readonly next: ((delivery: Delivery) => Sending | Promise<Sending>)[] = [];
  /** What is answered about deliveries whose end nobody saw. */
  settled: Sending = SENT;
  asked = 0;

  async send(delivery: Delivery): Promise<Sending> {
    const answer = this.next.shift();
    const sending = answer === undefined ? SENT : await answer(delivery);
    if (sending.outcome === 'sent') this.deliveries.push(delivery);
    return sending;
  }

  async settle(): Promise<Sending> {
    this.asked++;
    return this.settled;
  }

  /** The texts that went out, in order. */
  get texts(): string[] {
    return this.deliveries.map((delivery) => wordsOf(replyOf(delivery).message));
  }
}

/** An alarm that rings when the test says so. */
export class HandAlarm implements Alarm {
  #waiting: { readonly ms: number; readonly ring: () => void }[] = [];

  after(ms: number, ring: () => void): () => void {
    const entry = { ms, ring };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  get waits(): number[] {
    return this.#waiting.map(({ ms }) => ms);
  }

  ringAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { ring } of waiting) ring();
  }
}

export const replyOf = ({ body }: Delivery): Reply => (body as unknown as { reply: Reply }).reply;
export const wordsOf = (message: Message): string => ('text' in message ? `${message.text}` : message.kind);

/** A runtime on a store in memory, with a clock, an alarm and a log in the test's hand. */
export class TestEngine {
  readonly sender = new KeepingSender();
  readonly alarm = new HandAlarm();
  readonly log: Record<string, unknown>[] = [];
  readonly playbook: Playbook;
  readonly store: Store;
  readonly engine: WorkingEngine;
  now = NINE;

  constructor(
    turn: TurnFunction,
    {
      store = openSqliteStore({ file: ':memory:' }) as Store,
      now = NINE,
      spending = [] as string[],
      // Of a report nothing comes but what the turn wants.
      playbook = { ...playbookFrom(shippedText('porsanger')), followUp: null } as Playbook,
    } = {},
  ) {
    this.playbook = playbook;
    this.store = store;
    this.now = now;
    this.engine = new WorkingEngine({
      store,
      turn,
      playbooks: new Map([[this.playbook.organisation, this.playbook]]),
      senders: new Map([
        ['web', this.sender],
        ['desk', this.sender],
      ]),
      transcripts: new Set(['web', 'desk']),
      spending: new Set(spending),
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(this.now) },
      alarm: this.alarm,
      random: () => 0.5,
      log: pino({ level: 'info' }, { write: (line) => void this.log.push(JSON.parse(line)) }),
    });
  }

  /** Takes a text in, and works until nothing is due. */
  async say(id: string, text: string, more: Partial<Inbound> = {}): Promise<void> {
    await this.engine.accept(inbound(id, { kind: 'said', text, pictures: [] }, more));
    await this.engine.workThrough();
  }

  /** The transcript of a conversation as "said: reply, reply". */
  async lines(conversation = 'web/porsanger/anna'): Promise<string[]> {
    const entries = await this.engine.transcript(conversation);
    return entries.map(
      ({ said, replies }) => `${said}: ${replies.map(({ message }) => wordsOf(message)).join(', ')}`,
    );
  }
}

/** An event of Anna's conversation. */
export function inbound(id: string, what: Happening, more: Partial<Inbound> = {}): Inbound {
  return {
    id,
    organisation: 'porsanger',
    conversation: 'web/porsanger/anna',
    from: { user: 'anna', desk: false, locale: null, role: null, site: null },
    what,
    ahead: 0,
    ...more,
  };
}

/** A turn that says one text, counts itself, and changes what it is told to. */
export function saying(
  words: (event: TurnEvent, state: ConversationState, now: Temporal.ZonedDateTime) => string,
  more: (
    event: TurnEvent,
    now: Temporal.ZonedDateTime,
  ) => {
    state?: Partial<ConversationState>;
    effects?: TurnResult['effects'];
    spent?: TurnResult['spent'];
  } = () => ({}),
): TurnFunction {
  return (_playbook, state, event, now) => {
    const text = words(event, state, now);
    const message: Message = { kind: 'say', language: 'nb', choices: [], tone: 'plain', text };
    const { state: change, effects = [], spent = null } = more(event, now);
    return {
      state: { ...state, turns: state.turns + 1, ...change },
      replies: [{ key: `${state.turns + 1}.1`, replaces: null, message }],
      effects,
      spent,
    };
  };
}

/** What was said, or what else happened. */
export const heard = ({ what }: TurnEvent): string => (what.kind === 'said' ? what.text : what.kind);
