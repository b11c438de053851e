import type { Inbox } from './store/inbox.ts';
import type { Outbox } from './store/outbox.ts';
import type { Records } from './store/records.ts';
import type { Timers } from './store/timers.ts';
import type { Conversations } from './store/turn.ts';

/** How the store is. Counts are of this instant. */
export interface StoreHealth {
  /** Events that wait for their turn. */
  readonly waitingEvents: number;
  /** When the longest waiting of them arrived, in ms since 1970 UTC. */
  readonly oldestWaiting: number | null;
  /** Deliveries by state, as far as they need attention. */
  readonly pending: number;
  readonly sending: number;
  readonly ambiguous: number;
  readonly failed: number;
  /** What it takes up. */
  readonly bytes: number;
}

/** What may go: everything that ended before an instant (ms since 1970 UTC). */
export interface PruneRequest {
  /** Processed events received before this, with the signs by which their repetitions are known. */
  readonly receivedBefore: number;
  /**
   * Sent, skipped and failed deliveries that came to that state before this. What a destination got about one topic goes
   * together: as long as any of it is younger, all of it stays.
   */
  readonly settledBefore: number;
  /** Of these topics nothing goes, however old it is. Left out: none. */
  readonly keepTopics?: readonly string[];
  /** At most so many of each, 1 to `STORE_LIMITS.pruneSize`. */
  readonly limit: number;
}

/** How many entries went. If one is the limit, there may be more. */
export interface Pruned {
  readonly events: number;
  readonly deliveries: number;
}

/**
 * Inbox, conversations, records, timers and outbox in one place, so that a turn is one atomic step.
 *
 * Each method is one atomic step of its own: done when it resolves, and then it survives a crash; undone when it
 * rejects. It names all keys that it touches, so that a backend can run it as one script. Methods called without
 * waiting take effect in the order of the calls, as far as they write; reading sees only what was done before. Time
 * and ids come from the caller.
 *
 * @throws StoreError from every method, with a code and what an operator should do
 */
export interface Store extends Inbox, Conversations, Records, Outbox, Timers {
  /** Rejects if the store cannot be used. A full disk shows only when something is written. */
  health(): Promise<StoreHealth>;
  /** Removes what ended long ago, in portions. What waits, or was not settled, is never removed. */
  prune(request: PruneRequest): Promise<Pruned>;
  /**
   * Lets everything that was put off be due at once: events that were given back, and pending deliveries. For when the clock
   * went back, and they would wait for longer than was meant. What somebody holds stays held, and timers stay as they are.
   * @returns how many
   */
  hastenAll(now: number): Promise<number>;
  /** Ends what was begun, then lets go. Later calls reject with `closed`. Closing twice is no error. */
  close(): Promise<void>;
}

/** A store that can copy itself into one file while it is in use. */
export interface StoreBackup {
  /**
   * Copies all that is committed, and proves that the copy is sound.
   * @returns the size of the copy in bytes
   * @throws StoreError `invalid` if the file exists: it is never overwritten
   */
  backup(toFile: string): Promise<number>;
}
