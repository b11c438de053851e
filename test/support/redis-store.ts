import { type RedisAddress, readRedisAddress } from '../../src/storage/redis/address.ts';
import { openRedisStore, type RedisStoreOptions } from '../../src/storage/redis/open.ts';
import type { RedisStore } from '../../src/storage/redis/store.ts';

/** An address that is surely one. */
export function addressOf(url: string): RedisAddress {
  const address = readRedisAddress(url);
  if (typeof address === 'string') throw new Error(`${url} ${address}`);
  return address;
}

/** Opens the store at an address. */
export function storeAt(url: string, more: Omit<RedisStoreOptions, 'address'> = {}): Promise<RedisStore> {
  return openRedisStore({ address: addressOf(url), ...more });
}
