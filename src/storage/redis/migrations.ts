import { StoreError } from '../../ports/store/error.ts';
import { storeError } from './errors.ts';
import type { RedisLink } from './link.ts';
import { MOST_PARTITIONS } from './partitions.ts';
import { listOf } from './replies.ts';

/** Brings one partition from the version before to the next. Run again after a crash it does no harm. */
export type Migration = (link: RedisLink, partition: number) => Promise<void>;

/** What makes version n + 2 of what is stored out of version n + 1: the entry at n. Never change one that was released. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * Sees to it that what is stored is of the newest version; an empty place becomes one of it.
 * @param partitions into so many an empty place is divided
 * @returns into how many the place is divided
 * @throws StoreError `newer-version` or `foreign` before anything is touched
 */
export async function openPlace(
  link: RedisLink,
  partitions: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<number> {
  const newest = migrations.length + 1;
  const [version, count] = listOf(await link.meta(newest, partitions)).map(Number);
  if (!isCount(version, Number.MAX_SAFE_INTEGER) || !isCount(count, MOST_PARTITIONS))
    throw storeError('foreign', link.place);
  if (version > newest) {
    throw new StoreError(
      'newer-version',
      `The store ${link.place} was made by a newer Driftvakt (version ${version} of what is stored; this one knows ${newest}). Start that newer one.`,
    );
  }
  for (const [step, migrate] of migrations.entries()) {
    if (step + 1 < version) continue;
    for (let partition = 0; partition < count; partition++) await migrate(link, partition);
    await link.setVersion(step + 2);
  }
  return count;
}

function isCount(value: number | undefined, most: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= most;
}
