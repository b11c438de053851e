import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';

/**
 * Lets go of what came of commands from outside long ago: by then nobody repeats them.
 * @param before those that were done earlier, in ms since 1970 UTC
 * @returns whether there may be more
 */
export async function pruneCommands(
  store: Pick<Store, 'findRecords' | 'writeRecords'>,
  organisations: Iterable<string>,
  before: number,
): Promise<boolean> {
  let isMore = false;
  for (const organisation of organisations) {
    const { items, next } = await store.findRecords({
      ...{ organisation, kind: KINDS.noticeCommand, order: 'oldest' },
      ...{ limit: STORE_LIMITS.pageSize, passing: true },
    });
    const old = items.filter(({ at }) => at < before);
    if (old.length > 0)
      await store.writeRecords(
        old.map(({ organisation, kind, id, version }) => ({
          ...{ change: 'delete', organisation, kind, id, expected: version },
        })),
      );
    isMore ||= next !== null && old.length === items.length;
  }
  return isMore;
}
