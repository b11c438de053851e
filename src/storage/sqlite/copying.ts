import { StoreError } from '../../ports/store/error.ts';
import type { Database } from './database.ts';
import { storeError } from './errors.ts';

/** There as long as something is being copied into the file: it names from where. */
const MARK = 'copying';

/** From where a copy was begun that is not whole; null: none was. */
export function copyingFrom(database: Database): string | null {
  const there = database.get(`SELECT 1 AS found FROM sqlite_schema WHERE name = '${MARK}'`);
  if (there === undefined) return null;
  return String(database.get(`SELECT source FROM ${MARK}`)?.source ?? '');
}

export function markCopying(database: Database, source: string): void {
  database.transaction(() => {
    database.script(`CREATE TABLE ${MARK} (source TEXT NOT NULL) STRICT`);
    database.run(`INSERT INTO ${MARK} (source) VALUES (?)`, source);
  });
}

export function unmarkCopying(database: Database): void {
  database.script(`DROP TABLE ${MARK}`);
}

/** @throws StoreError `in-use` if the file is not whole */
export function refuseHalf(database: Database): void {
  if (copyingFrom(database) === null) return;
  throw new StoreError(
    'in-use',
    `${database.file} is being copied into, and is not whole. Let \`driftvakt store copy\` end, or begin it again.`,
    storeError('in-use', database.file),
  );
}
