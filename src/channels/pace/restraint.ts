import { RESTRAINT_LIMITS } from './limits.ts';

interface Restraint {
  /** Nothing goes before this instant. */
  readonly until: number;
  /** What was left of the rate, at an instant. */
  readonly left: number;
  readonly at: number;
  /** How often in a row it was refused. */
  readonly inARow: number;
  /** When its rate was last made smaller. */
  readonly slowedAt: number;
}

const FREE: Restraint = { until: 0, left: 1, at: 0, inARow: 0, slowedAt: Number.NEGATIVE_INFINITY };

/** What refusals do to a key: what they leave of its rate, and from which one in a row it goes slower, and waits. */
export interface Effect {
  readonly leaves: number;
  readonly slowerFrom: number;
  readonly waitsFrom: number;
}

/** What a refusal does to a tenant or workspace, and to the thread or channel that it was about, if it was about one. */
export function effectsOf(hasPart: boolean): { readonly whole: Effect; readonly part: Effect | null } {
  const { partLeft, wholeLeft: leaves, inARow } = RESTRAINT_LIMITS;
  // It was about all of it, and all of it waits. But half of a minute's window gone would hold it up for most of a minute.
  if (!hasPart) return { whole: { leaves, slowerFrom: 1, waitsFrom: 1 }, part: null };
  return {
    whole: { leaves, slowerFrom: 2, waitsFrom: inARow },
    part: { leaves: partLeft, slowerFrom: 1, waitsFrom: 1 },
  };
}

/** What was learnt from refusals: who has to wait until when, and who goes slower for a while. All times in ms. */
export class Restraints {
  readonly #all = new Map<string, Restraint>();

  /** Until when nothing of a key goes; 0: it may go. */
  until(key: string): number {
    return this.#all.get(key)?.until ?? 0;
  }

  /** What is left of a key's rate: 1 is all of it. */
  left(key: string, now: number): number {
    const known = this.#all.get(key);
    if (known === undefined) return 1;
    return Math.min(1, known.left + Math.max(0, now - known.at) / RESTRAINT_LIMITS.recoveryMs);
  }

  /**
   * The platform refused something.
   * @param afterMs how long it asks to wait
   */
  refused(key: string, now: number, afterMs: number, { leaves, slowerFrom, waitsFrom }: Effect): void {
    const { until, inARow, slowedAt } = this.#all.get(key) ?? FREE;
    const row = inARow + 1;
    const present = this.left(key, now);
    // What was under way when the first one was refused says nothing new.
    const isSlowed = row >= slowerFrom && now - slowedAt >= RESTRAINT_LIMITS.leastMs;
    const left = isSlowed ? Math.max(RESTRAINT_LIMITS.least, present * leaves) : present;
    // The newest stands last, so that old ones can be let go.
    this.#all.delete(key);
    this.#all.set(key, {
      ...{ left, at: now, inARow: row, slowedAt: isSlowed ? now : slowedAt },
      until: row >= waitsFrom ? Math.max(until, now + afterMs) : until,
    });
    this.#forget(now);
  }

  /** It took something. */
  taken(key: string): void {
    const known = this.#all.get(key);
    if (known !== undefined && known.inARow > 0) this.#all.set(key, { ...known, inARow: 0 });
  }

  #forget(now: number): void {
    for (const [key, { at, until }] of this.#all) {
      if (at + RESTRAINT_LIMITS.recoveryMs > now || until > now) return;
      this.#all.delete(key);
    }
  }
}
