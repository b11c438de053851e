import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { type Environment, EnvironmentError } from '../config/environment.ts';
import type { Store } from '../ports/store.ts';
import { isRedisAddress, type RedisAddress, readRedisAddress } from '../storage/redis/address.ts';
import { openSqliteStore } from '../storage/sqlite/open.ts';

/** The store, and how this process is known in it. */
export interface OpenedStore {
  readonly store: Store;
  /** Under which name this process holds work; undefined: it is the only one. */
  readonly worker: string | undefined;
  /** What an operator should know about how it is kept. */
  readonly notes: readonly string[];
}

type StoreSettings = Pick<Environment, 'DRIFTVAKT_STORE' | 'DRIFTVAKT_SENTINEL_PASSWORD'>;

/**
 * Where Redis is, if the store is there.
 * @throws EnvironmentError if the address cannot be read
 */
export function redisAddressOf(settings: StoreSettings): RedisAddress | null {
  const { DRIFTVAKT_STORE: text, DRIFTVAKT_SENTINEL_PASSWORD: sentinelPassword } = settings;
  if (!isRedisAddress(text)) return null;
  const address = readRedisAddress(text);
  if (typeof address === 'string') throw new EnvironmentError(`DRIFTVAKT_STORE ${address}`);
  return { ...address, ...(sentinelPassword !== undefined && { sentinelPassword }) };
}

/**
 * Opens the store that the environment names.
 * @throws StoreError telling what is wrong and what to do
 */
export async function openStore(
  environment: StoreSettings & Pick<Environment, 'PORT'>,
  log: Logger,
): Promise<OpenedStore> {
  const address = redisAddressOf(environment);
  if (address === null) {
    const store = openSqliteStore({ file: environment.DRIFTVAKT_STORE });
    return { store, worker: undefined, notes: [] };
  }
  // Loaded only where it is used.
  const { openRedisStore } = await import('../storage/redis/open.ts');
  const store = await openRedisStore({ address });
  for (const note of store.notes) log.warn({ store: address.name }, note);
  return { store, worker: workerName(environment), notes: store.notes };
}

/** The same after a restart on the same machine, and another than that of every other process. */
function workerName({ PORT }: Pick<Environment, 'PORT'>): string {
  return `${hostname().slice(0, 200)}:${PORT === 0 ? `p${process.pid}` : PORT}`;
}
