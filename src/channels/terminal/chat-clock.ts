import type { Clock } from '../../ports/clock.ts';

/** A clock that can be moved on, and never goes back. */
export class ChatClock implements Clock {
  readonly #base: Clock;
  readonly #moved: (now: Temporal.Instant) => void;
  #ahead = Temporal.Duration.from('PT0S');

  /**
   * @param base a still clock, or one that runs
   * @param moved told each new time before it holds
   */
  constructor(base: Clock, moved: (now: Temporal.Instant) => void = () => undefined) {
    this.#base = base;
    this.#moved = moved;
  }

  now(): Temporal.Instant {
    return this.#base.now().add(this.#ahead);
  }

  /** Moves it on to an instant; one that has passed changes nothing. */
  moveTo(instant: Temporal.Instant): void {
    const base = this.#base.now();
    if (Temporal.Instant.compare(instant, this.now()) > 0) this.#ahead = base.until(instant);
    this.#moved(this.now());
  }
}

/** A clock that stands still. */
export function stillAt(instant: Temporal.Instant): Clock {
  return { now: () => instant };
}
