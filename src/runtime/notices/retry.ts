import type { Notice } from '../../domain/notices/notice.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';
import { noticeBatch } from '../names.ts';

/**
 * What failed of a notice's present revision waits again, with all its tries before it. Each is a step of its own: if the
 * process dies in between, the rest follows when this is done again.
 */
export async function retryFailed(
  store: Pick<Store, 'findDeliveries' | 'settle'>,
  { organisation, id, revision }: Notice,
  now: number,
): Promise<void> {
  const search = {
    batch: noticeBatch(organisation, id, revision),
    ...{ state: 'failed' as const, limit: STORE_LIMITS.pageSize },
  };
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.findDeliveries({ ...search, ...(after !== undefined && { after }) });
    const again = { state: 'pending', reason: 'tried again', now, notBefore: now, tries: 0 } as const;
    await Promise.all(page.items.map(({ id, attempt }) => store.settle({ id, attempt, ...again })));
    after = page.next;
  }
}
