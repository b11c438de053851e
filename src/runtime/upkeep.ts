import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { Store } from '../ports/store.ts';
import { pruneCommands } from './notices/old-commands.ts';
import { openTopics } from './notices/topics.ts';

const HOUR_MS = 3_600_000;
export const PRUNE_EVERY_MS = HOUR_MS;
/** Platforms repeat within minutes; this leaves time to look at what happened. */
const KEPT_MS = 30 * 24 * HOUR_MS;

/** Lets go of what ended long ago, now and then. */
export class Upkeep {
  readonly #store: Store;
  readonly #organisations: readonly string[];
  #last: number | null = null;

  /** @param organisations whose notices are looked at: what is open is still edited in place */
  constructor(store: Store, organisations: Iterable<string>) {
    this.#store = store;
    this.#organisations = [...organisations];
  }

  /** Prunes one portion if it is time for that; as long as there is more, it is time. */
  async prune(now: number): Promise<void> {
    if (this.#last !== null && Math.abs(now - this.#last) < PRUNE_EVERY_MS) return;
    if (!(await this.portion(now))) this.#last = now;
  }

  /** Prunes one portion. @returns whether there may be more */
  async portion(now: number): Promise<boolean> {
    const limit = STORE_LIMITS.pruneSize;
    const before = now - KEPT_MS;
    const { events, deliveries } = await this.#store.prune({
      ...{ receivedBefore: before, settledBefore: before, limit },
      keepTopics: await openTopics(this.#store, this.#organisations),
    });
    const isMore = await pruneCommands(this.#store, this.#organisations, before);
    return events >= limit || deliveries >= limit || isMore;
  }
}
