import { StoreError } from '../../ports/store/error.ts';
import type { Database } from './database.ts';
import { storeError } from './errors.ts';
import { numberOf } from './rows.ts';
import { SCHEMA_1 } from './schema-1.ts';
import { SCHEMA_2 } from './schema-2.ts';
import { SCHEMA_3 } from './schema-3.ts';

/** Marks a file as Driftvakt's: "Drif" in ASCII. */
export const APPLICATION_ID = 0x44726966;

/** What makes version n of a file out of version n - 1: the entry at n - 1. Never change one that was released. */
export const MIGRATIONS: readonly string[] = [SCHEMA_1, SCHEMA_2, SCHEMA_3];

/**
 * Brings a file to the newest version, each step in one transaction. A new file is version 0.
 * @throws StoreError `newer-version` or `foreign` before anything is touched
 */
export function migrate(database: Database, migrations: readonly string[] = MIGRATIONS): void {
  checkVersion(database, migrations.length);
  for (const [before, step] of migrations.entries()) {
    if (versionOf(database) > before) continue;
    database.transaction(() => {
      // Another process may have done it while this one waited for its turn.
      if (versionOf(database) > before) return;
      database.script(step);
      database.script(`PRAGMA application_id = ${APPLICATION_ID}`);
      database.script(`PRAGMA user_version = ${before + 1}`);
    });
  }
}

/**
 * Whether this program can work with a file.
 * @param newest the newest version that it knows
 */
export function checkVersion(database: Database, newest: number = MIGRATIONS.length): void {
  const application = numberOf(database.get('PRAGMA application_id') ?? {}, 'application_id');
  const version = versionOf(database);
  const tables = database.get('SELECT count(*) AS n FROM sqlite_schema');
  const empty = numberOf(tables ?? {}, 'n') === 0;
  if (application !== APPLICATION_ID && !(empty && version === 0)) {
    throw new StoreError(
      'foreign',
      `The file ${database.file} is a database of another program. Name another file in DRIFTVAKT_STORE.`,
    );
  }
  if (version > newest) {
    throw new StoreError(
      'newer-version',
      `The store ${database.file} was made by a newer Driftvakt (version ${version} of the file; this one knows ${newest}). Start that newer one, or put back the backup made before the change.`,
    );
  }
}

/** Whether a file is of the newest version. */
export function isCurrent(database: Database): boolean {
  return versionOf(database) === MIGRATIONS.length;
}

/** Whether a file was never written by Driftvakt. */
export function isEmpty(database: Database): boolean {
  return versionOf(database) === 0;
}

/**
 * Reads every page.
 * @throws StoreError `corrupt` if any is damaged
 */
export function checkIntegrity(database: Database): void {
  const row = database.get('PRAGMA integrity_check(1)');
  if (row?.integrity_check !== 'ok')
    throw storeError('corrupt', database.file, new Error(String(row?.integrity_check)));
}

function versionOf(database: Database): number {
  return numberOf(database.get('PRAGMA user_version') ?? {}, 'user_version');
}
