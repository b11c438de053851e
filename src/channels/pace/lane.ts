import type { Alarm } from '../../ports/alarm.ts';
import type { Priority } from '../../ports/store/outbox.ts';
import type { Flow } from './flow.ts';
import { PACE_LIMITS } from './limits.ts';
import type { Share, Shares } from './window.ts';

/** Something that waits here for its moment. */
interface Waiter {
  readonly shares: Shares;
  /** 0: it goes now, and is counted; else after how many ms it has to ask again. */
  readonly told: (ms: number) => void;
}

/**
 * What waits for one tenant or workspace: those for whom somebody waits first, then a broadcast, each in order. Here wait
 * those whose moment is near; others were promised a time, and come back for it.
 */
export class Lane {
  /** Times that were promised, earliest first. */
  promised: number[] = [];
  readonly #share: Share;
  readonly #flow: Flow;
  readonly #now: () => number;
  readonly #alarm: Alarm;
  readonly #waiting: readonly [Waiter[], Waiter[]] = [[], []];
  #cancel: (() => void) | null = null;

  constructor(share: Share, flow: Flow, now: () => number, alarm: Alarm) {
    this.#share = share;
    this.#flow = flow;
    this.#now = now;
    this.#alarm = alarm;
  }

  /** How many of a priority wait here. */
  waiting(priority: Priority): number {
    return this.#waiting[priority].length;
  }

  /** Whether one of a priority could go now without passing another. */
  isFree(priority: Priority, now: number): boolean {
    const isFirst = this.waiting(0) === 0 && (priority === 0 || this.waiting(1) === 0);
    return isFirst && this.#flow.next(this.#share, priority, now) <= now;
  }

  /** When one that is put behind those that wait here would go. */
  departure(priority: Priority, now: number): number {
    return this.#flow.departures(this.#share, priority, now, this.waiting(priority) + 1).at(-1) ?? now;
  }

  /** When one that is put behind all that wait, and all that were promised a time, would go. */
  end(now: number): number {
    const here = this.#flow.departures(this.#share, 1, now, this.waiting(1));
    return this.#flow.next(this.#share, 1, now, [...here, ...this.promised]);
  }

  /** Whoever did not come has lost its place. */
  forgetMissed(now: number): void {
    const kept = this.promised.findIndex((at) => at + PACE_LIMITS.graceMs > now);
    if (kept !== 0) this.promised.splice(0, kept === -1 ? this.promised.length : kept);
  }

  /** Waits here until it may go. */
  wait(shares: Shares, priority: Priority): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#waiting[priority].push({ shares, told: resolve });
    this.#arm();
    return promise;
  }

  /** Lets go what may, and sets the alarm for the next. */
  #arm(): void {
    this.#cancel?.();
    this.#cancel = null;
    const now = this.#now();
    for (const priority of [0, 1] as const) {
      const next = this.#release(priority, now);
      if (next === null) continue;
      this.#cancel = this.#alarm.after(Math.max(1, Math.ceil(next - now)), () => this.#arm());
      return;
    }
  }

  /** Those of a priority that may go now; when the next of them may, null if none waits. */
  #release(priority: Priority, now: number): number | null {
    const waiting = this.#waiting[priority];
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const next = this.#flow.next(this.#share, priority, now);
      if (next > now) return next;
      waiting.shift();
      const { part } = first.shares;
      const wait = part === null ? 0 : this.#flow.next(part, priority, now) - now;
      if (wait === 0) this.#flow.count(first.shares, now);
      first.told(wait);
    }
    return null;
  }
}
