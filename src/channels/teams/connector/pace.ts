import type { Window } from './limits.ts';

/** What a request counts towards: a key, and how many requests of that key may go in which time. */
export interface Share {
  readonly key: string;
  readonly windows: readonly Window[];
}

/** Keeps requests below what a platform takes. */
export interface Pacer {
  /**
   * 0: it may go now, and is counted towards every share. Else how long to wait, in ms, before it is asked again;
   * nothing is counted then. After that time it may go, unless others went meanwhile.
   */
  take(shares: readonly Share[], now: number): number;
  /** How many keys are remembered. */
  readonly keys: number;
}

/** When requests of one key went, oldest first. */
interface History {
  readonly times: number[];
  readonly longestMs: number;
}

/**
 * Sliding windows: in no stretch of a window's length do more go than it allows. What is older than a key's longest
 * window is forgotten, and so is a key with nothing younger. So for each key no more times are kept than its longest
 * window allows (1800 for a thread of Teams), and with 50 requests a second for all keys together never more than
 * 180,000 for an hour: about 2 MB, and in practice some KB.
 * A clock that goes backwards stands still here until it has caught up.
 */
export function pacer(): Pacer {
  const gone = new Map<string, History>();
  let latest = Number.NEGATIVE_INFINITY;
  return {
    take(shares, now) {
      latest = Math.max(latest, now);
      const at = latest;
      forget(gone, at);
      const wait = Math.max(0, ...shares.map((share) => waitOf(gone.get(share.key), share.windows, at)));
      if (wait > 0) return wait + (at - now);
      for (const share of shares) count(gone, share, at);
      return 0;
    },
    get keys() {
      return gone.size;
    },
  };
}

function waitOf(gone: History | undefined, windows: readonly Window[], now: number): number {
  if (gone === undefined) return 0;
  const waits = windows.map(({ most, ms }) => {
    // The one that has to leave the window before another may enter it.
    const first = gone.times.at(-most);
    return first === undefined || gone.times.length < most ? 0 : first + ms - now;
  });
  return Math.max(0, ...waits);
}

/** Keys stand in the order of their last request, so only the oldest are looked at. */
function forget(gone: Map<string, History>, now: number): void {
  for (const [key, { times, longestMs }] of gone) {
    if ((times.at(-1) ?? 0) + longestMs > now) return;
    gone.delete(key);
  }
}

function count(gone: Map<string, History>, { key, windows }: Share, now: number): void {
  const longestMs = Math.max(...windows.map(({ ms }) => ms));
  const times = gone.get(key)?.times ?? [];
  const young = times.findIndex((time) => time + longestMs > now);
  times.splice(0, young === -1 ? times.length : young);
  times.push(now);
  gone.delete(key);
  gone.set(key, { times, longestMs });
}
