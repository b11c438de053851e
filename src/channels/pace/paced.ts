import type { Pacing } from './pacing.ts';
import type { Asking, Shares } from './window.ts';

/**
 * Why something has to be tried again. `paced`: nobody was asked, for it would have been more than the platform takes;
 * `refused`: the platform said that it was.
 */
export type Why = 'paced' | 'refused';

/** It was not done, and may be tried again after `afterMs`. */
interface Again {
  readonly outcome: 'retry';
  readonly reason: string;
  readonly afterMs: number;
  readonly why: 'paced';
}

/** Runs a request when its turn has come, or says without asking the platform after how long it may come again. */
export async function paced<T extends { readonly outcome: string }>(
  pacer: Pacing,
  shares: Shares,
  { asking, reason }: { readonly asking: Asking; readonly reason: string },
  run: () => Promise<T>,
): Promise<T | Again> {
  const afterMs = await pacer.turn(shares, asking);
  if (afterMs > 0) return { outcome: 'retry', reason, afterMs, why: 'paced' };
  const at = pacer.now;
  if (asking.begin !== undefined && !(await asking.begin()))
    return { outcome: 'retry', reason: 'it is in other hands', afterMs: 0, why: 'paced' };
  const did = await run();
  pacer.answered(shares, at);
  if (isRefused(did)) pacer.refused(shares, did.afterMs);
  else if (did.outcome !== 'retry') pacer.taken(shares);
  return did;
}

function isRefused(did: { readonly outcome: string }): did is { outcome: 'retry'; afterMs: number } {
  return did.outcome === 'retry' && 'why' in did && did.why === 'refused';
}
