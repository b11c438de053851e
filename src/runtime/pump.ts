import type { Alarm } from '../ports/alarm.ts';
import type { Random } from '../ports/random.ts';
import { waitAfter } from './backoff.ts';

/** What a pump works with. */
export interface PumpParts<T> {
  /** So many pieces of work at a time. */
  readonly slots: number;
  /** Takes at most so many pieces of what waits. */
  readonly claim: (limit: number) => Promise<readonly T[]>;
  /** Does one. Rejects only where all work has to wait for a while, because the store cannot be used. */
  readonly work: (item: T) => Promise<void>;
  /** Told of each such rejection. */
  readonly failed: (cause: unknown) => void;
  readonly alarm: Alarm;
  readonly random: Random;
}

/** So many pieces are begun in one go: between them requests that came meanwhile are taken. */
const AT_ONCE = 16;
/** Once the store can be used again, nobody waits longer than this. */
const LONGEST_REST_MS = 15_000;

/**
 * Keeps work going, as much at a time as there are slots. What was done may have made way for more, so it claims again
 * after each piece; it never asks in vain without having been woken. After a failure it rests, longer each time.
 */
export class Pump<T> {
  readonly #parts: PumpParts<T>;
  #busy = 0;
  #done = 0;
  #failures = 0;
  #claiming = false;
  #wanted = false;
  #stopped = false;
  #endRest: (() => void) | null = null;
  #whenIdle: (() => void)[] = [];

  constructor(parts: PumpParts<T>) {
    this.#parts = parts;
  }

  /** How many pieces were done since it was made. */
  get done(): number {
    return this.#done;
  }

  /** There may be work. */
  wake(): void {
    this.#wanted = true;
    this.#next();
  }

  /** Resolves when nothing is under way, and nothing more can be begun now. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenIdle.push(resolve);
      this.#next();
    });
  }

  /** Ends what was begun, and begins nothing more. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#endRest?.();
    return this.idle();
  }

  #next(): void {
    const resting = this.#stopped || this.#endRest !== null;
    if (this.#wanted && !resting && !this.#claiming && this.#busy < this.#parts.slots) {
      void this.#claim(Math.min(this.#parts.slots - this.#busy, AT_ONCE));
    } else if (this.#busy === 0 && !this.#claiming) {
      const told = this.#whenIdle;
      this.#whenIdle = [];
      for (const tell of told) tell();
    }
  }

  async #claim(limit: number): Promise<void> {
    this.#wanted = false;
    this.#claiming = true;
    try {
      const items = await this.#parts.claim(limit);
      if (items.length === limit) this.#wanted = true;
      for (const item of items) void this.#work(item);
    } catch (cause) {
      this.#fail(cause);
    }
    this.#claiming = false;
    this.#next();
  }

  async #work(item: T): Promise<void> {
    this.#busy++;
    try {
      await this.#parts.work(item);
      this.#failures = 0;
    } catch (cause) {
      this.#fail(cause);
    }
    this.#busy--;
    this.#done++;
    this.wake();
  }

  #fail(cause: unknown): void {
    this.#wanted = true;
    this.#parts.failed(cause);
    if (this.#endRest !== null || this.#stopped) return;
    this.#failures++;
    const cancel = this.#parts.alarm.after(
      waitAfter(this.#failures, LONGEST_REST_MS, this.#parts.random),
      () => {
        this.#endRest = null;
        this.#next();
      },
    );
    this.#endRest = cancel;
  }
}
