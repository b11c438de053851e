import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../ports/store/error.ts';
import type { Receipt } from '../ports/store/inbox.ts';
import { mayPass } from '../runtime/fault.ts';
import { deadline } from './teams/receiver/deadline.ts';

/** The first pause between two tries, and the longest, in ms. */
const PAUSE = { first: 100, most: 1000 } as const;

/**
 * Keeps an event, and while the store cannot be used tries again for as long as the platform waits: a failover takes a few
 * seconds, and what is refused meanwhile comes again late, or never.
 * @param patienceMs for all tries; less than the platform waits
 * @throws StoreError if it is not known to be kept by then, so that it is not acknowledged
 */
export async function keepWithin(accept: () => Promise<Receipt>, patienceMs: number): Promise<Receipt> {
  const end = performance.now() + patienceMs;
  for (let wait: number = PAUSE.first; ; wait = Math.min(wait * 2, PAUSE.most)) {
    try {
      const receipt = await deadline(accept(), end - performance.now());
      if (receipt !== 'late') return receipt;
      throw new StoreError('io', 'The store did not answer in time.', undefined, 'TIMEOUT');
    } catch (cause) {
      const isOver = performance.now() + wait >= end;
      if (isOver || !mayPass(cause) || (cause instanceof StoreError && cause.code === 'closed')) throw cause;
    }
    await pause(wait);
  }
}
