import { StoreError, type StoreErrorCode } from '../../ports/store/error.ts';

// SQLite's primary result codes, https://sqlite.org/rescode.html
const SQLITE_CODES: Readonly<Record<number, StoreErrorCode>> = {
  3: 'read-only', // PERM
  5: 'locked', // BUSY
  6: 'locked', // LOCKED
  8: 'read-only', // READONLY
  10: 'io', // IOERR
  11: 'corrupt', // CORRUPT
  13: 'disk-full', // FULL
  14: 'cannot-open', // CANTOPEN
  15: 'locked', // PROTOCOL: gave up after many tries to get the lock
  26: 'corrupt', // NOTADB
};

const SYSTEM_CODES: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'io',
};

/** What is wrong, and what an operator should do. */
const ADVICE: Partial<Record<StoreErrorCode, string>> = {
  'disk-full': 'cannot grow: the disk is full. Free some space on it; nothing that was accepted is lost',
  locked:
    'is locked by another program. Stop whatever holds it (a backup tool, a database browser), then try again',
  'in-use':
    'is in use by another Driftvakt. Stop that one, or give this one a file of its own in DRIFTVAKT_STORE',
  'read-only':
    'may not be written. Give the account of the service the right to write to the file and its folder',
  corrupt:
    'is damaged, or is no store. Stop the service, keep the file aside, and put the latest backup in its place',
  'cannot-open': 'cannot be opened. See that DRIFTVAKT_STORE names a file in a folder that can be used',
  io: 'cannot be read or written. See to the disk and the system’s log; free some space if there is little',
};

/** The one place where SQLite's and the system's errors become the store's. Faults of our own SQL pass unchanged. */
export function storeErrorOf(cause: unknown, file: string): unknown {
  if (!(cause instanceof Error) || cause instanceof StoreError) return cause;
  const code = codeOf(cause as { code?: unknown; errcode?: unknown });
  return code === undefined ? cause : storeError(code, file, cause);
}

/** An error about a file, with its advice. */
export function storeError(code: StoreErrorCode, file: string, cause?: unknown): StoreError {
  return new StoreError(code, `The store ${file} ${ADVICE[code] ?? code}.`, cause);
}

/** Runs something that touches the file. */
export function mappingErrors<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw storeErrorOf(cause, file);
  }
}

function codeOf({ code, errcode }: { code?: unknown; errcode?: unknown }): StoreErrorCode | undefined {
  // The low byte is the primary code; the rest tells which kind of it.
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') return SQLITE_CODES[errcode & 0xff];
  if (typeof code !== 'string') return undefined;
  if (code.startsWith('ERR_')) return undefined;
  return SYSTEM_CODES[code] ?? (/^E[A-Z]+$/.test(code) ? 'cannot-open' : undefined);
}
