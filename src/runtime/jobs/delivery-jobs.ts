import type { DeliverJob, Jobs } from '../../ports/jobs.ts';
import type { Hand } from '../../ports/store/inbox.ts';
import type { Delivery, NewDelivery, NextDelivery, WaitingDelivery } from '../../ports/store/outbox.ts';
import type { Store } from '../../ports/store.ts';
import type { DeliveryWorker } from '../delivery-worker.ts';
import type { Follow } from '../pump.ts';

/** What it is made of. */
export interface DeliveryJobsParts {
  readonly store: Pick<Store, 'claimNext'>;
  readonly jobs: Pick<Jobs, 'relay'>;
  readonly sending: Pick<DeliveryWorker, 'send'>;
  /** Who takes what, at this moment. */
  readonly hand: () => Hand;
}

const NOTHING: NextDelivery = { next: null, waits: null };

/**
 * Messages as jobs that any process may take. A job says that something waits for a destination; the store says what, and
 * in which order. Whoever has sent a message sees to the next to the same destination, so that no message waits for nobody.
 */
export class DeliveryJobs {
  readonly #parts: DeliveryJobsParts;
  #stopped = false;

  constructor(parts: DeliveryJobsParts) {
    this.#parts = parts;
  }

  /** Relays what a turn's commit made ready. @param taken those that are in hand already; what is behind them follows them */
  async committed(deliveries: readonly NewDelivery[], taken: readonly Delivery[]): Promise<void> {
    const seen = new Set(taken.map(({ destination }) => destination));
    const first = deliveries.filter(
      ({ destination }) => !seen.has(destination) && seen.add(destination) !== undefined,
    );
    await this.#relay(first.map((each) => ({ ...each, priority: each.priority ?? 0 })));
  }

  /** What was under way when a process died is settled: somebody sees to what waited behind it. */
  async settled(delivery: WaitingDelivery, now: number): Promise<void> {
    await this.#relay([{ ...delivery, notBefore: now }]);
  }

  /** Sends a message that is in hand already. */
  async send(delivery: Delivery): Promise<Follow<Delivery>> {
    const { next, waits } = await this.#sendOne(delivery, delivery.priority);
    if (waits !== null) await this.#relay([waits]);
    return { next, mayWait: false };
  }

  /**
   * Sends what waits for a destination until nothing more may leave.
   * @returns from when the same message is to be tried again, in ms since 1970 UTC; null: there is nothing more to do
   */
  async do(job: DeliverJob): Promise<number | null> {
    const { store, hand } = this.#parts;
    if (this.#stopped) return hand().now;
    let ready = await store.claimNext(job.destination, job.priority, hand());
    while (ready.next !== null) ready = await this.#sendOne(ready.next, job.priority);
    if (ready.waits === null) return null;
    const { id, priority, notBefore } = ready.waits;
    if (id === job.delivery && priority === job.priority) return notBefore;
    await this.#relay([ready.waits]);
    return null;
  }

  /** What was begun ends; what follows it is left to others. */
  stop(): void {
    this.#stopped = true;
  }

  async #sendOne(delivery: Delivery, priority: Delivery['priority']): Promise<NextDelivery> {
    const { store, sending, hand } = this.#parts;
    const { next, mayWait } = await sending.send(delivery, () => (this.#stopped ? null : hand()));
    if (next !== null) return { next, waits: null };
    if (!mayWait) return NOTHING;
    // Whoever takes its job finds what waits there now.
    if (this.#stopped) return { next: null, waits: { ...delivery, notBefore: hand().now } };
    return store.claimNext(delivery.destination, priority, hand());
  }

  async #relay(waiting: readonly WaitingDelivery[]): Promise<void> {
    if (waiting.length === 0) return;
    await this.#parts.jobs.relay(
      waiting.map(({ id, destination, priority, notBefore }) => ({
        ...{ kind: 'deliver', delivery: id, destination, priority, at: notBefore },
      })),
    );
  }
}
