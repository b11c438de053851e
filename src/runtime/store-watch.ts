import type { Logger } from 'pino';
import type { Alarm } from '../ports/alarm.ts';
import { StoreError, type StoreErrorCode } from '../ports/store/error.ts';
import type { Store } from '../ports/store.ts';
import { mayPass } from './fault.ts';

/** Why the store cannot be used. */
export interface StoreTrouble {
  readonly code: StoreErrorCode;
  /** What the backend itself calls it, such as OOM; null: it has no word for it. */
  readonly sign: string | null;
  /** Since when, in ms since 1970 UTC. */
  readonly since: number;
}

export interface StoreWatchParts {
  readonly store: Pick<Store, 'health'>;
  /** Asks the servers themselves what is wrong; null: nothing was found. Left out: nobody can be asked. */
  readonly diagnose?: () => Promise<string | null>;
  /** In ms since 1970 UTC. */
  readonly now: () => number;
  readonly alarm: Alarm;
  readonly log: Logger;
}

/** A call that takes longer lets it be looked whether the store answers at all, in ms. */
const SLOW_MS = 2000;
/** While it cannot be used it is asked so often whether it can, in ms. */
const AGAIN_MS = 500;
/**
 * A full disk lets calls fail of a file that says that it is well. Such trouble, if it comes back within so long, lasts until
 * nothing has failed for a while, longer each time, in ms.
 */
const RELAPSE_MS = 60_000;
const FIRST_QUIET_MS = 5000;

/**
 * Knows whether the store can be used: by each call that failed or takes too long, and then by asking it until it can be used
 * again. Tells both in the log, once each.
 */
export class StoreWatch {
  readonly #parts: StoreWatchParts;
  /** When the calls were begun that are under way. */
  readonly #underWay = new Set<{ readonly at: number }>();
  #trouble: StoreTrouble | null = null;
  /** What was told of the present trouble. */
  readonly #told = new Set<string | null>();
  #probing: Promise<void> | null = null;
  #lastFailure = 0;
  #endedAt = Number.NEGATIVE_INFINITY;
  #quietMs = 0;
  /** Whether the store itself said in the present trouble, or the last one, that it cannot be used. */
  #saysSo = false;
  #cancel: (() => void) | null = null;
  #stopped = false;
  #mended: () => void = () => undefined;

  constructor(parts: StoreWatchParts) {
    this.#parts = parts;
  }

  /** Null: it can be used, as far as is known. */
  get trouble(): StoreTrouble | null {
    return this.#trouble;
  }

  /** @param mended called each time that it can be used again */
  whenMended(mended: () => void): void {
    this.#mended = mended;
  }

  /** A call is made. @returns ends it; with the error, where there was one */
  began(): (cause?: unknown) => void {
    const call = { at: this.#parts.now() };
    this.#underWay.add(call);
    if (this.#underWay.size === 1) this.#lookLater();
    return (cause) => {
      this.#underWay.delete(call);
      if (cause !== undefined) this.failed(cause, call.at);
    };
  }

  /** Something could not be done. @param begun when it was begun, in ms: what began before the trouble was over says nothing */
  failed(cause: unknown, begun: number = this.#parts.now()): void {
    if (!mayPass(cause) || !(cause instanceof StoreError) || cause.code === 'closed') return;
    this.#lastFailure = this.#parts.now();
    if (begun < this.#endedAt) return;
    this.#begin(cause.code, cause.sign);
  }

  /** Asks the store, and waits no longer than somebody would who asks whether it is ready. */
  async look(): Promise<StoreTrouble | null> {
    await this.#probe();
    return this.#trouble;
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
  }

  #begin(code: StoreErrorCode, sign: string | null): void {
    if (this.#trouble !== null || this.#stopped) return;
    const since = this.#parts.now();
    const isRelapse = !this.#saysSo && since - this.#endedAt < RELAPSE_MS;
    this.#quietMs = isRelapse ? Math.min(RELAPSE_MS, Math.max(FIRST_QUIET_MS, this.#quietMs * 2)) : 0;
    this.#saysSo = false;
    this.#trouble = { code, sign, since };
    this.#told.clear();
    // Without a word for it the servers are asked first, so that it is told once.
    if (sign !== null || this.#parts.diagnose === undefined) this.#tell(this.#trouble);
    this.#again(sign === null ? 0 : AGAIN_MS);
  }

  #tell({ code, sign }: StoreTrouble): void {
    if (this.#told.has(sign)) return;
    const isFirst = this.#told.size === 0;
    this.#told.add(sign);
    const what = isFirst
      ? 'the store cannot be used; it is asked until it can'
      : 'the store still cannot be used';
    this.#parts.log.error({ code, sign }, what);
  }

  #end({ since }: StoreTrouble): void {
    const now = this.#parts.now();
    if (!this.#saysSo && now - this.#lastFailure < this.#quietMs) return this.#again(AGAIN_MS);
    this.#trouble = null;
    this.#endedAt = now;
    if (this.#told.size > 0) this.#parts.log.info({ forMs: now - since }, 'the store can be used again');
    this.#mended();
    if (this.#underWay.size > 0) this.#lookLater();
  }

  #again(ms: number): void {
    this.#cancel?.();
    if (this.#stopped) return;
    this.#cancel = this.#parts.alarm.after(ms, () => {
      this.#cancel = null;
      void this.#probe();
    });
  }

  /** What is under way now should have ended by then. */
  #lookLater(): void {
    if (this.#trouble !== null || this.#cancel !== null || this.#stopped) return;
    this.#cancel = this.#parts.alarm.after(SLOW_MS, () => {
      this.#cancel = null;
      const [oldest] = this.#underWay;
      if (oldest === undefined || this.#trouble !== null) return;
      if (this.#parts.now() - oldest.at >= SLOW_MS) void this.#probe();
      else this.#lookLater();
    });
  }

  #probe(): Promise<void> {
    this.#probing ??= this.#probeOnce().finally(() => {
      this.#probing = null;
    });
    return this.#probing;
  }

  async #probeOnce(): Promise<void> {
    const fault = await this.#ask();
    if (fault === null) return this.#answers();
    const sign =
      fault.sign ?? (await this.#parts.diagnose?.().catch(() => null)) ?? this.#trouble?.sign ?? null;
    this.#lastFailure = this.#parts.now();
    if (this.#trouble === null) this.#begin(fault.code, sign);
    else this.#trouble = { ...this.#trouble, code: fault.code, sign };
    this.#saysSo = true;
    if (this.#trouble !== null) this.#tell(this.#trouble);
    this.#again(AGAIN_MS);
  }

  #answers(): void {
    if (this.#trouble !== null) this.#end(this.#trouble);
    else if (this.#underWay.size > 0) this.#lookLater();
  }

  /** Null: it answers. */
  async #ask(): Promise<Pick<StoreTrouble, 'code' | 'sign'> | null> {
    const { promise: late, resolve } = Promise.withResolvers<'late'>();
    const cancel = this.#parts.alarm.after(SLOW_MS, () => resolve('late'));
    try {
      const answer = await Promise.race([this.#parts.store.health(), late]);
      return answer === 'late' ? { code: 'io', sign: 'SLOW' } : null;
    } catch (cause) {
      return cause instanceof StoreError ? cause : { code: 'io', sign: null };
    } finally {
      cancel();
    }
  }
}
