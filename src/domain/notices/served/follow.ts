import type { Millis } from '../../timeline/timeline.ts';
import type { News } from '../ledger.ts';
import type { MaintenanceWindow, Notice } from '../notice.ts';

/** A change of the department's notice, as the organisation hears of it. */
export interface Heard {
  /** The department's revision that was committed; there may be newer ones by now. */
  readonly revision: number;
  /** What people were told of it there; null: nothing. */
  readonly news: News | null;
}

/** What becomes of the organisation's notice. `news` null: nobody is told. */
export interface Followed {
  readonly notice: Notice;
  readonly news: News | null;
}

/**
 * An organisation's notice follows the department's. It has revisions of its own, for it has reminders, beginnings and ends
 * of its own; so what only fell due at the department changes nothing here.
 * @param present null: the organisation has none yet
 * @param share what the department's notice is here by now; null: it does not concern the organisation (any more)
 * @returns null: nothing is to be kept
 */
export function followed(
  present: Notice | null,
  share: Notice | null,
  { revision, news }: Heard,
  now: Millis,
): Followed | null {
  if (present === null) {
    if (share?.origin === undefined || share.publication !== 'published') return null;
    const begun = { ...share, origin: { ...share.origin, revision }, revision: 1, seenTo: [] };
    return { notice: begun, news: news === null ? null : 'new' };
  }
  const { origin } = present;
  // One of the organisation's own that happens to have the same reference stays what it is.
  if (origin === undefined) return null;
  const next = ownPart(present, share ?? takenBack(present));
  const upTo = { ...origin, revision: Math.max(origin.revision, revision) };
  const isNews = revision > origin.revision;
  const isImportant = isNews && news === 'important';
  // What was seen before it was heard of is said now; what is important elsewhere is not said here.
  if (isSame(present, next) && !(isImportant && revision <= origin.seen))
    return isNews ? { notice: { ...present, origin: upTo }, news: null } : null;
  return {
    notice: {
      ...next,
      origin: { ...upTo, seen: share?.revision ?? upTo.seen, name: share?.origin?.name ?? origin.name },
      revision: present.revision + 1,
      changedAt: share?.changedAt ?? now,
    },
    news: isImportant ? 'important' : 'edit',
  };
}

/** The department's words over what is the organisation's own. */
function ownPart(present: Notice, share: Notice): Notice {
  const { revision, seenTo, publishedAt, changedAt } = present;
  const own = { revision, seenTo, publishedAt, changedAt };
  if (share.kind === 'outage' && present.kind === 'outage')
    return { ...share, ...own, proposal: present.proposal };
  if (share.kind === 'outage' || present.kind === 'outage') return { ...share, ...own };
  // Calendars here need not hear that the times of others' parts changed.
  const isMoved = canonical(timesOf(present)) !== canonical(timesOf(share));
  return { ...share, ...own, sequence: present.sequence + (isMoved ? 1 : 0) };
}

function timesOf({ parts, cancelledAt, publication }: MaintenanceWindow) {
  return [parts.map(({ id, from, to, endedAt }) => [id, from, to, endedAt]), cancelledAt, publication];
}

/** The playbooks say now that it never was the organisation's. */
function takenBack(present: Notice): Notice {
  return { ...present, publication: 'recalled' };
}

/** Key by key, whatever their order: one of them comes from the store. */
function isSame(present: Notice, next: Notice): boolean {
  return canonical({ ...present, origin: undefined }) === canonical({ ...next, origin: undefined });
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
