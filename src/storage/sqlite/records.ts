import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type {
  Page,
  RecordChange,
  RecordKey,
  RecordRead,
  RecordSearch,
  StoredRecord,
  WriteResult,
} from '../../ports/store/records.ts';
import { checkCount, checkLength } from '../checks.ts';
import { RecordCache } from '../record-cache.ts';
import { checkRecordChange, type RecordText, recordCursor } from '../requests.ts';
import type { Database } from './database.ts';
import { jsonOf, numberOf, type Row, textOf } from './rows.ts';

const COLUMNS = ['organisation', 'kind', 'id', 'version', 'at', 'keys', 'body']
  .map((column) => `record.${column} AS ${column}`)
  .join(', ');

/** Records and the keys by which they are found. Each method is one step of a transaction. */
export class RecordTable {
  readonly #database: Database;
  readonly #cache = new RecordCache();

  constructor(database: Database) {
    this.#database = database;
  }

  get(key: RecordRead): StoredRecord | null {
    const kept = this.#cache.record(key);
    if (kept !== undefined) return kept;
    const { record, size } = this.#read(key);
    if (key.passing !== true) this.#cache.keep(key, record, size);
    return record;
  }

  #read({ organisation, kind, id }: RecordKey): { record: StoredRecord | null; size: number } {
    const row = this.#database.get(
      `SELECT ${COLUMNS} FROM record WHERE organisation = ? AND kind = ? AND id = ?`,
      organisation,
      kind,
      id,
    );
    return row === undefined
      ? { record: null, size: 0 }
      : { record: stored(row), size: textOf(row, 'body').length };
  }

  /** @see Records.writeRecords */
  write(changes: readonly RecordChange[]): WriteResult {
    checkLength('record changes', changes, STORE_LIMITS.changesPerTurn);
    const outdated = this.outdated(changes);
    if (outdated !== null) return outdated;
    for (const change of changes) this.apply(change);
    return { outcome: 'written' };
  }

  /** The first expectation that is not met; all are about what was there before. Null: they are. */
  outdated(changes: readonly RecordChange[]): Extract<WriteResult, { outcome: 'conflict' }> | null {
    for (const change of changes) {
      if (change.expected === undefined) continue;
      const version = this.#versionOf(change);
      if (version === change.expected) continue;
      const { organisation, kind, id } = change;
      return { outcome: 'conflict', record: { organisation, kind, id }, version };
    }
    return null;
  }

  /** The present version; 0: it does not exist. */
  #versionOf({ organisation, kind, id }: RecordKey): number {
    const row = this.#database.get(
      'SELECT version FROM record WHERE organisation = ? AND kind = ? AND id = ?',
      organisation,
      kind,
      id,
    );
    return row === undefined ? 0 : numberOf(row, 'version');
  }

  /** Makes a change; the caller has seen to the version. */
  apply(change: RecordChange): void {
    const { organisation, kind, id } = change;
    const text = checkRecordChange(change);
    this.#cache.changed(change);
    if (change.change === 'delete' || text === null) {
      this.#database.run(
        'DELETE FROM record WHERE organisation = ? AND kind = ? AND id = ?',
        organisation,
        kind,
        id,
      );
      return;
    }
    this.#write(change, text);
  }

  find(search: RecordSearch): Page<StoredRecord> {
    if (search.passing === true) return this.#find(search);
    const kept = this.#cache.page(search);
    if (kept !== undefined) return kept;
    const page = this.#find(search);
    this.#cache.keepPage(search, page);
    return page;
  }

  /** Nothing that was read before is sure any more: another program wrote into the file, or it is closed. */
  forget(): void {
    this.#cache.clear();
  }

  #find(search: RecordSearch): Page<StoredRecord> {
    const limit = checkCount('limit', search.limit, STORE_LIMITS.pageSize);
    const keys = checkLength('keys to search by', Object.entries(search.keys ?? {}), STORE_LIMITS.searchKeys);
    const [at, id] = cursorOf(search);
    const rows = this.#database.all(
      findSql(keys.length, search.order),
      ...[search.organisation, search.kind, ...keys.flat(), at, id, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => this.#whole(search, row));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? `${last.at}/${last.id}` : null };
  }

  /** A record that a search came upon. Most are known already: then its body is neither read nor decoded again. */
  #whole({ organisation, kind, passing }: RecordSearch, found: Row): StoredRecord {
    const key = { organisation, kind, id: textOf(found, 'id') };
    const record = passing === true ? this.#read(key).record : this.get(key);
    if (record === null) throw new TypeError('a record is in the index and not in the table');
    return record;
  }

  #write(change: RecordChange & { change: 'write' }, text: RecordText): void {
    const { organisation, kind, id, at } = change;
    const row = this.#database.get(
      `INSERT INTO record (organisation, kind, id, version, at, keys, body) VALUES (?, ?, ?, 1, ?, ?, ?)
       ON CONFLICT (organisation, kind, id) DO UPDATE
       SET version = version + 1, at = excluded.at, keys = excluded.keys, body = excluded.body
       RETURNING seq, version`,
      ...[organisation, kind, id, at, JSON.stringify(change.keys), text.body],
    );
    const seq = numberOf(row ?? {}, 'seq');
    if (numberOf(row ?? {}, 'version') > 1)
      this.#database.run('DELETE FROM record_key WHERE record = ?', seq);
    for (const [name, value] of text.keys) {
      this.#database.run(
        'INSERT INTO record_key (record, name, value, organisation, kind, at, id) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[seq, name, value, organisation, kind, at, id],
      );
    }
  }
}

/** Walks the index of the first key, or of all records of the kind, and sees whether the others match. */
function findSql(keys: number, order: RecordSearch['order']): string {
  const [direction, past] = order === 'newest' ? ['DESC', '<'] : ['ASC', '>'];
  const walked = keys === 0 ? 'record' : 'walked';
  const others = Array.from({ length: Math.max(0, keys - 1) }, (_, i) => {
    const other = `other${i}`;
    return `AND EXISTS (SELECT 1 FROM record_key AS ${other}
      WHERE ${other}.record = walked.record AND ${other}.name = ? AND ${other}.value = ?)`;
  });
  const from = keys === 0 ? 'record' : 'record_key AS walked';
  return `SELECT ${walked}.id AS id FROM ${from}
    WHERE ${walked}.organisation = ? AND ${walked}.kind = ? ${keys === 0 ? '' : 'AND walked.name = ? AND walked.value = ?'}
    ${others.join(' ')} AND (${walked}.at, ${walked}.id) ${past} (?, ?)
    ORDER BY ${walked}.at ${direction}, ${walked}.id ${direction} LIMIT ?`;
}

/** Where the page begins. The first of all begins beyond every instant. */
function cursorOf(search: RecordSearch): readonly [number, string] {
  const first = search.order === 'newest' ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
  return recordCursor(search) ?? [first, ''];
}

function stored(row: Row): StoredRecord {
  return {
    organisation: textOf(row, 'organisation'),
    kind: textOf(row, 'kind'),
    id: textOf(row, 'id'),
    version: numberOf(row, 'version'),
    at: numberOf(row, 'at'),
    keys: jsonOf(row, 'keys') as Record<string, string>,
    body: jsonOf(row, 'body'),
  };
}
