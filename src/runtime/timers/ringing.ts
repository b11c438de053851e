import type { Logger } from 'pino';
import type { Alarm } from '../../ports/alarm.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { Waker } from '../waker.ts';

/** Has `ring` called at the earliest of the instants that it is told. */
export interface RingAt {
  /** @param at in ms since 1970 UTC; null: never */
  at(at: number | null): void;
  stop(): void;
}

/** What ringing timers needs from around it. */
export interface RingingParts {
  readonly store: Pick<Store, 'ringTimers' | 'nextTimer' | 'hastenAll'>;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly log: Logger;
  /** Sees to it that it rings, in whichever process; left out: in this one. */
  readonly waker?: RingAt;
  /** Told that some rang: they are events now. */
  readonly rung: () => void;
  /** Told why the store could not be asked, where nobody waits for the answer. */
  readonly failed: (cause: unknown) => void;
}

/**
 * Timers that rang and are not processed, at most. After a long stop very many are due at once: what somebody writes
 * meanwhile waits behind so many, and not behind all.
 */
const UNDER_WAY = 400;
/** Clocks are set right by some ms all the time; only more than this is told. */
const STEP_MS = 2000;

/** Rings timers when they are due: at their own instant, and in the order in which they were due after a stop. */
export class Ringing {
  readonly #parts: RingingParts;
  readonly #waker: RingAt;
  #underWay = 0;
  #isBehind = false;
  #latest: number | null = null;

  constructor(parts: RingingParts) {
    this.#parts = parts;
    const ring = () => void this.ring().catch((cause: unknown) => parts.failed(cause));
    this.#waker = parts.waker ?? new Waker(parts.alarm, parts.clock, ring);
  }

  /** A look around: rings what is due, whatever is still under way, and sees whether the clock was set. */
  async look(): Promise<void> {
    await this.#seeClock();
    this.#underWay = 0;
    await this.ring();
  }

  /** Rings what is due, as far as there is room; the rest follows as these are processed. */
  async ring(): Promise<void> {
    const limit = UNDER_WAY - this.#underWay;
    if (limit <= 0) return;
    const rung = await this.#parts.store.ringTimers({ now: this.#now(), limit });
    this.#underWay += rung;
    this.#isBehind = rung === limit;
    if (!this.#isBehind) this.#waker.at(await this.#parts.store.nextTimer());
    if (rung > 0) this.#parts.rung();
  }

  /**
   * A turn was committed.
   * @param wasTimer whether its event was a timer
   * @param dueAt when the earliest timer that it set rings; null: it set none
   */
  async committed(wasTimer: boolean, dueAt: number | null): Promise<void> {
    if (wasTimer) this.#underWay = Math.max(0, this.#underWay - 1);
    const isDue = dueAt !== null && dueAt <= this.#now();
    if (isDue || (this.#isBehind && this.#underWay <= UNDER_WAY / 2)) await this.ring();
    else this.#waker.at(dueAt);
  }

  stop(): void {
    this.#waker.stop();
  }

  /**
   * After the clock went back, what was put off until an instant would wait for longer than was meant: it is tried at once.
   * Timers ring at the instant that they were set to, by the clock as it is now.
   */
  async #seeClock(): Promise<void> {
    const now = this.#now();
    const back = (this.#latest ?? now) - now;
    this.#latest = now;
    if (back < STEP_MS) return;
    this.#parts.log.warn({ ms: back }, 'the clock went back; what was put off is tried at once');
    await this.#parts.store.hastenAll(now);
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}
