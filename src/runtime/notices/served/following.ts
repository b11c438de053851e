import type { Notice } from '../../../domain/notices/notice.ts';
import { type Followed, followed, type Heard } from '../../../domain/notices/served/follow.ts';
import { shareOf } from '../../../domain/notices/served/share.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import type { Store } from '../../../ports/store.ts';
import { KINDS } from '../../record-codecs.ts';

/** What following a department needs from around it. */
export interface FollowParts {
  readonly store: Pick<Store, 'record'>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
}

/**
 * What becomes of an organisation's notice, by what the department's is now: of changes that come close after one another
 * the first sees to all.
 * @param present null: it is not there yet
 * @returns null: nothing
 */
export async function follow(
  { store, playbooks }: FollowParts,
  { playbook, id }: { readonly playbook: Playbook; readonly id: string },
  present: Notice | null,
  heard: Heard & { readonly now: number },
): Promise<Followed | null> {
  const organisation = present?.origin?.organisation ?? playbook.servedBy?.organisation ?? '';
  const department = playbooks.get(organisation);
  const record = await store.record({ organisation, kind: KINDS.notice, id });
  if (department === undefined || record === null) return null;
  // Written by `record-codecs.ts` from the same type.
  const share = shareOf(department, playbook, record.body as unknown as Notice);
  return followed(present, share, heard, heard.now);
}
