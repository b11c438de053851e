import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Pruned, PruneRequest, StoreHealth } from '../../ports/store.ts';
import { checkCount, checkInstant } from '../checks.ts';
import { earliest } from './outbox.ts';
import type { Place } from './place.ts';
import { listOf, numberOf } from './replies.ts';
import { memoryUsed } from './server.ts';

const STATES = ['pending', 'sending', 'ambiguous', 'failed'] as const;

/** @see Store.health */
export async function healthOf(place: Place): Promise<StoreHealth> {
  const [answers, bytes] = await Promise.all([place.each('health', ...STATES), memoryUsed(place.link)]);
  const parts = answers.map(listOf);
  const inState = (i: number): number =>
    parts.reduce((sum, [, , counts]) => sum + numberOf(listOf(counts)[i]), 0);
  return {
    waitingEvents: parts.reduce((sum, [waiting]) => sum + numberOf(waiting), 0),
    oldestWaiting: earliest(parts.map(([, oldest]) => oldest ?? null)),
    ...{ pending: inState(0), sending: inState(1), ambiguous: inState(2), failed: inState(3) },
    bytes,
  };
}

/** @see Store.prune */
export async function prune(place: Place, request: PruneRequest): Promise<Pruned> {
  const limit = checkCount('limit', request.limit, STORE_LIMITS.pruneSize);
  const receivedBefore = checkInstant('receivedBefore', request.receivedBefore);
  const settledBefore = checkInstant('settledBefore', request.settledBefore);
  const kept = JSON.stringify(request.keepTopics ?? []);
  let [events, deliveries] = [0, 0];
  for (const { number } of place.all) {
    const { link } = place;
    if (events < limit)
      events += numberOf(await link.run('pruneEvents', number, receivedBefore, limit - events));
    if (deliveries < limit)
      deliveries += numberOf(
        await link.run('pruneDeliveries', number, settledBefore, limit - deliveries, kept),
      );
  }
  return { events, deliveries };
}
