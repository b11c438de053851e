import type { Alarm } from '../../ports/alarm.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { Flow, longestOf } from './flow.ts';
import { Lane } from './lane.ts';
import { PACE_LIMITS } from './limits.ts';
import type { Pacing } from './pacing.ts';
import type { Asking, Shares } from './window.ts';

export interface PacerParts {
  /** The machine's own clock. */
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly random: Random;
  /** In place of `PACE_LIMITS.spareMs`, for tests. */
  readonly spareMs?: number;
}

/**
 * Keeps requests below what a platform takes, in the order in which they asked and those first for which somebody waits.
 * What may go within `PACE_LIMITS.holdMs` is waited for here; what has to wait for longer is told when to come back, each
 * at another time, so that they do not all come at once.
 */
export class Pacer implements Pacing {
  readonly #parts: PacerParts;
  readonly #flow: Flow;
  readonly #lanes = new Map<string, Lane>();
  #held = 0;

  constructor(parts: PacerParts) {
    this.#parts = parts;
    this.#flow = new Flow(parts.spareMs ?? PACE_LIMITS.spareMs);
  }

  /** How many keys are remembered. */
  get keys(): number {
    return this.#flow.keys;
  }

  async turn(shares: Shares, asking: Asking): Promise<number> {
    const now = this.#now();
    const { part } = shares;
    const wait = part === null ? 0 : this.#flow.next(part, asking.priority, now) - now;
    if (wait > 0) return wait;
    const lane = this.#laneOf(shares);
    return asking.priority === 0
      ? this.#urgent(lane, shares, now)
      : this.#patient(lane, shares, now, asking.waited);
  }

  get now(): number {
    return this.#now();
  }

  answered(shares: Shares, at: number): void {
    this.#flow.answered(shares, at, this.#now());
  }

  taken(shares: Shares): void {
    this.#flow.taken(shares);
  }

  refused(shares: Shares, afterMs: number): void {
    this.#flow.refused(shares, this.#now(), afterMs);
  }

  #urgent(lane: Lane, shares: Shares, now: number): number | Promise<number> {
    if (lane.isFree(0, now)) return this.#go(shares, now);
    const wait = lane.departure(0, now) - now;
    return wait > PACE_LIMITS.holdMs ? wait : lane.wait(shares, 0);
  }

  #patient(lane: Lane, shares: Shares, now: number, waited: boolean): number | Promise<number> {
    lane.forgetMissed(now);
    const soon = now + PACE_LIMITS.holdMs;
    // A promise is good for whoever comes back when it is due: they come in the order in which they were told.
    const isDue = (lane.promised[0] ?? Number.POSITIVE_INFINITY) <= soon;
    if (lane.isFree(1, now) && (waited || !isDue)) {
      if (isDue) lane.promised.shift();
      return this.#go(shares, now);
    }
    if (waited && isDue) return this.#promised(lane, shares, now);
    const at = lane.end(now);
    if (at <= soon && lane.promised.length === 0 && this.#held < PACE_LIMITS.held)
      return this.#hold(lane, shares);
    return this.#later(lane, at, now, longestOf(shares.whole.windows));
  }

  /** It has come for its time, or a little before. */
  #promised(lane: Lane, shares: Shares, now: number): number | Promise<number> {
    const wait = lane.departure(1, now) - now;
    const isNear = wait <= 2 * PACE_LIMITS.holdMs;
    if (isNear && this.#held >= PACE_LIMITS.held)
      return Math.max(PACE_LIMITS.againMs, wait) + this.#parts.random() * PACE_LIMITS.holdMs * 0.2;
    lane.promised.shift();
    if (isNear) return this.#hold(lane, shares);
    // The platform asked to wait meanwhile: nothing that was promised holds, and all get new times, in this order.
    return this.#later(lane, lane.end(now), now, longestOf(shares.whole.windows));
  }

  /** @returns after how many ms to come back: some time before the time that is promised, or to ask again */
  #later(lane: Lane, at: number, now: number, windowMs: number): number {
    const random = this.#parts.random();
    const horizon = Math.max(PACE_LIMITS.horizonMs, 2 * windowMs);
    if (at - now > horizon) return horizon * (0.75 + random / 2);
    lane.promised.push(at);
    // A long window opens for hundreds at once: they come when it has, and take no place here before.
    if (windowMs >= PACE_LIMITS.longMs) return at - now + random * windowMs * PACE_LIMITS.spreadShare;
    return Math.max(PACE_LIMITS.againMs, at - now - PACE_LIMITS.holdMs * (0.3 + 0.7 * random));
  }

  #go(shares: Shares, now: number): number {
    this.#flow.count(shares, now);
    return 0;
  }

  async #hold(lane: Lane, shares: Shares): Promise<number> {
    this.#held++;
    const wait = await lane.wait(shares, 1);
    this.#held--;
    return wait;
  }

  #laneOf({ whole }: Shares): Lane {
    const known = this.#lanes.get(whole.key);
    if (known !== undefined) return known;
    const lane = new Lane(whole, this.#flow, () => this.#now(), this.#parts.alarm);
    this.#lanes.set(whole.key, lane);
    return lane;
  }

  #now(): number {
    return this.#flow.at(this.#parts.clock.now().epochMilliseconds);
  }
}
