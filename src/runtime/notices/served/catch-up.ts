import type { Notice } from '../../../domain/notices/notice.ts';
import { shareOf } from '../../../domain/notices/served/share.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { STORE_LIMITS } from '../../../ports/store/limits.ts';
import type { Store } from '../../../ports/store.ts';
import { derivedName } from '../../names.ts';
import { KINDS } from '../../record-codecs.ts';
import { NOTICE_EVENTS } from '../events.ts';

/**
 * What departments have open, for organisations whose playbook has only now come to name them, or other services or sites
 * than before: nothing of the notices themselves changes then. Done once, at the start.
 */
export async function catchUp(
  store: Pick<Store, 'findRecords' | 'record' | 'receive'>,
  playbooks: ReadonlyMap<string, Playbook>,
  now: number,
): Promise<void> {
  for (const served of playbooks.values()) {
    const department = playbooks.get(served.servedBy?.organisation ?? '');
    if (department === undefined) continue;
    for (const notice of await openNotices(store, department.organisation))
      if (await isToFollow(store, department, served, notice)) await tell(store, served, notice, now);
  }
}

async function openNotices(
  store: Pick<Store, 'findRecords'>,
  organisation: string,
): Promise<readonly Notice[]> {
  const search = { organisation, kind: KINDS.notice, keys: { state: 'open' }, order: 'newest' } as const;
  const { items } = await store.findRecords({ ...search, limit: STORE_LIMITS.pageSize });
  return items.map(({ body }) => body as unknown as Notice);
}

async function isToFollow(
  store: Pick<Store, 'record'>,
  department: Playbook,
  served: Playbook,
  notice: Notice,
): Promise<boolean> {
  const there = await store.record({ organisation: served.organisation, kind: KINDS.notice, id: notice.id });
  return there !== null || shareOf(department, served, notice) !== null;
}

/** An outage is told at once; a window by its reminders, as all of a series but the first are. */
async function tell(
  store: Pick<Store, 'receive'>,
  { organisation }: Playbook,
  { id, kind, revision }: Notice,
  now: number,
): Promise<void> {
  const news = kind === 'outage' ? 'new' : null;
  const what = { kind: 'followed', revision, news } as const;
  const conversation = NOTICE_EVENTS.conversationOf(organisation, id);
  const event = { organisation, subject: id, ahead: 0, what };
  await store.receive({
    ...{ id: derivedName(`follow/${now}/`, conversation), conversation, receivedAt: now },
    body: NOTICE_EVENTS.body(event),
  });
}
