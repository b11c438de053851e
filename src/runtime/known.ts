import { KNOWN_LIMITS, type Known, type Profile, type Speaker } from '../conversation/event.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { isRecentlyEnded } from '../domain/notices/view.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Identity } from '../domain/people/directory.ts';
import { isAmong } from '../domain/people/holders.ts';
import type { OutageProposal } from '../domain/reports/outage.ts';
import type { Report } from '../domain/reports/report.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { StoredRecord } from '../ports/store/records.ts';
import type { Store } from '../ports/store.ts';
import { ownersWord } from './notices/subscriptions.ts';
import { KINDS, type Versions, versionKey } from './record-codecs.ts';

/** Beyond so many nobody counts on: the desk reads "1000" then. */
const MOST_HITS = 1000;

/** What is known, with the versions by which a change is held against what others changed meanwhile. */
export interface KnownWithVersions {
  readonly known: Known;
  readonly versions: Versions;
}

/** What reading depends on besides who speaks. */
export interface KnownContext {
  /** By the conversation's clock, in ms. */
  readonly now: number;
  readonly playbook: Playbook;
  /** The organisations that this one serves: of its notices, what people there say counts too. */
  readonly served: readonly string[];
}

/**
 * Reads what a turn needs to know.
 * @param conversation whose subscription is of interest; null: nobody's
 */
export async function readKnown(
  store: Store,
  from: Speaker,
  conversation: string | null,
  { now, playbook, served }: KnownContext,
): Promise<KnownWithVersions> {
  const { organisation, notices: rules } = playbook;
  const who = await store.record({ organisation, kind: KINDS.identity, id: from.user });
  const identity = who === null ? null : bodyOf<Identity>(who);
  const isAuthor = from.desk || isAmong(playbook, rules.authors, from, identity);
  const find = (kind: string, limit: number, keys: Readonly<Record<string, string>> = {}) =>
    store
      .findRecords({
        organisation,
        kind,
        keys,
        order: 'newest',
        limit: Math.min(limit, STORE_LIMITS.pageSize),
      })
      .then(({ items }) => items);
  const [person, reports, open, ended, waiting, recent, proposals, subscription] = await Promise.all([
    store.record({ organisation, kind: KINDS.person, id: from.user }),
    find(KINDS.report, KNOWN_LIMITS.reports, { user: from.user }),
    find(KINDS.notice, KNOWN_LIMITS.notices, { state: 'open' }),
    find(KINDS.notice, KNOWN_LIMITS.ended, { state: 'ended' }),
    isAuthor ? find(KINDS.notice, KNOWN_LIMITS.notices, { state: 'waiting' }) : [],
    find(KINDS.report, KNOWN_LIMITS.recent),
    find(KINDS.proposal, KNOWN_LIMITS.proposals, { state: 'open' }),
    conversation === null ? null : ownersWord(store, organisation, conversation),
  ]);
  const notices = [...waiting, ...open];
  const over = ended.filter((record) => isRecentlyEnded(bodyOf<Notice>(record), now));
  const known: Known = {
    profile: person === null ? null : bodyOf<Profile>(person),
    identity,
    reports: reports.map(bodyOf<Report>),
    notices: notices.map(bodyOf<Notice>),
    ended: over.map(bodyOf<Notice>),
    past: isAuthor ? ended.map(bodyOf<Notice>) : [],
    subscribers: null,
    subscription,
    recent: recent.map(bodyOf<Report>),
    proposals: proposals.map(bodyOf<OutageProposal>),
    hits: isAuthor ? await countsOf(store, [organisation, ...served], KINDS.meToo, 'outage', open) : {},
    readers: isAuthor ? await countsOf(store, [organisation, ...served], KINDS.reader, 'notice', open) : {},
  };
  return {
    known,
    versions: versionsOf([...reports, ...recent, ...notices, ...(isAuthor ? ended : over), ...proposals]),
  };
}

/** How many records of a kind name each of some notices, in all of some organisations. */
async function countsOf(
  store: Store,
  organisations: readonly string[],
  kind: string,
  key: string,
  notices: readonly StoredRecord[],
): Promise<Record<string, number>> {
  const counts = notices.map(async ({ id }) => {
    const each = organisations.map((organisation) => countOf(store, organisation, kind, { [key]: id }));
    return [id, (await Promise.all(each)).reduce((sum, count) => sum + count, 0)] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

async function countOf(
  store: Store,
  organisation: string,
  kind: string,
  keys: Readonly<Record<string, string>>,
): Promise<number> {
  const search = {
    ...{ organisation, kind, keys },
    order: 'newest',
    limit: STORE_LIMITS.pageSize,
  } as const;
  let page = await store.findRecords(search);
  let count = page.items.length;
  while (page.next !== null && count < MOST_HITS) {
    page = await store.findRecords({ ...search, after: page.next });
    count += page.items.length;
  }
  return count;
}

function versionsOf(records: readonly StoredRecord[]): Versions {
  return new Map(records.map(({ kind, id, version }) => [versionKey(kind, id), version]));
}

/** Written by `record-codecs.ts` from the same type. */
function bodyOf<T>({ body }: StoredRecord): T {
  return body as T;
}
