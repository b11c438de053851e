import { StoreError } from '../../ports/store/error.ts';
import type { Hand } from '../../ports/store/inbox.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import {
  BEGUN,
  CLAIMED,
  DELIVERY_MOVES,
  type Delivery,
  type DeliveryClaim,
  type HastenRequest,
  type NewDelivery,
  type NextDelivery,
  PRIORITIES,
  type Priority,
  type SettledState,
  type SettledWithNext,
  type Settlement,
  type WaitingDelivery,
} from '../../ports/store/outbox.ts';
import type { TurnHand } from '../../ports/store/turn.ts';
import { checkCount, checkInstant, checkKey, encodeBody, reasonOf } from '../checks.ts';
import { checkClaim, checkDelivery, checkHand, type Held } from '../requests.ts';
import type { Database } from './database.ts';
import { DELIVERY_COLUMNS, deliveryOf } from './delivery-row.ts';
import { numberOf, type Row } from './rows.ts';

/** Of one destination only the first that waits, by priority and then as they were committed. */
const CLAIMABLE = `SELECT ${DELIVERY_COLUMNS} FROM outbox AS candidate
  WHERE state = 'pending' AND priority = ? AND not_before <= ? AND NOT EXISTS (
    SELECT 1 FROM outbox AS other
    WHERE other.destination = candidate.destination AND other.state IN ('pending', 'sending')
      AND (other.state = 'sending' OR (other.priority, other.seq) < (candidate.priority, candidate.seq)))
  ORDER BY not_before, seq LIMIT ?`;

const APPEND = `INSERT INTO outbox (id, destination, kind, body, not_before, priority, batch, topic,
    state, reason, attempt, tries, changed_at, worker, leased_until)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`;

/** A settlement, for each state that it moves to. */
const SETTLE = Object.fromEntries(
  Object.entries(DELIVERY_MOVES).map(([state, from]) => [
    state,
    `UPDATE outbox SET state = ?, reason = ?, changed_at = ?, not_before = coalesce(?, not_before),
       tries = coalesce(?, tries), unsure = coalesce(?, unsure), receipt = coalesce(?, receipt),
       worker = NULL, leased_until = NULL
     WHERE id = ? AND attempt = ? AND state IN (${from.map((each) => `'${each}'`).join(', ')})`,
  ]),
) as Record<SettledState, string>;

/** What became of a turn's deliveries. */
export interface AppendedDeliveries {
  readonly taken: readonly Delivery[];
  /** @see Handed.areBehind */
  readonly areBehind: boolean;
}

/** Deliveries, from commit until they are settled. Each method is one step of a transaction. */
export class OutboxTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Appends all of a turn's deliveries.
   * @returns those that were taken at once
   * @throws StoreError `invalid` if an id is taken
   */
  appendAll(deliveries: readonly NewDelivery[], at: number, hand?: TurnHand): AppendedDeliveries {
    const taken: Delivery[] = [];
    let behind = 0;
    for (const delivery of deliveries) {
      const body = checkDelivery(delivery);
      this.#supersede(delivery, at);
      const held = heldAtOnce(delivery, hand);
      const first = held === null ? null : this.#firstPriority(delivery.destination);
      if (first === 0) behind++;
      const hasPlace = first === null && taken.length < (hand?.deliveries ?? 0);
      const one = this.#append(delivery, body, at, hasPlace ? held : null);
      if (one !== null) taken.push(one);
    }
    return { taken, areBehind: behind > 0 && taken.length + behind === deliveries.length };
  }

  /**
   * @param holder who takes it at once; null: it waits
   * @returns it, if it was taken
   * @throws StoreError `invalid` if the id is taken
   */
  #append(delivery: NewDelivery, body: string, at: number, holder: Held | null): Delivery | null {
    const { id, destination, kind, notBefore, priority = 0, batch = null, topic = null } = delivery;
    const added = this.#database.run(
      APPEND,
      ...[id, destination, kind, body, notBefore, priority, batch, topic],
      ...(holder === null
        ? ['pending', 'new', 0, 0, at, null, null]
        : ['sending', CLAIMED, 1, 1, holder.now, holder.worker, holder.leasedUntil]),
    );
    if (added === 0) throw new StoreError('invalid', `a delivery with the id ${id} is there already`);
    if (holder === null) return null;
    return {
      ...{ id, destination, kind, body: delivery.body, notBefore, priority, batch, topic, state: 'sending' },
      ...{ reason: CLAIMED, attempt: 1, tries: 1, unsure: false, changedAt: holder.now, receipt: null },
    };
  }

  /** The priority of the first that is on its way to a destination, or waits for that; null: nothing is. */
  #firstPriority(destination: string): number | null {
    const row = this.#database.get(
      "SELECT min(priority) AS first FROM outbox WHERE destination = ? AND state IN ('pending', 'sending')",
      destination,
    );
    return typeof row?.first === 'number' ? row.first : null;
  }

  #supersede({ destination, topic = null, supersedes }: NewDelivery, at: number): void {
    if (supersedes === undefined) return;
    this.#database.run(
      `UPDATE outbox SET state = 'skipped', reason = ?, changed_at = ?
       WHERE topic = ? AND destination = ? AND state = 'pending' AND unsure = 0`,
      ...[reasonOf(supersedes), at, topic, destination],
    );
  }

  claim(request: DeliveryClaim): Delivery[] {
    const { worker, limit, now, leasedUntil } = checkClaim(request);
    const priorities = request.priority === undefined ? PRIORITIES : [request.priority];
    const rows: Row[] = [];
    for (const priority of priorities)
      if (rows.length < limit)
        rows.push(...this.#database.all(CLAIMABLE, priority, now, limit - rows.length));
    // One by one it costs half of what an UPDATE does that finds them and returns them.
    for (const row of rows) this.#hold(row, worker, leasedUntil, now);
    return inOrder(rows).map((before) => claimed(before, now));
  }

  #hold(row: Row, worker: string, leasedUntil: number, now: number): void {
    this.#database.run(
      `UPDATE outbox SET state = 'sending', reason = ?, attempt = attempt + 1, tries = tries + 1,
         worker = ?, leased_until = ?, changed_at = ? WHERE seq = ?`,
      ...[CLAIMED, worker, leasedUntil, now, numberOf(row, 'seq')],
    );
  }

  nextDue(now: number, priority?: Priority): number | null {
    const dues = (priority === undefined ? PRIORITIES : [priority]).map((each) => {
      const row = this.#database.get(
        `SELECT min(not_before) AS due FROM outbox WHERE state = 'pending' AND priority = ? AND not_before > ?`,
        ...[each, checkInstant('now', now)],
      );
      return typeof row?.due === 'number' ? row.due : Number.POSITIVE_INFINITY;
    });
    const next = Math.min(...dues);
    return next === Number.POSITIVE_INFINITY ? null : next;
  }

  begin({ id, attempt }: { readonly id: string; readonly attempt: number }): 'begun' | 'stale' {
    const changed = this.#database.run(
      `UPDATE outbox SET reason = ? WHERE id = ? AND attempt = ? AND state = 'sending'`,
      ...[BEGUN, id, attempt],
    );
    return changed === 1 ? 'begun' : 'stale';
  }

  settle(settlement: Settlement): 'settled' | 'stale' {
    const { id, attempt, state, reason, now, receipt } = settlement;
    const { notBefore, tries, unsure } = state === 'pending' ? settlement : {};
    const changed = this.#database.run(
      SETTLE[state],
      ...[state, reasonOf(reason), checkInstant('now', now)],
      notBefore === undefined ? null : checkInstant('notBefore', notBefore),
      tries === undefined ? null : checkCount('tries', tries, Number.MAX_SAFE_INTEGER, 0),
      unsure === undefined ? null : Number(unsure),
      receipt === undefined ? null : encodeBody('a receipt', receipt, STORE_LIMITS.deliveryBytes),
      ...[id, attempt],
    );
    return changed === 1 ? 'settled' : 'stale';
  }

  settleAndNext(settlement: Settlement, destination: string, hand: Hand): SettledWithNext {
    const { worker, now, leasedUntil } = checkHand(hand);
    const outcome = this.settle(settlement);
    const row = this.#first(destination);
    if (row === null) return { outcome, next: null, waits: false };
    const first = deliveryOf(row);
    if (first.priority !== 0 || first.notBefore > now) return { outcome, next: null, waits: true };
    this.#hold(row, worker, leasedUntil, now);
    return { outcome, next: claimed(first, now), waits: false };
  }

  claimNext(destination: string, priority: Priority, hand: Hand): NextDelivery {
    const { worker, now, leasedUntil } = checkHand(hand);
    const row = this.#first(destination);
    if (row === null) return { next: null, waits: null };
    const first = deliveryOf(row);
    if (first.priority !== priority || first.notBefore > now) return { next: null, waits: waitingOf(first) };
    this.#hold(row, worker, leasedUntil, now);
    return { next: claimed(first, now), waits: null };
  }

  /** What waits first for a destination; null: nothing does, or something is under way there. */
  #first(destination: string): Row | null {
    const row = this.#database.get(
      `SELECT ${DELIVERY_COLUMNS} FROM outbox WHERE destination = ? AND state IN ('pending', 'sending')
       ORDER BY state = 'pending', priority, seq LIMIT 1`,
      checkKey('destination', destination),
    );
    return row?.state === 'pending' ? row : null;
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

  /** @returns how many need wait no longer */
  hastenAll(now: number): number {
    return this.#database.run(
      "UPDATE outbox SET not_before = ? WHERE state = 'pending' AND not_before > ?",
      checkInstant('now', now),
      now,
    );
  }

  /** What a worker, or anybody whose lease has run out, was sending. */
  interrupted(worker: string | null, now: number): Delivery[] {
    const rows = this.#database.all(
      `SELECT ${DELIVERY_COLUMNS} FROM outbox WHERE state = 'sending' AND (worker = ? OR leased_until <= ?)`,
      worker,
      checkInstant('now', now),
    );
    return inOrder(rows);
  }
}

/** Who may take a new one at once; null: nobody, it goes to many or is put off. */
function heldAtOnce({ notBefore, priority = 0 }: NewDelivery, hand: Hand | undefined): Held | null {
  return hand !== undefined && priority === 0 && notBefore <= hand.now ? checkHand(hand) : null;
}

function waitingOf({ id, destination, priority, notBefore }: Delivery): WaitingDelivery {
  return { id, destination, priority, notBefore };
}

/** As it is once it is marked so. */
function claimed(before: Delivery, now: number): Delivery {
  const [attempt, tries] = [before.attempt + 1, before.tries + 1];
  return { ...before, state: 'sending', reason: CLAIMED, attempt, tries, changedAt: now };
}

function inOrder(rows: Row[]): Delivery[] {
  return rows.sort((a, b) => numberOf(a, 'seq') - numberOf(b, 'seq')).map(deliveryOf);
}
