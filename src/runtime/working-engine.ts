import type { Known, Speaker } from '../conversation/event.ts';
import type { Applied } from '../domain/notices/commands.ts';
import { servedIds } from '../domain/organisation/served.ts';
import { StoreError } from '../ports/store/error.ts';
import type { ClaimedEvent, Hand, InboundEvent, Receipt } from '../ports/store/inbox.ts';
import type { Delivery, NewDelivery } from '../ports/store/outbox.ts';
import { Answers } from './answers.ts';
import { livePlaybooks } from './away/live-playbooks.ts';
import { type OutsideDeed, outsideDeed } from './cases/outside.ts';
import { checkInbound } from './check-inbound.ts';
import type { DeliveryPump } from './delivery-pump.ts';
import { startDuties } from './duties/start.ts';
import {
  type Answered,
  type Engine,
  TRANSCRIPT_LIMITS,
  type TranscriptEntry,
  UnknownOrganisationError,
} from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import type { EventPump } from './event-pump.ts';
import type { Processed } from './event-worker.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Inbound, inboundEvent } from './inbound.ts';
import type { DeliveryJobs } from './jobs/delivery-jobs.ts';
import { JobWaker } from './jobs/job-waker.ts';
import { Roll } from './jobs/roll.ts';
import { readKnown } from './known.ts';
import type { OutsideCommand } from './notices/commands.ts';
import type { LedgerWithRows } from './notices/ledger.ts';
import { Notices } from './notices/notices.ts';
import { type OutsideOrderEvent, outsideEvent } from './orders/outside.ts';
import { type Reached, reachOf } from './reach.ts';
import { LOOK_EVERY_MS, RECURRING, Rounds } from './rounds.ts';
import { StoreFailures } from './store-failures.ts';
import { WorkingTimers } from './timers/desk.ts';
import { Ringing } from './timers/ringing.ts';
import { readTranscript } from './transcript.ts';
import { Upkeep } from './upkeep.ts';
import { worksOf } from './works.ts';

const LEASE_MS = 60_000;
/** So long messages wait at the start for what had come in before it. */
const HEED_MS = 3000;
/** So long one of several processes ends what it began, at its end; what takes longer is settled by the others. */
const DRAIN_MS = 6000;
/** And so long it tries to give back what it took. */
const LEAVE_MS = 1500;

/** Inbox to turn to commit to outbox, over and over. See docs/runtime.md. */
export class WorkingEngine implements Engine {
  readonly #parts: EngineParts;
  readonly #worker: string;
  readonly #events: EventPump;
  readonly #deliveries: readonly DeliveryPump[];
  readonly #relayed: DeliveryJobs | null;
  readonly #roll: Roll | null;
  readonly #rounds: Rounds;
  readonly #failures: StoreFailures;
  readonly #heartbeat: Heartbeat;
  readonly #ringing: Ringing;
  readonly timers: WorkingTimers;
  readonly #answers: Answers;
  readonly #notices: Notices;
  #recovered = false;
  /** What had come in before the start is processed: messages may leave. */
  #heeded = false;
  #stopped = false;
  #failure: unknown;

  constructor(made: EngineParts) {
    const live = livePlaybooks(made.playbooks);
    const parts = { ...made, playbooks: live };
    const { store, alarm, log, playbooks, shared, clock } = parts;
    this.#parts = parts;
    this.#worker = parts.worker ?? 'driftvakt';
    this.#failures = new StoreFailures(log);
    this.#heartbeat = new Heartbeat(alarm, LOOK_EVERY_MS, () =>
      this.#rounds.beat().catch((cause: unknown) => this.#storeFailed(cause)),
    );
    const failed = (cause: unknown): void => this.#storeFailed(cause);
    this.timers = new WorkingTimers(parts, () => this.#wakeEvents());
    this.#ringing = new Ringing({
      ...{ ...parts, failed, rung: () => this.#wakeEvents() },
      ...(shared !== undefined && { waker: new JobWaker(shared.jobs, clock, failed) }),
    });
    this.#answers = new Answers(alarm);
    this.#notices = new Notices(parts, () => this.#wakeEvents());
    const works = worksOf({
      ...{ parts, notices: this.#notices, hand: () => this.#hand(), mayLeave: () => this.#heeded },
      failed,
      committed: (turn) => this.#answers.tell(turn),
      processed: (...what) => this.#processed(...what),
    });
    this.#events = works.events;
    this.#deliveries = works.deliveries;
    this.#relayed = works.relayed;
    this.#roll =
      shared === undefined
        ? null
        : new Roll({ store, clock, failed, worker: this.#worker, peers: shared.peers });
    this.#rounds = new Rounds({
      ...{
        ...works,
        store,
        roll: this.#roll,
        ringing: this.#ringing,
        upkeep: new Upkeep(store, playbooks.keys()),
      },
      now: () => this.#now(),
      refresh: () => live.refreshAll(store),
      wakeEvents: () => this.#wakeEvents(),
      wakeDeliveries: () => this.#wakeDeliveries(),
    });
  }

  async accept(inbound: Inbound): Promise<Receipt> {
    this.#refuse(inbound);
    checkInbound(inbound);
    const event = inboundEvent(inbound, this.#now());
    if (this.#recovered) return this.#events.receive(event);
    return this.#parts.store.receive(event);
  }

  async #processed(
    event: ClaimedEvent,
    { deliveries, dueAt }: Processed,
    taken: readonly Delivery[],
  ): Promise<void> {
    if (this.#relayed !== null) await this.#relayed.committed(deliveries, taken);
    else if (!areInHand(deliveries, taken)) this.#wakeDeliveries();
    await this.#ringing.committed(event.dueAt !== undefined, dueAt);
  }

  async command(command: OutsideCommand): Promise<Applied> {
    this.#refuse(command);
    return this.#notices.commands.do(command, this.#now());
  }

  async retryNotice(organisation: string, notice: string): Promise<void> {
    this.#refuse({ organisation });
    return this.#notices.commands.retry(organisation, notice, this.#now());
  }

  async orderEvent(event: OutsideOrderEvent): Promise<Receipt> {
    this.#refuse(event);
    return this.#received(outsideEvent(event, this.#now()));
  }

  async caseDeed(deed: OutsideDeed): Promise<Receipt> {
    this.#refuse(deed);
    return this.#received(outsideDeed(deed, this.#now()));
  }

  async #received(event: InboundEvent): Promise<Receipt> {
    const receipt = await this.#parts.store.receive(event);
    this.#wakeEvents();
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

  async ready(): Promise<void> {
    await this.#parts.store.health();
  }

  /** Settles what a dead process left, then works by itself until `stop`. */
  async run(): Promise<void> {
    await this.#recover();
    await this.#notices.catchUp();
    await this.#heed();
    await this.#parts.shared?.jobs.start(
      {
        job: (job) => this.#rounds.job(job),
        recurring: (name) => this.#rounds.recurring(name),
        failed: (cause) => this.#storeFailed(cause),
      },
      RECURRING,
    );
    this.#heartbeat.start();
  }

  /** Works until nothing is due at the clock's now. For where nobody waits for time to pass: the terminal, and tests. */
  async workThrough(): Promise<void> {
    this.#failure = undefined;
    await this.#recover();
    this.#heeded = true;
    for (let before = -1; before !== this.#done(); ) {
      before = this.#done();
      await this.#rounds.lookAround();
      await this.#events.idle();
      for (const pump of this.#deliveries) await pump.idle();
      if (this.#failure !== undefined) throw this.#failure;
    }
  }

  /** Ends what was begun, and begins nothing more. The store stays open. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#rounds.stop();
    const ended = this.#endWork();
    if (this.#roll === null) return ended;
    await this.#atMost(DRAIN_MS, ended);
    await this.#atMost(
      LEAVE_MS,
      this.#giveBack(this.#roll).catch((cause: unknown) => this.#storeFailed(cause)),
    );
  }

  /** What it took and has not begun is free for the others. Where that fails they take it over when they miss this process. */
  async #giveBack(roll: Roll): Promise<void> {
    try {
      await this.#rounds.settleInterrupted(this.#worker);
      await roll.strike(this.#worker);
    } finally {
      await roll.leave();
    }
  }

  async #endWork(): Promise<void> {
    const resting = this.#parts.shared?.jobs.stop();
    await this.#heartbeat.stop();
    this.#notices.commands.stop();
    await this.#events.stop();
    await Promise.all([resting, ...this.#deliveries.map((pump) => pump.stop())]);
  }

  /** Waits for something, but not for longer, in ms. */
  async #atMost(ms: number, something: Promise<unknown>): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const cancel = this.#parts.alarm.after(ms, resolve);
    await Promise.race([something, late]);
    cancel();
  }

  /** What nobody here will ever do is not taken in. */
  #refuse({ organisation }: { readonly organisation: string }): void {
    if (this.#stopped) throw new StoreError('closed', 'The service is ending, and takes nothing more.');
    if (!this.#parts.playbooks.has(organisation)) throw new UnknownOrganisationError(organisation);
  }

  #done(): number {
    return this.#deliveries.reduce((sum, { done }) => sum + done, this.#events.done);
  }

  /** Before it has recovered, what is claimed would be taken for what a dead process held. */
  #wakeEvents(): void {
    if (this.#recovered) this.#events.wake();
  }

  /** What came in before the process died is heeded before anything leaves: it may take back what waits. */
  async #heed(): Promise<void> {
    this.#wakeEvents();
    await this.#atMost(HEED_MS, this.#events.idle());
    this.#heeded = true;
  }

  #wakeDeliveries(): void {
    if (!this.#heeded) return;
    for (const pump of this.#deliveries) pump.wake();
  }

  async #recover(): Promise<void> {
    if (this.#recovered) return;
    await this.#roll?.enter();
    await this.#rounds.settleInterrupted(this.#worker);
    await this.#rounds.takeOver();
    await startDuties(this.#parts.store, this.#parts.playbooks, this.#now());
    this.#recovered = true;
  }

  #hand(): Hand {
    return { worker: this.#worker, now: this.#now(), leaseMs: LEASE_MS };
  }

  #storeFailed(cause: unknown): void {
    this.#failure = cause;
    this.#failures.tell(cause, this.#now());
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}

/** Whether all of a turn's messages are taken, or follow one that is. */
function areInHand(deliveries: readonly NewDelivery[], taken: readonly Delivery[]): boolean {
  const destinations = new Set(taken.map(({ destination }) => destination));
  return deliveries.every(({ destination, priority = 0 }) => priority === 0 && destinations.has(destination));
}
