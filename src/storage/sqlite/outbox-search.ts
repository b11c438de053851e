import { StoreError } from '../../ports/store/error.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type {
  Delivery,
  DeliveryCounts,
  DeliverySearch,
  DeliveryState,
  DestinationSearch,
} from '../../ports/store/outbox.ts';
import type { Page } from '../../ports/store/records.ts';
import { checkCount } from '../checks.ts';
import type { Database } from './database.ts';
import { DELIVERY_COLUMNS, deliveryOf } from './delivery-row.ts';
import { numberOf, textOf } from './rows.ts';

const NONE: DeliveryCounts = { pending: 0, sending: 0, sent: 0, ambiguous: 0, failed: 0, skipped: 0 };

/** Finds and counts deliveries; changes nothing. */
export class OutboxSearch {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get(id: string): Delivery | null {
    const row = this.#database.get(`SELECT ${DELIVERY_COLUMNS} FROM outbox WHERE id = ?`, id);
    return row === undefined ? null : deliveryOf(row);
  }

  find({ state, batch, ...search }: DeliverySearch): Page<Delivery> {
    const limit = checkCount('limit', search.limit, STORE_LIMITS.pageSize);
    const after = search.after ?? '0';
    if (!/^\d{1,16}$/.test(after)) throw new StoreError('invalid', 'after is no "next" of a page');
    const asked = Object.entries({ batch, state }).filter(([, value]) => value !== undefined);
    if (asked.length === 0) throw new StoreError('invalid', 'deliveries are searched by a state or a batch');
    const rows = this.#database.all(
      `SELECT ${DELIVERY_COLUMNS} FROM outbox WHERE ${asked.map(([name]) => `${name} = ? AND`).join(' ')} seq > ?
       ORDER BY seq LIMIT ?`,
      ...[...asked.map(([, value]) => value ?? ''), Number(after), limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > limit && last ? String(numberOf(last, 'seq')) : null;
    return { items: page.map(deliveryOf), next };
  }

  count(batch: string): DeliveryCounts {
    const rows = this.#database.all(
      'SELECT state, count(*) AS n FROM outbox WHERE batch = ? GROUP BY state',
      batch,
    );
    return {
      ...NONE,
      ...Object.fromEntries(rows.map((row) => [textOf(row, 'state'), numberOf(row, 'n')])),
    };
  }

  destinations({ topic, states, unsure = false, after = '', ...search }: DestinationSearch): Page<string> {
    const limit = checkCount('limit', search.limit, STORE_LIMITS.changesPerTurn);
    const rows = this.#database.all(
      `SELECT DISTINCT destination FROM outbox
       WHERE topic = ? AND destination > ?
         AND (state IN (SELECT value FROM json_each(?)) OR (? AND unsure AND state = 'pending'))
       ORDER BY destination LIMIT ?`,
      ...[topic, after, JSON.stringify(states), Number(unsure), limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => textOf(row, 'destination'));
    return { items, next: rows.length > limit ? (items.at(-1) ?? null) : null };
  }

  latest(topic: string, destination: string, states: readonly DeliveryState[]): Delivery | null {
    const row = this.#database.get(
      `SELECT ${DELIVERY_COLUMNS} FROM outbox
       WHERE topic = ? AND destination = ? AND state IN (SELECT value FROM json_each(?))
       ORDER BY seq DESC LIMIT 1`,
      ...[topic, destination, JSON.stringify(states)],
    );
    return row === undefined ? null : deliveryOf(row);
  }
}
