import { KNOWN_LIMITS } from '../../../conversation/event.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { type Followed, followed, type Heard } from '../../../domain/notices/served/follow.ts';
import { answeredBy } from '../../../domain/notices/served/proposal.ts';
import { shareOf } from '../../../domain/notices/served/share.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import type { OutageProposal } from '../../../domain/reports/outage.ts';
import type { RecordChange } from '../../../ports/store/records.ts';
import type { Store } from '../../../ports/store.ts';
import { KINDS, recordsOf, versionKey } from '../../record-codecs.ts';

/** What following a department needs from around it. */
export interface FollowParts {
  readonly store: Pick<Store, 'record' | 'findRecords'>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
}

/** What becomes of an organisation's notice, and of what its reports proposed. */
export interface Kept extends Followed {
  readonly records: readonly RecordChange[];
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
): Promise<Kept | null> {
  const organisation = present?.origin?.organisation ?? playbook.servedBy?.organisation ?? '';
  const department = playbooks.get(organisation);
  const record = await store.record({ organisation, kind: KINDS.notice, id });
  if (department === undefined || record === null) return null;
  // Written by `record-codecs.ts` from the same type.
  const share = shareOf(department, playbook, record.body as unknown as Notice);
  const kept = followed(present, share, heard, heard.now);
  return kept === null ? null : { ...kept, ...(await answering(store, kept, present, heard.now)) };
}

/** What follows is kept with what it answers: reports that had proposed the same are of the outage from now on. */
async function answering(
  store: FollowParts['store'],
  { notice }: Followed,
  present: Notice | null,
  at: number,
): Promise<Pick<Kept, 'records'> & Partial<Kept>> {
  if (present !== null || notice.kind !== 'outage') return { records: [] };
  const { organisation, author } = notice;
  const { items } = await store.findRecords({
    ...{ organisation, kind: KINDS.proposal, keys: { state: 'open' }, order: 'newest' },
    limit: KNOWN_LIMITS.proposals,
  });
  const answered = answeredBy(
    notice,
    items.map(({ body }) => body as unknown as OutageProposal),
  );
  const effects = answered.map((proposal) => ({ effect: 'keep-proposal', proposal }) as const);
  const versions = new Map(items.map(({ kind, id, version }) => [versionKey(kind, id), version]));
  const from = { user: author.user, desk: false, locale: null, role: null, site: null };
  return {
    notice: { ...notice, proposal: answered[0]?.id ?? null },
    records: recordsOf(effects, { organisation, from, reference: NO_REFERENCE, at, versions }),
  };
}

/** Begins no id: nothing of it is made here. */
const NO_REFERENCE = '\n';
