import type { Known, Speaker } from '../conversation/event.ts';
import type { Applied } from '../domain/notices/commands.ts';
import { servedIds } from '../domain/organisation/served.ts';
import type { ClaimedEvent, Hand, InboundEvent, Receipt } from '../ports/store/inbox.ts';
import { Answers } from './answers.ts';
import { type LivePlaybooks, livePlaybooks } from './away/live-playbooks.ts';
import { type OutsideDeed, outsideDeed } from './cases/outside.ts';
import { checkInbound } from './check-inbound.ts';
import {
  type Answered,
  type Engine,
  TRANSCRIPT_LIMITS,
  type TranscriptEntry,
  UnknownOrganisationError,
} from './engine.ts';
import { EngineLife } from './engine-life.ts';
import type { EngineParts } from './engine-parts.ts';
import { type OutsideAnswer, outsideAnswer } from './escalations/outside.ts';
import type { Processed } from './event-worker.ts';
import { areInHand, type Committed } from './handover.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Inbound, inboundEvent } from './inbound.ts';
import { JobWaker } from './jobs/job-waker.ts';
import { Roll } from './jobs/roll.ts';
import { readKnown } from './known.ts';
import type { OutsideCommand } from './notices/commands.ts';
import type { LedgerWithRows } from './notices/ledger.ts';
import { Notices } from './notices/notices.ts';
import { type OutsideOrderEvent, outsideEvent } from './orders/outside.ts';
import { type Reached, reachOf } from './reach.ts';
import { LOOK_EVERY_MS, Rounds } from './rounds.ts';
import { StoreFailures } from './store-failures.ts';
import { WorkingTimers } from './timers/desk.ts';
import { Ringing } from './timers/ringing.ts';
import { readTranscript } from './transcript.ts';
import { Upkeep } from './upkeep.ts';
import { type Works, worksOf } from './works.ts';

const LEASE_MS = 60_000;

/** Inbox to turn to commit to outbox, over and over. See docs/runtime.md. */
export class WorkingEngine implements Engine {
  readonly #parts: EngineParts;
  readonly #worker: string;
  readonly #life: EngineLife;
  readonly #works: Works;
  readonly #failures: StoreFailures;
  readonly #ringing: Ringing;
  readonly timers: WorkingTimers;
  readonly #answers: Answers;
  readonly #notices: Notices;
  #failure: unknown;

  constructor(made: EngineParts) {
    const live = livePlaybooks(made.playbooks);
    const parts = { ...made, playbooks: live };
    this.#parts = parts;
    this.#worker = parts.worker ?? 'driftvakt';
    this.#failures = new StoreFailures(parts.log);
    const wakeEvents = (): void => this.#life.wakeEvents();
    this.timers = new WorkingTimers(parts, wakeEvents);
    this.#ringing = this.#ringingOf(parts);
    this.#answers = new Answers(parts.alarm);
    this.#notices = new Notices(parts, wakeEvents);
    this.#works = worksOf({
      ...{ parts, notices: this.#notices, hand: () => this.#hand(), mayLeave: () => this.#life.mayLeave },
      failed: (cause) => this.#storeFailed(cause),
      committed: (turn) => this.#answers.tell(turn),
      processed: (...what) => this.#processed(...what),
    });
    this.#life = this.#lifeOf(parts, live);
  }

  #ringingOf(parts: EngineParts): Ringing {
    const { shared, clock } = parts;
    const failed = (cause: unknown): void => this.#storeFailed(cause);
    return new Ringing({
      ...{ ...parts, failed, rung: () => this.#life.wakeEvents() },
      ...(shared !== undefined && { waker: new JobWaker(shared.jobs, clock, failed) }),
    });
  }

  #lifeOf(parts: EngineParts, live: LivePlaybooks): EngineLife {
    const { store, alarm, clock, playbooks, shared } = parts;
    const [worker, now] = [this.#worker, () => this.#now()];
    const failed = (cause: unknown): void => this.#storeFailed(cause);
    const roll =
      shared === undefined ? null : new Roll({ store, clock, failed, worker, peers: shared.peers });
    const rounds = new Rounds({
      ...{ ...this.#works, store, roll, now, ringing: this.#ringing },
      upkeep: new Upkeep(store, playbooks.keys()),
      refresh: () => live.refreshAll(store),
      answersHeard: () => new Promise((resolve) => void alarm.after(0, resolve)),
      isWaiting: (id) => this.#works.deliveries.some((pump) => pump.waits(id)),
      wakeEvents: () => this.#life.wakeEvents(),
      wakeDeliveries: () => this.#life.wakeDeliveries(),
    });
    return new EngineLife({
      ...{ ...parts, ...this.#works, worker, roll, rounds, now, failed, notices: this.#notices },
      heartbeat: new Heartbeat(alarm, LOOK_EVERY_MS, () => rounds.beat().catch(failed)),
    });
  }

  async accept(inbound: Inbound): Promise<Receipt> {
    this.#life.refuse(inbound);
    checkInbound(inbound);
    const event = inboundEvent(inbound, this.#now());
    if (this.#life.isRecovered) return this.#works.events.receive(event);
    return this.#parts.store.receive(event);
  }

  async command(command: OutsideCommand): Promise<Applied> {
    this.#life.refuse(command);
    return this.#notices.commands.do(command, this.#now());
  }

  async retryNotice(organisation: string, notice: string): Promise<void> {
    this.#life.refuse({ organisation });
    return this.#notices.commands.retry(organisation, notice, this.#now());
  }

  async orderEvent(event: OutsideOrderEvent): Promise<Receipt> {
    this.#life.refuse(event);
    return this.#received(outsideEvent(event, this.#now()));
  }

  async caseDeed(deed: OutsideDeed): Promise<Receipt> {
    this.#life.refuse(deed);
    return this.#received(outsideDeed(deed, this.#now()));
  }

  async pingAnswer(answer: OutsideAnswer): Promise<Receipt> {
    this.#life.refuse(answer);
    return this.#received(outsideAnswer(answer, this.#now()));
  }

  async #received(event: InboundEvent): Promise<Receipt> {
    const receipt = await this.#parts.store.receive(event);
    this.#life.wakeEvents();
    return receipt;
  }

  ledger(organisation: string, notice: string): Promise<LedgerWithRows | null> {
    return this.#notices.ledger(organisation, notice);
  }

  answered(event: string, patienceMs: number): Promise<Answered | 'late'> {
    return this.#answers.of(event, patienceMs);
  }

  async known(organisation: string, from: Speaker): Promise<Known> {
    const { store, playbooks } = this.#parts;
    const playbook = playbooks.get(organisation);
    if (playbook === undefined) throw new UnknownOrganisationError(organisation);
    return (
      await readKnown(store, from, null, {
        ...{ now: this.#now(), playbook, served: servedIds(playbooks, organisation) },
      })
    ).known;
  }

  reached(organisation: string, conversation: string, passing = false): Promise<Reached> {
    return reachOf(this.#parts.store, organisation, conversation, passing);
  }

  async transcript(
    conversation: string,
    limit: number = TRANSCRIPT_LIMITS.page,
  ): Promise<readonly TranscriptEntry[]> {
    const turns = await readTranscript(this.#parts.store, conversation, limit);
    return this.#notices.inTranscript(conversation, turns, limit);
  }

  /** How many turns a conversation had. */
  async turnsOf(conversation: string): Promise<number> {
    return (await this.#parts.store.load(conversation))?.version ?? 0;
  }

  /** When the next timer of all conversations rings, by the machine's clock, in ms; null for never. */
  nextTimer(): Promise<number | null> {
    return this.#parts.store.nextTimer();
  }

  /** Settles what a dead process left, then works by itself until `stop`. */
  run(): Promise<void> {
    return this.#life.run();
  }

  /** Works until nothing is due at the clock's now. For where nobody waits for time to pass: the terminal, and tests. */
  async workThrough(): Promise<void> {
    this.#failure = undefined;
    await this.#life.workThrough(() => this.#failure);
  }

  /** The store can be used again: what it gave without having been heard is found. */
  async regain(): Promise<void> {
    const isShared = this.#parts.shared !== undefined;
    // A file's answers are not lost.
    if (isShared) await this.#life.regain().catch((cause: unknown) => this.#storeFailed(cause));
  }

  /** Ends what was begun, and begins nothing more. The store stays open. */
  stop(): Promise<void> {
    return this.#life.stop();
  }

  async #processed(
    event: ClaimedEvent,
    { deliveries, dueAt }: Processed,
    ready: Committed | null,
  ): Promise<void> {
    const { relayed } = this.#works;
    if (relayed !== null) await relayed.committed(deliveries, ready?.taken ?? []);
    else if (!areInHand(deliveries, ready)) this.#life.wakeDeliveries();
    await this.#ringing.committed(event.dueAt !== undefined, dueAt);
  }

  #hand(): Hand {
    return { worker: this.#worker, now: this.#now(), leaseMs: LEASE_MS };
  }

  #storeFailed(cause: unknown): void {
    this.#failure = cause;
    const { storeFailed = (told: unknown) => this.#failures.tell(told, this.#now()) } = this.#parts;
    storeFailed(cause);
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}
