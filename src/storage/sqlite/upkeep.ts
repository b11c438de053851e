import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Pruned, PruneRequest, StoreHealth } from '../../ports/store.ts';
import { checkCount, checkInstant } from '../checks.ts';
import type { Database } from './database.ts';
import { numberOf } from './rows.ts';

/** @see Store.health; needs the right to write, so that a lock or a read-only file shows */
export function healthOf(database: Database): StoreHealth {
  const waiting = database.get(
    'SELECT count(*) AS n, min(received_at) AS oldest FROM inbox WHERE processed_at IS NULL',
  );
  const oldest = waiting?.oldest;
  const size = database.get('SELECT page_count * page_size AS n FROM pragma_page_count, pragma_page_size');
  const inState = (state: string) =>
    numberOf(database.get('SELECT count(*) AS n FROM outbox WHERE state = ?', state) ?? {}, 'n');
  return {
    waitingEvents: numberOf(waiting ?? {}, 'n'),
    oldestWaiting: typeof oldest === 'number' ? oldest : null,
    pending: inState('pending'),
    sending: inState('sending'),
    ambiguous: inState('ambiguous'),
    failed: inState('failed'),
    bytes: numberOf(size ?? {}, 'n'),
  };
}

/** @see Store.prune */
export function prune(database: Database, request: PruneRequest): Pruned {
  const limit = checkCount('limit', request.limit, STORE_LIMITS.pruneSize);
  const settledBefore = checkInstant('settledBefore', request.settledBefore);
  const events = database.run(
    `DELETE FROM inbox WHERE seq IN (
       SELECT seq FROM inbox WHERE processed_at IS NOT NULL AND received_at < ? LIMIT ?)`,
    ...[checkInstant('receivedBefore', request.receivedBefore), limit],
  );
  const deliveries = database.run(
    `DELETE FROM outbox WHERE seq IN (
       SELECT seq FROM outbox AS old INDEXED BY outbox_settled
       WHERE state IN ('sent', 'skipped', 'failed') AND changed_at < ?
         AND (topic IS NULL OR (topic NOT IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
           SELECT 1 FROM outbox AS younger
           WHERE younger.topic = old.topic AND younger.destination = old.destination
             AND younger.changed_at >= ?)))
       LIMIT ?)`,
    ...[settledBefore, JSON.stringify(request.keepTopics ?? []), settledBefore, limit],
  );
  return { events, deliveries };
}
