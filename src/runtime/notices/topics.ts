import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';
import { noticeProcessOf } from '../names.ts';
import { KINDS } from '../record-codecs.ts';

/** Topics of notices that are not over: a message about them may still have to be changed, however old it is. */
export async function openTopics(
  store: Pick<Store, 'findRecords'>,
  organisations: Iterable<string>,
): Promise<string[]> {
  const topics: string[] = [];
  for (const organisation of organisations) {
    const search = { organisation, kind: KINDS.notice, keys: { state: 'open' }, passing: true } as const;
    for (let after: string | null | undefined; after !== null; ) {
      const page = await store.findRecords({
        ...{ ...search, order: 'oldest', limit: STORE_LIMITS.pageSize },
        ...(after !== undefined && { after }),
      });
      topics.push(...page.items.map(({ id }) => noticeProcessOf(organisation, id)));
      after = page.next;
    }
  }
  return topics;
}
