import type { Alarm } from '../ports/alarm.ts';
import type { Random } from '../ports/random.ts';
import { waitAfter } from './backoff.ts';

/** What a pump works with. */
export interface PumpParts<T> {
  /** So many pieces of work at a time. */
  readonly slots: number;
  /** So many pieces more are handed over to wait here for a slot; left out: none. */
  readonly room?: number;
  /** Takes at most so many pieces of what waits. */
  readonly claim: (limit: number) => Promise<readonly T[]>;
  /**
   * Does one. Rejects only where all work has to wait for a while, because the store cannot be used.
   * @param mayFollow asked when it is done: whether it may take the piece that follows it; else others wait for the slot
   */
  readonly work: (item: T, mayFollow: MayFollow) => Promise<Follow<T>>;
  /** Told of each such rejection. */
  readonly failed: (cause: unknown) => void;
  readonly alarm: Alarm;
  readonly random: Random;
}

/** Whether what follows a piece of work may be done in its slot, as things are at this moment. */
export type MayFollow = () => boolean;

/** What follows a piece of work. */
export interface Follow<T> {
  /** What is done next in the same slot; null: nothing. */
  readonly next: T | null;
  /** Whether it may have made way for something that nobody has taken. */
  readonly mayWait: boolean;
}

/** It is not known what it made way for. */
export const UNKNOWN: Follow<never> = { next: null, mayWait: true };

/** A place, in a slot or waiting for one, that is kept for a piece of work which is being handed over. Ends with the piece, or null if none came. */
export type Slot<T> = (item: T | null) => void;

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
  /** What was handed over and waits for a slot, oldest first. */
  #waiting: T[] = [];
  /** Places that are kept, and not taken yet. */
  #kept = 0;
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

  /** Whether something is handed over, and waits for a slot. */
  waits(is: (item: T) => boolean): boolean {
    return this.#waiting.some(is);
  }

  /** There may be work. */
  wake(): void {
    this.#wanted = true;
    this.#next();
  }

  /** Keeps a place for what is handed over; null where none is free, or others come first. */
  reserve(): Slot<T> | null {
    if (this.#stopped || this.#endRest !== null) return null;
    const { slots, room = 0 } = this.#parts;
    // What waits for a claim finds slots for one, whatever is handed over.
    const most = this.#wanted ? slots - AT_ONCE : slots + room;
    if (this.#busy + this.#kept + this.#waiting.length >= most) return null;
    this.#kept++;
    return (item) => {
      this.#kept--;
      if (item !== null) this.#waiting.push(item);
      this.#next();
    };
  }

  /** Resolves when nothing is under way, and nothing more can be begun now. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenIdle.push(resolve);
      this.#next();
    });
  }

  /** Ends what was begun, and begins nothing more. What is held and was not begun is claimed anew at the next start. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#waiting = [];
    this.#endRest?.();
    return this.idle();
  }

  #next(): void {
    this.#begin();
    const resting = this.#stopped || this.#endRest !== null;
    const free = this.#parts.slots - this.#busy - this.#kept;
    if (this.#wanted && !resting && !this.#claiming && free > 0) {
      void this.#claim(Math.min(free, AT_ONCE));
    } else if (this.#busy + this.#kept === 0 && !this.#claiming) {
      const told = this.#whenIdle;
      this.#whenIdle = [];
      for (const tell of told) tell();
    }
  }

  /** Begins what was handed over. */
  #begin(): void {
    if (this.#endRest !== null && !this.#stopped) return;
    while (this.#busy < this.#parts.slots) {
      const item = this.#waiting.shift();
      if (item === undefined) return;
      this.#busy++;
      void this.#work(item);
    }
  }

  async #claim(limit: number): Promise<void> {
    this.#wanted = false;
    this.#claiming = true;
    this.#busy += limit;
    let taken = 0;
    try {
      const items = await this.#parts.claim(limit);
      taken = items.length;
      if (taken === limit) this.#wanted = true;
      for (const item of items) void this.#work(item);
    } catch (cause) {
      this.#fail(cause);
    }
    this.#busy -= limit - taken;
    this.#claiming = false;
    this.#next();
  }

  /** Does a piece in a slot that is taken; what follows it waits behind what waits already. */
  async #work(item: T): Promise<void> {
    const { next, mayWait } = await this.#do(item);
    this.#busy--;
    this.#done++;
    if (next !== null) this.#waiting.push(next);
    if (mayWait) this.wake();
    else this.#next();
  }

  async #do(item: T): Promise<Follow<T>> {
    try {
      const follow = await this.#parts.work(item, () => this.#mayFollow());
      this.#failures = 0;
      return follow;
    } catch (cause) {
      this.#fail(cause);
      return UNKNOWN;
    }
  }

  /** Others that wait for a slot come first, unless there are slots for both. */
  #mayFollow(): boolean {
    if (this.#stopped || this.#endRest !== null) return false;
    return !this.#wanted || this.#busy + this.#kept + this.#waiting.length < this.#parts.slots;
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
