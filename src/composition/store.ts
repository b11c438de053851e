import type { Logger } from 'pino';
import { type Environment, EnvironmentError } from '../config/environment.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { isRedisAddress, type RedisAddress, readRedisAddress } from '../storage/redis/address.ts';
import { openSqliteStore } from '../storage/sqlite/open.ts';
import { type Shared, sharedIn } from './shared.ts';

/** The store, and how this process is known in it. */
export interface OpenedStore {
  readonly store: Store;
  /** What there is of other processes; null: this is the only one. */
  readonly shared: Shared | null;
  close(): Promise<void>;
  /** What an operator should know about how it is kept. */
  readonly notes: readonly string[];
}

type StoreSettings = Pick<Environment, 'DRIFTVAKT_STORE' | 'DRIFTVAKT_SENTINEL_PASSWORD'>;

/**
 * Where Redis is, if the store is there.
 * @throws EnvironmentError if the address cannot be read
 */
export function redisAddressOf(settings: StoreSettings): RedisAddress | null {
  const { DRIFTVAKT_STORE: text } = settings;
  if (!isRedisAddress(text)) return null;
  const address = readRedisAddress(text);
  if (typeof address === 'string') throw new EnvironmentError(`DRIFTVAKT_STORE ${address}`);
  return withSentinels(address, settings);
}

/** An address with what the environment says of its sentinels. */
export function withSentinels(
  address: RedisAddress,
  { DRIFTVAKT_SENTINEL_PASSWORD: sentinelPassword }: Pick<Environment, 'DRIFTVAKT_SENTINEL_PASSWORD'>,
): RedisAddress {
  return { ...address, ...(sentinelPassword !== undefined && { sentinelPassword }) };
}

/**
 * Opens the store that the environment names.
 * @throws StoreError telling what is wrong and what to do
 */
export async function openStore(
  environment: StoreSettings,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<OpenedStore> {
  const address = redisAddressOf(environment);
  if (address === null) {
    const store = openSqliteStore({ file: environment.DRIFTVAKT_STORE });
    return { store, shared: null, notes: [], close: () => store.close() };
  }
  // Loaded only where it is used.
  const { openRedisStore } = await import('../storage/redis/open.ts');
  const store = await openRedisStore({ address });
  for (const note of store.notes) log.warn({ store: address.name }, note);
  try {
    const shared = await sharedIn(address, { clock, log });
    const close = async (): Promise<void> => {
      await shared.close();
      await store.close();
    };
    return { store, shared, notes: store.notes, close };
  } catch (cause) {
    await store.close();
    throw cause;
  }
}
