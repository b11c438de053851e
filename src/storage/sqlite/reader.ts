import { existsSync } from 'node:fs';
import { StoreError } from '../../ports/store/error.ts';
import type { Page, RecordSearch, StoredRecord } from '../../ports/store/records.ts';
import type { TimerSearch, WaitingTimer } from '../../ports/store/timers.ts';
import { Database } from './database.ts';
import { checkVersion, isCurrent } from './migrations.ts';
import { RecordTable } from './records.ts';
import { TimerTable } from './timers.ts';

const BUSY_TIMEOUT_MS = 10_000;

/** Reads the store in a file, also while the service uses it, and changes nothing. */
export class SqliteReader {
  readonly #database: Database;
  readonly #timers: TimerTable;
  readonly #records: RecordTable;

  /** @throws StoreError if there is no store that this program can read */
  constructor(file: string) {
    if (!existsSync(file)) throw new StoreError('invalid', `there is no store at ${file}`);
    this.#database = new Database(file, { busyTimeoutMs: BUSY_TIMEOUT_MS });
    try {
      // Not opened read-only: then SQLite could not tidy up its files beside the store.
      this.#database.script('PRAGMA query_only = ON');
      checkVersion(this.#database);
      if (!isCurrent(this.#database))
        throw new StoreError(
          'invalid',
          `${file} is of an older version; start the service once, which brings it up`,
        );
    } catch (cause) {
      this.#database.close();
      throw cause;
    }
    this.#timers = new TimerTable(this.#database);
    this.#records = new RecordTable(this.#database);
  }

  async findTimers(search: TimerSearch): Promise<Page<WaitingTimer>> {
    return this.#timers.find(search);
  }

  async findRecords(search: RecordSearch): Promise<Page<StoredRecord>> {
    return this.#records.find(search);
  }

  close(): void {
    this.#database.close();
  }
}
