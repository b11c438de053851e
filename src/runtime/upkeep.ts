import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { Store } from '../ports/store.ts';

const HOUR_MS = 3_600_000;
const EVERY_MS = HOUR_MS;
/** Platforms repeat within minutes; this leaves time to look at what happened. */
const KEPT_MS = 30 * 24 * HOUR_MS;

/** Lets go of what ended long ago, now and then. */
export class Upkeep {
  readonly #store: Store;
  #last: number | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Prunes one portion if it is time for that; as long as there is more, it is time. */
  async prune(now: number): Promise<void> {
    if (this.#last !== null && Math.abs(now - this.#last) < EVERY_MS) return;
    const limit = STORE_LIMITS.pruneSize;
    const before = now - KEPT_MS;
    const { events, deliveries } = await this.#store.prune({
      ...{ receivedBefore: before, settledBefore: before, limit },
    });
    if (events < limit && deliveries < limit) this.#last = now;
  }
}
