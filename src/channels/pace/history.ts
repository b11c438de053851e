import type { Share } from './window.ts';

/** When requests of one key went, oldest first. */
interface Times {
  readonly times: number[];
  readonly longestMs: number;
}

const NONE: readonly number[] = [];

/**
 * When requests of each key went. What is older than a key's longest window is forgotten, and so is a key with nothing
 * younger. So for each key no more times are kept than its longest window allows (1800 for a thread of Teams), and with
 * 50 requests a second for all threads of a tenant never more than 180,000 for an hour.
 */
export class History {
  readonly #gone = new Map<string, Times>();

  /** How many keys are remembered. */
  get keys(): number {
    return this.#gone.size;
  }

  /** Oldest first. */
  of(key: string): readonly number[] {
    return this.#gone.get(key)?.times ?? NONE;
  }

  /** @param now no smaller than the time before */
  add({ key, windows }: Share, now: number, spareMs: number): void {
    const longestMs = Math.max(...windows.map(({ ms }) => ms)) + spareMs;
    const times = this.#gone.get(key)?.times;
    const young = times?.findIndex((time) => time + longestMs > now) ?? -1;
    // Keys stand in the order of their last request, so only the oldest have to be looked at.
    this.#gone.delete(key);
    // Most threads get one message in an hour: a list of its own length takes a sixth of one that was appended to.
    this.#gone.set(key, { times: young === -1 ? [now] : [...(times ?? []).slice(young), now], longestMs });
  }

  /** One that was counted at an instant turned out to have arrived so many ms later. */
  late(key: string, at: number, byMs: number): void {
    const times = this.#gone.get(key)?.times;
    const counted = times?.findLastIndex((time) => time <= at) ?? -1;
    if (times === undefined || counted === -1) return;
    const [time = at] = times.splice(counted, 1);
    const before = times.findLastIndex((other) => other <= time + byMs);
    times.splice(before + 1, 0, time + byMs);
  }

  forget(now: number): void {
    for (const [key, { times, longestMs }] of this.#gone) {
      if ((times.at(-1) ?? 0) + longestMs > now) return;
      this.#gone.delete(key);
    }
  }
}
