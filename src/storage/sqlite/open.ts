import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuseHalf } from './copying.ts';
import { Database, IN_MEMORY } from './database.ts';
import { mappingErrors } from './errors.ts';
import { checkVersion, migrate } from './migrations.ts';
import { OwnerLock, ownerFile } from './owner-lock.ts';
import { SqliteStore } from './store.ts';

/**
 * Pages of the write-ahead log, 4 KB each, after which SQLite moves it into the file within a commit. It is moved beside
 * the work (`checkpoints.ts`) long before.
 */
const CHECKPOINT_PAGES = 32_000;
/** Memory for pages of the file, in KiB; SQLite's default is 2000. */
const CACHE_KIB = 16_000;

/** Where the store is. */
export interface SqliteStoreOptions {
  /** A file, made if it is not there, or `:memory:`. */
  readonly file: string;
  /** How long to wait for another program's lock, in ms (default 2000). The process stands still meanwhile. */
  readonly busyTimeoutMs?: number;
  /** The file does not grow beyond this; then it is as if the disk were full. Default: no bound but the disk. */
  readonly maxBytes?: number;
}

/**
 * Opens the embedded store, and brings an older file to the newest version.
 * @throws StoreError telling what is wrong with the file and what to do
 */
export function openSqliteStore(options: SqliteStoreOptions): SqliteStore {
  const { database, release } = openDatabase(options);
  try {
    refuseHalf(database);
    return new SqliteStore(database, release);
  } catch (cause) {
    database.close();
    release();
    throw cause;
  }
}

/**
 * Opens a file of the newest version, which nobody else uses.
 * @returns `release` is called when it is closed
 * @throws StoreError telling what is wrong with the file and what to do
 */
export function openDatabase(options: SqliteStoreOptions): {
  readonly database: Database;
  readonly release: () => void;
} {
  const { file, busyTimeoutMs = 2000 } = options;
  if (file !== IN_MEMORY) makeFiles(file);
  const lock = file === IN_MEMORY ? null : new OwnerLock(file);
  try {
    const database = new Database(file, { busyTimeoutMs });
    try {
      prepare(database, options.maxBytes);
      return { database, release: () => lock?.release() };
    } catch (cause) {
      database.close();
      throw cause;
    }
  } catch (cause) {
    lock?.release();
    throw cause;
  }
}

/** What people write to the bot is nobody else's: only the account of the service may read it. */
function makeFiles(file: string): void {
  mappingErrors(file, () => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    for (const each of [file, ownerFile(file)]) closeSync(openSync(each, 'a', 0o600));
  });
}

function prepare(database: Database, maxBytes: number | undefined): void {
  // Before anything is changed: a file of another program stays as it is.
  checkVersion(database);
  database.script('PRAGMA journal_mode = WAL');
  // The log is brought onto the disk by WalSync, before anything is acknowledged; SQLite does so before it empties it.
  database.script('PRAGMA synchronous = NORMAL');
  database.script(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  database.script(`PRAGMA cache_size = -${CACHE_KIB}`);
  if (maxBytes !== undefined) {
    const page = Number(database.get('PRAGMA page_size')?.page_size);
    database.script(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / page))}`);
  }
  migrate(database);
}
