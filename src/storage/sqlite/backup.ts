import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { backup } from 'node:sqlite';
import { StoreError } from '../../ports/store/error.ts';
import { Database } from './database.ts';
import { mappingErrors } from './errors.ts';
import { checkIntegrity, checkVersion, isEmpty } from './migrations.ts';

const BUSY_TIMEOUT_MS = 10_000;

/** Pages copied in one go: all. Copying in portions begins anew whenever the service writes in between. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies the store in a file, while a service may be using it, into one new file that needs nothing beside it.
 * @returns the size of the copy in bytes
 * @throws StoreError `invalid` if there is no store, or the new file exists
 */
export async function backupFile(file: string, to: string): Promise<number> {
  if (!existsSync(file)) throw new StoreError('invalid', `there is no store at ${file}`);
  const source = new Database(file, { busyTimeoutMs: BUSY_TIMEOUT_MS });
  try {
    // Not opened read-only: then SQLite could not tidy up its files beside the store.
    source.script('PRAGMA query_only = ON');
    checkVersion(source);
    if (isEmpty(source)) throw new StoreError('invalid', `${file} is empty: there is nothing to copy`);
    return await backupDatabase(source, to);
  } finally {
    source.close();
  }
}

/** Copies what a connection sees. The copy has its name only once it is whole and proved. */
export async function backupDatabase(source: Database, to: string): Promise<number> {
  const part = `${to}.part`;
  refuseExisting(to);
  // Made here first: `wx` refuses what another backup is writing, and only the owner may read the copy.
  mappingErrors(part, () => closeSync(openSync(part, 'wx', 0o600)));
  try {
    await source.use((connection) => backup(connection, part, { rate: ALL_PAGES }));
    prove(part);
    refuseExisting(to);
    mappingErrors(to, () => renameSync(part, to));
    return statSync(to).size;
  } catch (cause) {
    for (const each of [part, `${part}-wal`, `${part}-shm`, `${part}-journal`]) rmSync(each, { force: true });
    throw cause;
  }
}

function prove(file: string): void {
  const copy = new Database(file, { busyTimeoutMs: BUSY_TIMEOUT_MS });
  try {
    // Without a write-ahead log the copy is one file.
    copy.script('PRAGMA journal_mode = DELETE');
    checkIntegrity(copy);
  } finally {
    copy.close();
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new StoreError('invalid', `${file} exists; a backup never overwrites`);
}
