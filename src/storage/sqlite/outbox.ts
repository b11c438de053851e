import { StoreError } from '../../ports/store/error.ts';
import type { ClaimRequest } from '../../ports/store/inbox.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import {
  DELIVERY_MOVES,
  type Delivery,
  type DeliveryState,
  type HastenRequest,
  type NewDelivery,
  type Settlement,
} from '../../ports/store/outbox.ts';
import type { Page } from '../../ports/store/records.ts';
import { checkCount, checkInstant, checkKey, encodeBody, reasonOf } from '../checks.ts';
import type { Database } from './database.ts';
import { checkClaim } from './inbox.ts';
import { jsonOf, numberOf, type Row, textOf } from './rows.ts';

const COLUMNS = 'seq, id, destination, kind, body, not_before, state, reason, attempt, changed_at, receipt';

/** Deliveries, from commit until they are settled. Each method is one step of a transaction. */
export class OutboxTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws StoreError `invalid` if the id is taken */
  append(delivery: NewDelivery, at: number): void {
    const { id, destination, kind, notBefore } = delivery;
    for (const [name, value] of Object.entries({ id, destination, kind }))
      checkKey(`a delivery’s ${name}`, value);
    const body = encodeBody('a delivery', delivery.body, STORE_LIMITS.deliveryBytes);
    const added = this.#database.run(
      `INSERT INTO outbox (id, destination, kind, body, not_before, state, reason, changed_at)
       VALUES (?, ?, ?, ?, ?, 'pending', 'new', ?) ON CONFLICT (id) DO NOTHING`,
      ...[id, destination, kind, body, checkInstant('notBefore', notBefore), at],
    );
    if (added === 0) throw new StoreError('invalid', `a delivery with the id ${id} is there already`);
  }

  claim(request: ClaimRequest): Delivery[] {
    const { worker, limit, now, leasedUntil } = checkClaim(request);
    const rows = this.#database.all(
      `UPDATE outbox SET state = 'sending', reason = 'claimed', attempt = attempt + 1, worker = ?,
         leased_until = ?, changed_at = ?
       WHERE seq IN (
         SELECT seq FROM outbox AS candidate
         WHERE state = 'pending' AND not_before <= ? AND NOT EXISTS (
           SELECT 1 FROM outbox AS earlier
           WHERE earlier.destination = candidate.destination AND earlier.state IN ('pending', 'sending')
             AND (earlier.seq < candidate.seq OR earlier.state = 'sending'))
         ORDER BY seq LIMIT ?)
       RETURNING ${COLUMNS}`,
      ...[worker, leasedUntil, now, now, limit],
    );
    return inOrder(rows);
  }

  settle(settlement: Settlement): 'settled' | 'stale' {
    const { id, attempt, state, reason, now, notBefore, receipt } = settlement;
    const from = DELIVERY_MOVES[state];
    const changed = this.#database.run(
      `UPDATE outbox SET state = ?, reason = ?, changed_at = ?, not_before = coalesce(?, not_before),
         receipt = coalesce(?, receipt), worker = NULL, leased_until = NULL
       WHERE id = ? AND attempt = ? AND state IN (SELECT value FROM json_each(?))`,
      ...[state, reasonOf(reason), checkInstant('now', now)],
      notBefore === undefined || state !== 'pending' ? null : checkInstant('notBefore', notBefore),
      receipt === undefined ? null : encodeBody('a receipt', receipt, STORE_LIMITS.deliveryBytes),
      ...[id, attempt, JSON.stringify(from)],
    );
    return changed === 1 ? 'settled' : 'stale';
  }

  hasten({ destinations, now, restMs }: HastenRequest): number {
    const soonest = 'max(?, changed_at + ?)';
    const values = [checkInstant('now', now), checkCount('restMs', restMs, Number.MAX_SAFE_INTEGER, 0)];
    return this.#database.run(
      `UPDATE outbox SET not_before = ${soonest}
       WHERE state = 'pending' AND substr(destination, 1, length(?)) = ? AND not_before > ${soonest}`,
      ...[...values, checkKey('destinations', destinations), destinations, ...values],
    );
  }

  /** What a worker, or anybody whose lease has run out, was sending. */
  interrupted(worker: string | null, now: number): Delivery[] {
    const rows = this.#database.all(
      `SELECT ${COLUMNS} FROM outbox WHERE state = 'sending' AND (worker = ? OR leased_until <= ?)`,
      worker,
      checkInstant('now', now),
    );
    return inOrder(rows);
  }

  get(id: string): Delivery | null {
    const row = this.#database.get(`SELECT ${COLUMNS} FROM outbox WHERE id = ?`, id);
    return row === undefined ? null : delivery(row);
  }

  find(search: { state: DeliveryState; limit: number; after?: string }): Page<Delivery> {
    const limit = checkCount('limit', search.limit, STORE_LIMITS.pageSize);
    const after = search.after ?? '0';
    if (!/^\d{1,15}$/.test(after)) throw new StoreError('invalid', 'after is no "next" of a page');
    const rows = this.#database.all(
      `SELECT ${COLUMNS} FROM outbox WHERE state = ? AND seq > ? ORDER BY seq LIMIT ?`,
      ...[search.state, Number(after), limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > limit && last ? String(numberOf(last, 'seq')) : null;
    return { items: page.map(delivery), next };
  }
}

function inOrder(rows: Row[]): Delivery[] {
  return rows.sort((a, b) => numberOf(a, 'seq') - numberOf(b, 'seq')).map(delivery);
}

function delivery(row: Row): Delivery {
  return {
    id: textOf(row, 'id'),
    destination: textOf(row, 'destination'),
    kind: textOf(row, 'kind'),
    body: jsonOf(row, 'body'),
    notBefore: numberOf(row, 'not_before'),
    state: textOf(row, 'state') as DeliveryState,
    reason: textOf(row, 'reason'),
    attempt: numberOf(row, 'attempt'),
    changedAt: numberOf(row, 'changed_at'),
    receipt: jsonOf(row, 'receipt'),
  };
}
