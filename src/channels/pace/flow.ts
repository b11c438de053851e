import type { Priority } from '../../ports/store/outbox.ts';
import { History } from './history.ts';
import { PACE_LIMITS, RESTRAINT_LIMITS } from './limits.ts';
import { Quickest } from './quickest.ts';
import { effectsOf, Restraints } from './restraint.ts';
import { roomIn, type Share, type Shares, type Window } from './window.ts';

/** A key's next departures that are planned already, earliest first. */
type Planned = readonly number[];

/**
 * What went, and what may go when: sliding windows, so that in no stretch of a window's length more goes than it allows.
 * A clock that goes backwards stands still here until it has caught up.
 */
export class Flow {
  readonly #gone = new History();
  readonly #restraints = new Restraints();
  readonly #spareMs: number;
  #latest = Number.NEGATIVE_INFINITY;
  readonly #quickest = new Quickest();

  /** @param spareMs each window is counted so much longer: what left in order may arrive closer together */
  constructor(spareMs: number) {
    this.#spareMs = spareMs;
  }

  get keys(): number {
    return this.#gone.keys;
  }

  /** The time that holds here. */
  at(now: number): number {
    this.#latest = Math.max(this.#latest, now);
    return this.#latest;
  }

  /** When another request of this key may go, after those that are planned; no earlier than `now`. */
  next(share: Share, priority: Priority, now: number, planned: Planned = []): number {
    const { key, windows } = share;
    const left = this.#restraints.left(key, now);
    const gone = this.#gone.of(key);
    let at = Math.max(now, this.#restraints.until(key));
    for (const window of windows) {
      const room = roomIn(window, priority, isSlowed(window) ? left : 1);
      // The one that has to leave the window before another may enter it.
      const first = planned.length >= room ? planned.at(-room) : gone.at(planned.length - room);
      const isFull = planned.length + gone.length >= room;
      if (isFull && first !== undefined)
        at = Math.max(at, first + window.ms + spareOf(window, this.#spareMs));
    }
    return at;
  }

  /** The next `count` departures of a key from now on. */
  departures(share: Share, priority: Priority, now: number, count: number): number[] {
    const planned: number[] = [];
    while (planned.length < count) planned.push(this.next(share, priority, now, planned));
    return planned;
  }

  /** A request goes now. */
  count({ whole, part }: Shares, now: number): void {
    this.#gone.forget(now);
    for (const share of [whole, part])
      if (share !== null)
        this.#gone.add(share, now, Math.max(...share.windows.map((each) => spareOf(each, this.#spareMs))));
  }

  /**
   * What went at an instant was answered now. What took longer than the quickest may have arrived that much later, and
   * counts from then on: else a moment in which the machine is busy would bring two windows' requests close together.
   */
  answered({ whole, part }: Shares, at: number, now: number): void {
    const late = this.#quickest.late(now - at);
    if (late <= 0) return;
    for (const share of [whole, part]) if (share !== null) this.#gone.late(share.key, at, late);
  }

  /** The platform refused one: that thread or channel waits and goes slower, and what it is in goes a little slower. */
  refused({ whole, part }: Shares, now: number, afterMs: number): void {
    const rest = Math.max(RESTRAINT_LIMITS.leastMs, afterMs);
    const effects = effectsOf(part !== null);
    if (part !== null && effects.part !== null) this.#restraints.refused(part.key, now, rest, effects.part);
    this.#restraints.refused(whole.key, now, rest, effects.whole);
  }

  taken({ whole, part }: Shares): void {
    for (const share of [whole, part]) if (share !== null) this.#restraints.taken(share.key);
  }
}

/** Each window is counted so many ms longer than it is. */
export function spareOf({ ms }: Window, spareMs: number): number {
  return spareMs === 0 ? 0 : Math.max(spareMs, ms * PACE_LIMITS.spareShare);
}

/** Whether refusals make it smaller. */
export function isSlowed({ ms }: Window): boolean {
  return ms >= RESTRAINT_LIMITS.shortestMs && ms <= RESTRAINT_LIMITS.longestMs;
}

/** The longest of some windows, in ms. */
export function longestOf(windows: readonly Window[]): number {
  return Math.max(...windows.map(({ ms }) => ms));
}
