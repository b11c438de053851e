import type { Logger } from 'pino';
import type { Known, Speaker } from '../conversation/event.ts';
import { turn } from '../conversation/turn.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Alarm } from '../ports/alarm.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { Sender } from '../ports/sender.ts';
import { StoreError } from '../ports/store/error.ts';
import type { ClaimedEvent, Receipt } from '../ports/store/inbox.ts';
import type { Delivery } from '../ports/store/outbox.ts';
import type { Store } from '../ports/store.ts';
import { Answers } from './answers.ts';
import { checkInbound } from './check-inbound.ts';
import { DeliveryWorker } from './delivery-worker.ts';
import {
  type Answered,
  type Engine,
  TRANSCRIPT_LIMITS,
  type TranscriptEntry,
  UnknownOrganisationError,
} from './engine.ts';
import { EventWorker } from './event-worker.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Inbound, inboundEvent } from './inbound.ts';
import { readKnown } from './known.ts';
import { memoryOf } from './memory.ts';
import type { TurnFunction } from './plan-turn.ts';
import { Pump } from './pump.ts';
import { type Reached, reachOf } from './reach.ts';
import { StoreFailures } from './store-failures.ts';
import { readTranscript } from './transcript.ts';
import { Upkeep } from './upkeep.ts';

/** What the runtime is made of. */
export interface EngineParts {
  readonly store: Store;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly senders: ReadonlyMap<string, Sender>;
  /** Channels that keep no transcript themselves. */
  readonly transcripts: ReadonlySet<string>;
  /** Channels that take choices away once one was taken: they get deliveries of the kind `spent`. */
  readonly spending: ReadonlySet<string>;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly random: Random;
  readonly log: Logger;
  /** Another name for each process on one store; it outlives a restart. */
  readonly worker?: string;
  /** Stands in for the conversation in tests of the runtime. */
  readonly turn?: TurnFunction;
}

/** How often it looks by itself for what is due: timers, postponed events, messages to try again, lost leases. */
const LOOK_EVERY_MS = 1000;
const LEASE_MS = 60_000;
/** Turns, and messages, at a time. */
const SLOTS = 64;
const TIMERS_AT_ONCE = 100;

/** Inbox to turn to commit to outbox, over and over. See docs/runtime.md. */
export class WorkingEngine implements Engine {
  readonly #parts: EngineParts;
  readonly #worker: string;
  readonly #events: Pump<ClaimedEvent>;
  readonly #deliveries: Pump<Delivery>;
  readonly #sending: DeliveryWorker;
  readonly #upkeep: Upkeep;
  readonly #failures: StoreFailures;
  readonly #heartbeat: Heartbeat;
  readonly #answers: Answers;
  #recovered = false;
  #stopped = false;
  #failure: unknown;

  constructor(parts: EngineParts) {
    const { store, alarm, random, log } = parts;
    this.#parts = parts;
    this.#worker = parts.worker ?? 'driftvakt';
    this.#upkeep = new Upkeep(store);
    this.#failures = new StoreFailures(log);
    this.#heartbeat = new Heartbeat(alarm, LOOK_EVERY_MS, () =>
      this.#lookAround().catch((cause: unknown) => this.#storeFailed(cause)),
    );
    this.#sending = new DeliveryWorker(parts);
    this.#answers = new Answers(alarm);
    const processing = new EventWorker({
      turn,
      ...parts,
      committed: (committed) => this.#answers.tell(committed),
    });
    const pump = { slots: SLOTS, alarm, random, failed: (cause: unknown) => this.#storeFailed(cause) };
    this.#events = new Pump({
      ...pump,
      claim: (limit) => store.claimEvents(this.#claim(limit)),
      work: async (event) => {
        const { deliveries, rings } = await processing.process(event);
        if (deliveries) this.#deliveries.wake();
        if (rings) await this.#ring();
      },
    });
    this.#deliveries = new Pump({
      ...pump,
      claim: (limit) => store.claimDeliveries(this.#claim(limit)),
      work: (delivery) => this.#sending.send(delivery),
    });
  }

  async accept(inbound: Inbound): Promise<Receipt> {
    if (this.#stopped) throw new StoreError('closed', 'The service is ending, and takes nothing more.');
    if (!this.#parts.playbooks.has(inbound.organisation))
      throw new UnknownOrganisationError(inbound.organisation);
    checkInbound(inbound);
    const receipt = await this.#parts.store.receive(inboundEvent(inbound, this.#now()));
    // Before that, what is claimed would be taken for what a dead process held.
    if (this.#recovered) this.#events.wake();
    return receipt;
  }

  answered(event: string, patienceMs: number): Promise<Answered | 'late'> {
    return this.#answers.of(event, patienceMs);
  }

  async known(organisation: string, from: Speaker): Promise<Known> {
    const { store, playbooks } = this.#parts;
    const authors = playbooks.get(organisation)?.notices.authors ?? [];
    return (await readKnown(store, organisation, from, null, { now: this.#now(), authors })).known;
  }

  reached(organisation: string, conversation: string): Promise<Reached> {
    return reachOf(this.#parts.store, organisation, conversation);
  }

  transcript(
    conversation: string,
    limit: number = TRANSCRIPT_LIMITS.page,
  ): Promise<readonly TranscriptEntry[]> {
    return readTranscript(this.#parts.store, conversation, limit);
  }

  /** How many turns a conversation had. */
  async turnsOf(conversation: string): Promise<number> {
    return (await this.#parts.store.load(conversation))?.version ?? 0;
  }

  /** When a conversation next wants to be reminded of something, by its own clock, in ms; null for never. */
  async nextReminder(conversation: string): Promise<number | null> {
    const { state } = memoryOf(await this.#parts.store.load(conversation));
    return state.reminders.length === 0 ? null : Math.min(...state.reminders.map(({ due }) => due));
  }

  async ready(): Promise<void> {
    await this.#parts.store.health();
  }

  /** Settles what a dead process left, then works by itself until `stop`. */
  async run(): Promise<void> {
    await this.#recover();
    this.#heartbeat.start();
  }

  /** Works until nothing is due at the clock's now. For where nobody waits for time to pass: the terminal, and tests. */
  async workThrough(): Promise<void> {
    this.#failure = undefined;
    await this.#recover();
    for (let before = -1; before !== this.#events.done + this.#deliveries.done; ) {
      before = this.#events.done + this.#deliveries.done;
      await this.#lookAround();
      await this.#events.idle();
      await this.#deliveries.idle();
      if (this.#failure !== undefined) throw this.#failure;
    }
  }

  /** Ends what was begun, and begins nothing more. The store stays open. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#heartbeat.stop();
    await this.#events.stop();
    await this.#deliveries.stop();
  }

  async #recover(): Promise<void> {
    if (this.#recovered) return;
    await this.#settleInterrupted(this.#worker);
    this.#recovered = true;
  }

  async #settleInterrupted(worker: string | null): Promise<void> {
    const interrupted = await this.#parts.store.recover({ worker, now: this.#now() });
    for (const delivery of interrupted) await this.#sending.settleInterrupted(delivery);
  }

  /** Sees to all that is due by now. */
  async #lookAround(): Promise<void> {
    await this.#ring();
    await this.#settleInterrupted(null);
    this.#deliveries.wake();
    await this.#upkeep.prune(this.#now());
  }

  async #ring(): Promise<void> {
    const request = { now: this.#now(), limit: TIMERS_AT_ONCE };
    while ((await this.#parts.store.ringTimers(request)) === TIMERS_AT_ONCE) this.#events.wake();
    this.#events.wake();
  }

  #claim(limit: number): { worker: string; limit: number; now: number; leaseMs: number } {
    return { worker: this.#worker, limit, now: this.#now(), leaseMs: LEASE_MS };
  }

  #storeFailed(cause: unknown): void {
    this.#failure = cause;
    this.#failures.tell(cause, this.#now());
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}
