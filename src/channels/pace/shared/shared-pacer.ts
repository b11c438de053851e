import type { Cluster, Redis } from 'ioredis';
import type { Alarm } from '../../../ports/alarm.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Random } from '../../../ports/random.ts';
import { isSlowed, spareOf } from '../flow.ts';
import { PACE_LIMITS, RESTRAINT_LIMITS } from '../limits.ts';
import type { Pacing } from '../pacing.ts';
import { Quickest } from '../quickest.ts';
import { effectsOf } from '../restraint.ts';
import type { Asking, Share, Shares } from '../window.ts';
import { paceKeys } from './keys.ts';
import { paceScripts, type Scripts } from './scripts.ts';

export interface SharedPacerParts {
  readonly redis: Redis | Cluster;
  /** What the keys of this installation begin with. */
  readonly installation: string;
  /** Unique for ever among all processes: departures are named by it. */
  readonly process: string;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly random: Random;
  /** Paces what somebody waits for while Redis cannot be asked: that nothing could be kept. Left out: nothing goes meanwhile. */
  readonly meanwhile?: Pacing;
  /** Told why Redis could not be asked. */
  readonly failed: (cause: unknown) => void;
  /** In place of `PACE_LIMITS.spareMs`, for tests. */
  readonly spareMs?: number;
  /** Whether the given clock decides, and not that of Redis; for tests. */
  readonly ownClock?: boolean;
}

/** While Redis cannot be asked no broadcast goes, and is asked again after so long, in ms. */
const AWAY_MS = 1000;
/** A broadcast's turn is reserved so long ahead, in ms: what somebody waits for goes behind what is reserved. */
const RESERVE_MS = 60;

const LIMITS = JSON.stringify([
  ...[RESTRAINT_LIMITS.recoveryMs, PACE_LIMITS.holdMs, RESERVE_MS, PACE_LIMITS.graceMs, PACE_LIMITS.againMs],
  ...[PACE_LIMITS.horizonMs, PACE_LIMITS.longMs, PACE_LIMITS.spreadShare],
]);

type Standing = 'new' | 'waited' | 'held';

/**
 * Paces all processes together: what went, what was promised and what refusals taught stands in Redis, and one script
 * decides about a request. By the clock of Redis, so that all have the same. As `Pacer` but for two things: what goes soon has its
 * turn reserved, and each process waits for its own.
 */
export class SharedPacer implements Pacing {
  readonly #parts: SharedPacerParts;
  readonly #scripts: Scripts;
  readonly #quickest = new Quickest();
  /** How many of a broadcast wait here, by their whole; and of all. */
  readonly #ahead = new Map<string, number>();
  #held = 0;
  #count = 0;
  /** Keys that refused something lately: only they have to be told of what is taken. */
  readonly #refusing = new Set<string>();

  constructor(parts: SharedPacerParts) {
    this.#parts = parts;
    this.#scripts = paceScripts(parts.redis);
  }

  get now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }

  async turn(shares: Shares, asking: Asking): Promise<number> {
    const { key } = shares.whole;
    for (let standing: Standing = asking.waited ? 'waited' : 'new'; ; standing = 'held') {
      const said = await this.#ask(shares, asking, standing);
      if (said === null) return this.#unasked(shares, asking);
      const [verdict, ms] = said;
      if (verdict === 'later') return Math.max(1, ms);
      if (verdict === 'go') {
        if (ms > 0) await this.#pause(ms);
        return 0;
      }
      await this.#hold(key, Math.max(1, ms));
    }
  }

  answered({ whole, part }: Shares, at: number): void {
    const took = this.now - at;
    const late = this.#quickest.late(took);
    if (late <= 0) return;
    const keys = this.#keys({ whole, part });
    const of = part === null ? [keys.gone] : [keys.gone, keys.partGone];
    this.#tell(this.#scripts.late(of, [this.#instant(), took, late]));
  }

  taken({ whole, part }: Shares): void {
    if (!this.#refusing.delete(whole.key) && (part === null || !this.#refusing.delete(part.key))) return;
    if (part !== null) this.#refusing.delete(part.key);
    const keys = this.#keys({ whole, part });
    this.#tell(this.#scripts.taken([keys.restraint, keys.partRestraint], []));
  }

  refused({ whole, part }: Shares, afterMs: number): void {
    this.#refusing.add(whole.key);
    if (part !== null) this.#refusing.add(part.key);
    const keys = this.#keys({ whole, part });
    const { recoveryMs, least, leastMs } = RESTRAINT_LIMITS;
    const effects = effectsOf(part !== null);
    const values = [effects.whole, effects.part].flatMap((effect) =>
      effect === null ? [0, 0, 0] : [effect.leaves, effect.slowerFrom, effect.waitsFrom],
    );
    const given = [this.#instant(), Math.max(leastMs, afterMs), recoveryMs, least, leastMs, ...values];
    this.#tell(this.#scripts.refused([keys.restraint, keys.partRestraint], given));
  }

  async #ask(shares: Shares, asking: Asking, standing: Standing): Promise<[string, number] | null> {
    const { whole, part } = shares;
    const keys = this.#keys(shares);
    const name = `${this.#parts.process}-${++this.#count}`;
    const ahead = standing === 'held' || asking.priority === 0 ? 0 : (this.#ahead.get(whole.key) ?? 0);
    const mayHold = this.#held < PACE_LIMITS.held;
    const windows = [this.#windows(whole), part === null ? '' : this.#windows(part)];
    try {
      const said = await this.#scripts.turn(
        [keys.gone, keys.restraint, keys.promised, keys.partGone, keys.partRestraint],
        [
          ...[this.#instant(), name, asking.priority, standing, ahead, mayHold ? 1 : 0, ...windows],
          ...[this.#parts.random(), LIMITS],
        ],
      );
      // The script's own answer.
      return said as [string, number];
    } catch (cause) {
      this.#parts.failed(cause);
      return null;
    }
  }

  /** Redis could not be asked. */
  #unasked(shares: Shares, asking: Asking): Promise<number> | number {
    const { meanwhile } = this.#parts;
    return meanwhile === undefined || asking.priority !== 0 ? AWAY_MS : meanwhile.turn(shares, asking);
  }

  async #hold(key: string, ms: number): Promise<void> {
    this.#held++;
    this.#ahead.set(key, (this.#ahead.get(key) ?? 0) + 1);
    await this.#pause(ms);
    this.#held--;
    const left = (this.#ahead.get(key) ?? 1) - 1;
    if (left === 0) this.#ahead.delete(key);
    else this.#ahead.set(key, left);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#parts.alarm.after(ms, resolve));
  }

  #windows({ windows }: Share): string {
    const { spareMs = PACE_LIMITS.spareMs } = this.#parts;
    return JSON.stringify(
      windows.map((window) => [
        ...[window.most, window.reserved ?? 0, window.ms],
        ...[spareOf(window, spareMs), isSlowed(window) ? 1 : 0],
      ]),
    );
  }

  #keys({ whole, part }: Shares) {
    return paceKeys(this.#parts.installation, { whole: whole.key, part: part?.key ?? null });
  }

  #instant(): string {
    return this.#parts.ownClock === true ? String(this.now) : '';
  }

  #tell(telling: Promise<unknown>): void {
    telling.catch((cause: unknown) => this.#parts.failed(cause));
  }
}
