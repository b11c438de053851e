import { StoreError, type StoreErrorCode } from '../../ports/store/error.ts';

/** What Redis's errors begin with. https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors */
const REPLY_CODES: Readonly<Record<string, StoreErrorCode>> = {
  OOM: 'disk-full',
  MISCONF: 'io', // it cannot write its log or its snapshot
  READONLY: 'read-only',
  NOREPLICAS: 'read-only',
  LOADING: 'locked',
  BUSY: 'locked',
  TRYAGAIN: 'locked',
  MASTERDOWN: 'io',
  CLUSTERDOWN: 'io',
  NOAUTH: 'cannot-open',
  WRONGPASS: 'cannot-open',
  NOPERM: 'cannot-open',
  NOPROTO: 'cannot-open',
  WRONGTYPE: 'foreign',
};

/** What is wrong, and what an operator should do. */
const ADVICE: Partial<Record<StoreErrorCode, string>> = {
  'disk-full':
    'has no memory left (maxmemory). Give it more; nothing that was accepted is lost, and no restart is needed',
  'read-only':
    'takes no writes: it is a replica, or has too few of them. See to the failover; it goes on by itself',
  locked: 'is busy: it loads its data, or another script holds it up. It goes on by itself',
  'cannot-open':
    'cannot be reached, or lets nobody in. See whether it runs; see to the address, the user and the password in DRIFTVAKT_STORE, and to its rights',
  foreign:
    'holds keys of another program under this name. Give Driftvakt a prefix of its own in DRIFTVAKT_STORE',
  io: 'does not answer. See whether it runs and is reached from here; it goes on by itself',
};

const CONNECTION =
  /^(Connection is closed|Stream isn't writeable|Reached the max retries|Command timed out|All sentinels|None of startup nodes|Failed to refresh slots|Cluster isn't ready|Command queue state error|Socket closed|Too many Cluster redirections)/i;

/** The one place where Redis's and the network's errors become the store's. Faults of our own scripts pass unchanged. */
export function storeErrorOf(cause: unknown, place: string): unknown {
  if (!(cause instanceof Error) || cause instanceof StoreError) return cause;
  const code = codeOf(cause);
  return code === null ? cause : storeError(code, place, cause);
}

/** @param place how the server is called, without user and password */
export function storeError(code: StoreErrorCode, place: string, cause?: unknown): StoreError {
  return new StoreError(code, `The store ${place} ${ADVICE[code] ?? code}.`, cause, signOf(cause));
}

/** What Redis or the system calls it: a word such as OOM, CLUSTERDOWN, ECONNREFUSED; null: none. */
export function signOf(cause: unknown): string | null {
  if (cause instanceof StoreError) return cause.sign;
  if (!(cause instanceof Error)) return null;
  if (/timed out/i.test(cause.message)) return 'TIMEOUT';
  const [word, { code }] = [wordOf(cause), cause as { code?: unknown }];
  if (word in REPLY_CODES) return word;
  return typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? code : null;
}

function codeOf(cause: Error): StoreErrorCode | null {
  const { code } = cause as { code?: unknown };
  if (typeof code === 'string' && /^(E[A-Z]+|ERR_(TLS|SSL|SOCKET)_\w+|[A-Z_]*CERT[A-Z_]*)$/.test(code))
    return 'io';
  if (CONNECTION.test(cause.message) || /^(MaxRetries|Abort|ClusterAllFailed)/.test(cause.name)) return 'io';
  return REPLY_CODES[wordOf(cause)] ?? null;
}

/** An error within a script comes with its own beginning. */
function wordOf({ message }: Error): string {
  const [, word = ''] = /^(?:ERR )?-?([A-Z]{3,12})\b/.exec(message) ?? [];
  return word;
}
