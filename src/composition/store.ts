import type { Logger } from 'pino';
import { type Environment, EnvironmentError } from '../config/environment.ts';
import type { Clock } from '../ports/clock.ts';
import { StoreError } from '../ports/store/error.ts';
import type { Store } from '../ports/store.ts';
import { systemAlarm } from '../runtime/alarm.ts';
import { StoreFailures } from '../runtime/store-failures.ts';
import { StoreWatch } from '../runtime/store-watch.ts';
import { isRedisAddress, type RedisAddress, readRedisAddress } from '../storage/redis/address.ts';
import { openSqliteStore } from '../storage/sqlite/open.ts';
import { type Shared, sharedIn } from './shared.ts';

/** The store, and how this process is known in it. */
export interface OpenedStore {
  readonly store: Store;
  /** Whether it can be used. */
  readonly watch: StoreWatch;
  /** Told of what failed where nobody waits for the answer. */
  readonly failed: (cause: unknown) => void;
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

/** Whom the store is opened for. */
interface StoreSurroundings {
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Opens the store that the environment names.
 * @throws StoreError telling what is wrong and what to do
 */
export async function openStore(environment: StoreSettings, around: StoreSurroundings): Promise<OpenedStore> {
  const address = redisAddressOf(environment);
  if (address !== null) return openShared(address, around);
  const store = openSqliteStore({ file: environment.DRIFTVAKT_STORE });
  const watching = watchOver(store, around);
  const close = async (): Promise<void> => {
    watching.watch.stop();
    await store.close();
  };
  return { ...watching, shared: null, notes: [], close };
}

async function openShared(address: RedisAddress, around: StoreSurroundings): Promise<OpenedStore> {
  // Loaded only where it is used.
  const [{ openRedisStore }, { diagnose }, { storeErrorOf }] = await Promise.all([
    import('../storage/redis/open.ts'),
    import('../storage/redis/diagnose.ts'),
    import('../storage/redis/errors.ts'),
  ]);
  const store = await openRedisStore({ address });
  for (const note of store.notes) around.log.warn({ store: address.name }, note);
  const watching = watchOver(store, around, () => diagnose(address));
  const failed = (cause: unknown): void => watching.failed(storeErrorOf(cause, address.name));
  const shared = await sharedIn(address, { clock: around.clock, failed }).catch(async (cause: unknown) => {
    watching.watch.stop();
    await store.close();
    throw cause;
  });
  const close = async (): Promise<void> => {
    watching.watch.stop();
    await shared.close();
    await store.close();
  };
  return { ...watching, failed, shared, notes: store.notes, close };
}

/** Who knows whether a store can be used; of its calls `measuredStore` tells. */
function watchOver(
  store: Store,
  { clock, log }: StoreSurroundings,
  diagnose?: () => Promise<string | null>,
): Pick<OpenedStore, 'store' | 'watch' | 'failed'> {
  const now = (): number => clock.now().epochMilliseconds;
  const watch = new StoreWatch({
    ...{ store, now, alarm: systemAlarm, log },
    ...(diagnose !== undefined && { diagnose }),
  });
  const others = new StoreFailures(log);
  const failed = (cause: unknown): void =>
    cause instanceof StoreError ? watch.failed(cause) : others.tell(cause, now());
  return { store, watch, failed };
}
