import type { Job, Recurring } from '../ports/jobs.ts';
import type { Store } from '../ports/store.ts';
import type { DeliveryWorker } from './delivery-worker.ts';
import type { DeliveryJobs } from './jobs/delivery-jobs.ts';
import type { Roll } from './jobs/roll.ts';
import type { Ringing } from './timers/ringing.ts';
import { PRUNE_EVERY_MS, type Upkeep } from './upkeep.ts';

/** How often it is looked for what is due: timers, postponed events, messages to try again, lost leases. */
export const LOOK_EVERY_MS = 1000;

/** How often it is looked which processes are there. */
const ROLL_EVERY_MS = 2000;

/** What one of several processes does for all. */
export const RECURRING: readonly Recurring[] = [
  { name: 'look', everyMs: LOOK_EVERY_MS },
  { name: 'roll', everyMs: ROLL_EVERY_MS },
  { name: 'prune', everyMs: PRUNE_EVERY_MS },
];

/** What is looked after. */
export interface RoundsParts {
  readonly store: Pick<Store, 'recover'>;
  readonly ringing: Ringing;
  readonly upkeep: Upkeep;
  readonly sending: DeliveryWorker;
  /** Null: there is one process. */
  readonly relayed: DeliveryJobs | null;
  readonly roll: Roll | null;
  /** In ms since 1970 UTC. */
  readonly now: () => number;
  /** Reads what was told of absences, perhaps in another process. */
  readonly refresh: () => Promise<void>;
  /** Resolves when all that the store has answered by now has come to whoever asked. */
  readonly answersHeard: () => Promise<void>;
  /** Whether a message is in hand here, and waits to be sent. */
  readonly isWaiting: (delivery: string) => boolean;
  readonly wakeEvents: () => void;
  readonly wakeDeliveries: () => void;
}

/** Sees to what nobody brings: what falls due, what was left lying, and what dead processes held. */
export class Rounds {
  readonly #parts: RoundsParts;
  #stopped = false;

  constructor(parts: RoundsParts) {
    this.#parts = parts;
  }

  /** Sees to all that is due by now. */
  async lookAround(): Promise<void> {
    await this.#lookForAll();
    this.#parts.wakeDeliveries();
    await this.#parts.upkeep.prune(this.#parts.now());
  }

  /** One look of those that come again and again. Of several processes each takes what nobody took; the rest recurs. */
  async beat(): Promise<void> {
    await this.#parts.refresh();
    if (this.#parts.relayed === null) return this.lookAround();
    this.#parts.wakeEvents();
    this.#parts.wakeDeliveries();
  }

  /** What this process does for all. */
  async recurring(name: string): Promise<void> {
    if (name === 'look') return this.#lookForAll();
    if (name === 'roll') return this.takeOver();
    if (name === 'prune') while (!this.#stopped && (await this.#parts.upkeep.portion(this.#parts.now())));
  }

  /** @see Doers.job */
  async job(job: Job): Promise<number | null> {
    if (job.kind === 'deliver') return this.#parts.relayed?.do(job) ?? null;
    await this.#parts.ringing.ring();
    return null;
  }

  /** What a worker held when it died; null: what anybody held for longer than its lease. */
  async settleInterrupted(worker: string | null): Promise<void> {
    const { store, sending, relayed, now } = this.#parts;
    for (const delivery of await store.recover({ worker, now: now() })) {
      await sending.settleInterrupted(delivery);
      await relayed?.settled(delivery, now());
    }
  }

  /**
   * What this process holds without having heard of it, for the store's answer was lost: it would wait until its time is over,
   * and then nobody could say whether it was sent. Events that are in work are freed too; they are committed once all the same.
   */
  async regain(worker: string): Promise<void> {
    const { store, sending, relayed, now, answersHeard, isWaiting } = this.#parts;
    const held = await store.recover({ worker, now: now() });
    // The store answers in order: what it gave before this is in hand by then.
    await answersHeard();
    for (const delivery of held)
      if (!isWaiting(delivery.id) && (await sending.giveBack(delivery)))
        await relayed?.settled(delivery, now());
    this.#parts.wakeEvents();
    this.#parts.wakeDeliveries();
  }

  /** What dead processes held is free again, or settled. */
  async takeOver(): Promise<void> {
    for (const worker of (await this.#parts.roll?.dead()) ?? []) {
      await this.settleInterrupted(worker);
      await this.#parts.roll?.strike(worker);
      this.#parts.wakeEvents();
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#parts.relayed?.stop();
    this.#parts.ringing.stop();
  }

  async #lookForAll(): Promise<void> {
    await this.#parts.ringing.look();
    this.#parts.wakeEvents();
    await this.settleInterrupted(null);
  }
}
