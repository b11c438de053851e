import { resolve } from 'node:path';
import { StoreError } from '../../ports/store/error.ts';
import { COLUMNS, type CopyTarget, type Entry, SORTS, type Sort } from '../copy/entries.ts';
import { copyingFrom, markCopying, unmarkCopying } from './copying.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open.ts';
import { numberOf, type Row, textOf } from './rows.ts';

const PORTION = 1000;
const NEVER = Number.MIN_SAFE_INTEGER;

const snake = (column: string): string => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const TABLES = {
  conversation: 'conversation',
  record: 'record',
  event: 'inbox',
  delivery: 'outbox',
  timer: 'timer',
} as const;

/** Everything in a file, to be copied as it is. Holds the file as a service would. */
export class SqliteCopy implements CopyTarget {
  readonly name: string;
  readonly #database: Database;
  readonly #close: () => void;

  /** @throws StoreError `in-use` while a service runs on the file */
  constructor(file: string) {
    this.name = resolve(file);
    const { database, release } = openDatabase({ file });
    this.#database = database;
    this.#close = () => {
      database.close();
      release();
    };
  }

  async counts(): Promise<Readonly<Record<Sort, number>>> {
    const counts = SORTS.map((sort) => {
      const row = this.#database.get(`SELECT count(*) AS n FROM ${TABLES[sort]}`);
      return [sort, numberOf(row ?? {}, 'n')];
    });
    return Object.fromEntries(counts) as Record<Sort, number>;
  }

  async *entries(sort: Sort): AsyncGenerator<Entry[]> {
    for (let after = NEVER; ; ) {
      const rows = this.#database.all(
        `SELECT rowid AS place, * FROM ${TABLES[sort]} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
        ...[after, PORTION],
      );
      const last = rows.at(-1);
      if (last === undefined) return;
      after = numberOf(last, 'place');
      yield rows.map((row) => this.#entry(sort, row));
    }
  }

  #entry(sort: Sort, row: Row): Entry {
    const values = Object.fromEntries(
      COLUMNS[sort].map((column) => [column, textOrNull(row[snake(column)])]),
    );
    if (sort === 'event') Object.assign(values, { signs: this.#signs(row), ...leaseOf(row) });
    return { order: numberOf(row, 'place'), values };
  }

  /** In the order of their names, whatever that is where it comes from. */
  #signs(row: Row): string | null {
    const keys = this.#database.all('SELECT key FROM inbox_key WHERE event = ?', numberOf(row, 'seq'));
    return keys.length === 0 ? null : JSON.stringify(keys.map((each) => textOf(each, 'key')).sort());
  }

  async checkAlone(): Promise<void> {
    // Its owner's lock is held.
  }

  async begin(source: string): Promise<void> {
    const before = copyingFrom(this.#database);
    if (before === source) return;
    const tables = Object.values(TABLES).map((table) => `EXISTS (SELECT 1 FROM ${table})`);
    const isFull = this.#database.get(`SELECT ${tables.join(' OR ')} AS found`)?.found === 1;
    if (isFull || before !== null)
      throw new StoreError('invalid', `${this.name} holds something already: name an empty store`);
    markCopying(this.#database, source);
  }

  async put(sort: Sort, entries: readonly Entry[]): Promise<void> {
    this.#database.transaction(() => {
      for (const entry of entries) this.#put(sort, entry);
    });
  }

  #put(sort: Sort, { order, values }: Entry): void {
    if (this.#isThere(sort, values)) return;
    const columns = COLUMNS[sort].filter((column) => column !== 'signs');
    const given = columns.map((column) => values[column] ?? defaultOf(sort, column));
    // Conversations are in no order; of the others two can have the same number only where it does not matter.
    const seq = sort === 'conversation' || sort === 'record' ? null : this.#free(TABLES[sort], order);
    const names = [...columns.map(snake), ...(seq === null ? [] : ['seq'])];
    this.#database.run(
      `INSERT INTO ${TABLES[sort]} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...[...given, ...(seq === null ? [] : [seq])],
    );
    this.#putMore(sort, values, seq);
  }

  #isThere(sort: Sort, { id = null, organisation = null, kind = null }: Entry['values']): boolean {
    const row =
      sort === 'record'
        ? this.#database.get(
            'SELECT 1 AS found FROM record WHERE organisation = ? AND kind = ? AND id = ?',
            ...[organisation, kind, id],
          )
        : this.#database.get(`SELECT 1 AS found FROM ${TABLES[sort]} WHERE id = ?`, id);
    return row !== undefined;
  }

  #free(table: string, order: number): number {
    let seq = order;
    while (this.#database.get(`SELECT 1 AS found FROM ${table} WHERE seq = ?`, seq) !== undefined) seq++;
    return seq;
  }

  /** What stands in other tables. */
  #putMore(sort: Sort, values: Entry['values'], seq: number | null): void {
    if (sort === 'event' && values.signs != null)
      for (const key of JSON.parse(values.signs) as string[])
        this.#database.run('INSERT INTO inbox_key (key, event) VALUES (?, ?)', key, seq);
    if (sort !== 'record') return;
    const { organisation = null, kind = null, id = null, at = null, keys } = values;
    for (const [name, value] of Object.entries(JSON.parse(keys ?? '{}') as Record<string, string>))
      this.#database.run(
        `INSERT INTO record_key (record, name, value, organisation, kind, at, id)
         SELECT seq, ?, ?, organisation, kind, at, id FROM record WHERE organisation = ? AND kind = ? AND id = ? AND at = ?`,
        ...[name, value, organisation, kind, id, at],
      );
  }

  async end(): Promise<void> {
    unmarkCopying(this.#database);
  }

  async close(): Promise<void> {
    this.#close();
  }
}

function textOrNull(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** What is processed is held by nobody any more; what is free is so at any time. */
function leaseOf(row: Row): Entry['values'] {
  const leased = numberOf(row, 'leased_until');
  const isFree = row.processed_at !== null || leased === NEVER;
  return { leasedUntil: isFree ? null : String(leased) };
}

function defaultOf(sort: Sort, column: string): number | null {
  return sort === 'event' && column === 'leasedUntil' ? NEVER : null;
}
