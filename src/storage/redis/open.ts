import { StoreError } from '../../ports/store/error.ts';
import type { RedisAddress } from './address.ts';
import { connect } from './connect.ts';
import { RedisLink } from './link.ts';
import { Memory } from './memory.ts';
import { openPlace } from './migrations.ts';
import { Partitions } from './partitions.ts';
import { Place } from './place.ts';
import { Reading } from './reading.ts';
import { checkServers } from './server.ts';
import { RedisStore } from './store.ts';

/** Where the store is. */
export interface RedisStoreOptions {
  readonly address: RedisAddress;
  /** Into so many partitions a new place is divided. Left out: one; in a cluster 16. */
  readonly partitions?: number;
  /** After so long without an answer it counts as none, in ms. Left out: 5000. */
  readonly answerMs?: number;
  /** ms by a clock that only goes forward; left out: the machine's. */
  readonly now?: () => number;
}

/** Of a new place in a cluster. */
const CLUSTER_PARTITIONS = 16;

/**
 * Opens the store on Redis, and brings what is stored to the newest version.
 * @throws StoreError telling what is wrong and what to do
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<RedisStore> {
  const { address, answerMs } = options;
  const opened: { place: Place | null } = { place: null };
  const client = await connect(address, { answerMs, lost: () => opened.place?.forgetAll() });
  const link = new RedisLink({ client, place: address.name, prefix: address.prefix });
  try {
    const notes = await checkServers(link);
    opened.place = await placeOn(link, options);
    await refuseHalf(link);
    return new RedisStore(opened.place, notes);
  } catch (cause) {
    await link.close();
    throw cause;
  }
}

/**
 * What is stored at an address, by a connection with it.
 * @throws StoreError telling what is wrong and what to do
 */
export async function placeOn(link: RedisLink, options: RedisStoreOptions): Promise<Place> {
  const { address, now = () => performance.now() } = options;
  const wanted = options.partitions ?? (address.kind === 'cluster' ? CLUSTER_PARTITIONS : 1);
  const partitions = new Partitions(await openPlace(link, wanted));
  const parts = partitions.all.map((number) => {
    const memory = new Memory(now);
    return { number, memory, reading: new Reading(link, number, memory) };
  });
  return new Place(link, partitions, parts);
}

/** @throws StoreError `in-use` if something is being copied into it */
async function refuseHalf(link: RedisLink): Promise<void> {
  if ((await link.copyingFrom()) === null) return;
  throw new StoreError(
    'in-use',
    `The store ${link.place} is being copied into, and is not whole. Let \`driftvakt store copy\` end, or begin it again.`,
  );
}
