import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Alarm } from '../ports/alarm.ts';
import { StoreError } from '../ports/store/error.ts';
import type { Store } from '../ports/store.ts';
import type { DeliveryPump } from './delivery-pump.ts';
import { startDuties } from './duties/start.ts';
import { UnknownOrganisationError } from './engine.ts';
import type { SharedWork } from './engine-parts.ts';
import type { EventPump } from './event-pump.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { Roll } from './jobs/roll.ts';
import type { Notices } from './notices/notices.ts';
import { startPaper } from './paper/start.ts';
import { RECURRING, type Rounds } from './rounds.ts';

/** So long messages wait at the start for what had come in before it. */
const HEED_MS = 3000;
/** So long one of several processes ends what it began, at its end; what takes longer is settled by the others. */
const DRAIN_MS = 6000;
/** And so long it tries to give back what it took. */
const LEAVE_MS = 1500;

/** What begins, works and ends. */
export interface EngineLifeParts {
  readonly store: Store;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly alarm: Alarm;
  readonly worker: string;
  readonly events: EventPump;
  readonly deliveries: readonly DeliveryPump[];
  readonly rounds: Rounds;
  readonly heartbeat: Heartbeat;
  readonly notices: Notices;
  /** Null: there is one process. */
  readonly roll: Roll | null;
  /** Left out: there is one process. */
  readonly shared?: SharedWork;
  /** In ms since 1970 UTC. */
  readonly now: () => number;
  /** Told of a store that cannot be used. */
  readonly failed: (cause: unknown) => void;
}

/** How the runtime begins after whatever was before, when it may work, and how it ends. */
export class EngineLife {
  readonly #parts: EngineLifeParts;
  #recovered = false;
  #mayLeave = false;
  #stopped = false;

  constructor(parts: EngineLifeParts) {
    this.#parts = parts;
  }

  /** What a dead process left is settled. Before, what is claimed would be taken for what that process held. */
  get isRecovered(): boolean {
    return this.#recovered;
  }

  /** What had come in before the start is processed: messages may leave. */
  get mayLeave(): boolean {
    return this.#mayLeave;
  }

  /** What nobody here will ever do is not taken in. @throws StoreError, UnknownOrganisationError */
  refuse({ organisation }: { readonly organisation: string }): void {
    if (this.#stopped) throw new StoreError('closed', 'The service is ending, and takes nothing more.');
    if (!this.#parts.playbooks.has(organisation)) throw new UnknownOrganisationError(organisation);
  }

  wakeEvents(): void {
    if (this.#recovered) this.#parts.events.wake();
  }

  wakeDeliveries(): void {
    if (!this.#mayLeave) return;
    for (const pump of this.#parts.deliveries) pump.wake();
  }

  /** Settles what a dead process left, then works by itself until `stop`. */
  async run(): Promise<void> {
    const { rounds, notices, shared, heartbeat, failed } = this.#parts;
    await this.#recover();
    await notices.catchUp();
    await this.#heed();
    await shared?.jobs.start(
      { job: (job) => rounds.job(job), recurring: (name) => rounds.recurring(name), failed },
      RECURRING,
    );
    heartbeat.start();
  }

  /** @see Rounds.regain */
  async regain(): Promise<void> {
    const { rounds, worker } = this.#parts;
    if (this.#recovered && !this.#stopped) await rounds.regain(worker);
  }

  /** Works until nothing is due. @param failure what went wrong in between; it is thrown */
  async workThrough(failure: () => unknown): Promise<void> {
    const { rounds, events, deliveries } = this.#parts;
    await this.#recover();
    this.#mayLeave = true;
    for (let before = -1; before !== this.#done(); ) {
      before = this.#done();
      await rounds.lookAround();
      await events.idle();
      for (const pump of deliveries) await pump.idle();
      if (failure() !== undefined) throw failure();
    }
  }

  /** Ends what was begun, and begins nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const { rounds, roll, failed } = this.#parts;
    rounds.stop();
    const ended = this.#endWork();
    if (roll === null) return ended;
    await this.#atMost(DRAIN_MS, ended);
    await this.#atMost(LEAVE_MS, this.#giveBack(roll).catch(failed));
  }

  async #recover(): Promise<void> {
    if (this.#recovered) return;
    const { store, playbooks, rounds, roll, worker, now } = this.#parts;
    await roll?.enter();
    await rounds.settleInterrupted(worker);
    await rounds.takeOver();
    await startDuties(store, playbooks, now());
    await startPaper(store, playbooks, now());
    this.#recovered = true;
  }

  /** What came in before the process died is heeded before anything leaves: it may take back what waits. */
  async #heed(): Promise<void> {
    this.wakeEvents();
    await this.#atMost(HEED_MS, this.#parts.events.idle());
    this.#mayLeave = true;
  }

  async #endWork(): Promise<void> {
    const { shared, heartbeat, notices, events, deliveries } = this.#parts;
    const resting = shared?.jobs.stop();
    await heartbeat.stop();
    notices.commands.stop();
    await events.stop();
    await Promise.all([resting, ...deliveries.map((pump) => pump.stop())]);
  }

  /** What it took and has not begun is free for the others. Where that fails they take it over when they miss this process. */
  async #giveBack(roll: Roll): Promise<void> {
    const { rounds, worker } = this.#parts;
    try {
      await rounds.settleInterrupted(worker);
      await roll.strike(worker);
    } finally {
      await roll.leave();
    }
  }

  /** Waits for something, but not for longer, in ms. */
  async #atMost(ms: number, something: Promise<unknown>): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const cancel = this.#parts.alarm.after(ms, resolve);
    await Promise.race([something, late]);
    cancel();
  }

  #done(): number {
    const { events, deliveries } = this.#parts;
    return deliveries.reduce((sum, { done }) => sum + done, events.done);
  }
}
