import { redisAddressOf } from '../composition/store.ts';
import { type Environment, readEnvironment } from '../config/environment.ts';
import { StoreError } from '../ports/store/error.ts';
import type { Store } from '../ports/store.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** What a command may read of the store. */
export type ReadableStore = Pick<Store, 'findTimers' | 'findRecords'>;

/**
 * Reads the store that DRIFTVAKT_STORE names, also while the service uses it, and changes nothing.
 * @param otherwise what to do where it is in memory, which only the service can see
 * @throws UsageError if it cannot be read
 */
export async function readStore<T>(
  { environment: variables }: Pick<Terminal, 'environment'>,
  otherwise: string,
  ask: (store: ReadableStore) => Promise<T>,
): Promise<T> {
  const environment = readEnvironment(variables);
  if (environment.DRIFTVAKT_STORE === ':memory:')
    throw new UsageError(`DRIFTVAKT_STORE is ":memory:", which only the service can see; ${otherwise}`);
  try {
    const reader = await openReader(environment);
    try {
      return await ask(reader);
    } finally {
      await reader.close();
    }
  } catch (cause) {
    throw cause instanceof StoreError
      ? new UsageError(`DRIFTVAKT_STORE cannot be read: ${cause.message}`)
      : cause;
  }
}

async function openReader(
  environment: Environment,
): Promise<ReadableStore & { close(): void | Promise<void> }> {
  const address = redisAddressOf(environment);
  if (address === null) {
    const { SqliteReader } = await import('../storage/sqlite/reader.ts');
    return new SqliteReader(environment.DRIFTVAKT_STORE);
  }
  const { openRedisStore } = await import('../storage/redis/open.ts');
  return openRedisStore({ address });
}
