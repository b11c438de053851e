import type { Alarm } from '../ports/alarm.ts';
import type { Clock } from '../ports/clock.ts';

/** Timers of the machine take no more than 24 days; nobody minds being woken in vain once an hour. */
const LONGEST_MS = 3_600_000;

/** Wakes something at the earliest of the instants that it is told; no look in between. */
export class Waker {
  readonly #alarm: Alarm;
  readonly #clock: Clock;
  readonly #wake: () => void;
  #next: { readonly at: number; readonly cancel: () => void } | null = null;
  #stopped = false;

  constructor(alarm: Alarm, clock: Clock, wake: () => void) {
    this.#alarm = alarm;
    this.#clock = clock;
    this.#wake = wake;
  }

  /** @param at in ms since 1970 UTC; null: never */
  at(at: number | null): void {
    if (at === null || this.#stopped || (this.#next !== null && this.#next.at <= at)) return;
    this.#next?.cancel();
    const wait = Math.min(Math.max(0, at - this.#clock.now().epochMilliseconds), LONGEST_MS);
    const cancel = this.#alarm.after(wait, () => {
      this.#next = null;
      this.#wake();
    });
    this.#next = { at, cancel };
  }

  stop(): void {
    this.#stopped = true;
    this.#next?.cancel();
  }
}
