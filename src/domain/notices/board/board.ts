import type { Playbook } from '../../organisation/playbook.ts';
import type { Millis } from '../../timeline/timeline.ts';
import type { MaintenanceWindow, Notice, OutageNotice, Place } from '../notice.ts';
import { concerns, endOf, isDropped, partsFor, partsNow, spanOf, supportFor, windowPhase } from '../view.ts';

export const BOARD_LIMITS = {
  /** Outages, and windows of each sort, that are shown. */
  shown: 50,
  /** Notices that ended, newest first. */
  past: 20,
  /** Days, with today, that what ended is shown for, and that the history goes back. */
  days: 90,
  /** How long a notice that was taken back is shown as such. */
  recalledMs: 24 * 3_600_000,
} as const;

/** How everything is, in a word: something is down, work is going on, or neither is known. */
export type BoardState = 'outage' | 'maintenance' | 'ok';

/** How things are with an organisation, or with a place in it. Windows have only the parts that concern the place. */
export interface Board {
  readonly state: BoardState;
  /** What is not over, the newest first. */
  readonly outages: readonly OutageNotice[];
  /** Windows that have begun, the earliest first; between two of its days a window is under way too. */
  readonly underWay: readonly MaintenanceWindow[];
  /** Windows that have not begun, the next one first. */
  readonly coming: readonly MaintenanceWindow[];
  /** Windows that were cancelled and would not be over yet. */
  readonly cancelled: readonly MaintenanceWindow[];
  /** What is over, the latest first. */
  readonly past: readonly Notice[];
  /** What was taken back lately. */
  readonly recalled: readonly Notice[];
  /** When some of this changes by itself. */
  readonly changesAt: Millis;
}

/** What somebody in a place sees of a notice: a window only with its parts there; null: it does not concern them. */
export function seenFrom(playbook: Pick<Playbook, 'sites'>, notice: Notice, place: Place): Notice | null {
  if (notice.kind === 'outage') return concerns(playbook, notice, place) ? notice : null;
  const parts = partsFor(playbook, notice, place);
  return parts.length === 0 ? null : { ...notice, parts, support: supportFor(playbook, notice, place) };
}

/**
 * The board of a place.
 * @param notices all that may matter, in any order; those that nobody is to see are left out
 */
export function boardOf(
  playbook: Pick<Playbook, 'sites'>,
  notices: readonly Notice[],
  place: Place,
  now: Temporal.ZonedDateTime,
): Board {
  const at = now.epochMilliseconds;
  const seen = notices.map((notice) => seenFrom(playbook, notice, place)).filter((notice) => notice !== null);
  const published = seen.filter(({ publication }) => publication === 'published');
  const recalled = seen.filter((notice) => isRecalledLately(notice, at));
  const outages = published.filter((notice) => notice.kind === 'outage');
  const windows = published.filter((notice) => notice.kind === 'maintenance');
  const inPhase = (phase: ReturnType<typeof windowPhase>) =>
    windows.filter((window) => windowPhase(window, at) === phase).sort((a, b) => startOf(a) - startOf(b));
  const current = outages.filter(({ over }) => over === null).sort((a, b) => b.since - a.since);
  const underWay = inPhase('under-way');
  const isWorking = underWay.some(({ parts }) => partsNow(parts, at).length > 0);
  const cancelled = inPhase('cancelled').filter((window) => plannedEnd(window) > at);
  return {
    state: current.length > 0 ? 'outage' : isWorking ? 'maintenance' : 'ok',
    outages: current.slice(0, BOARD_LIMITS.shown),
    underWay: underWay.slice(0, BOARD_LIMITS.shown),
    coming: inPhase('announced').slice(0, BOARD_LIMITS.shown),
    cancelled: cancelled.slice(0, BOARD_LIMITS.shown),
    past: pastOf(published, now),
    recalled: recalled.slice(0, BOARD_LIMITS.shown),
    changesAt: nextChange([...published, ...recalled], now),
  };
}

/** When a notice was over for those who see it: null if it is not, or was never to be seen. */
export function overAt(notice: Notice, now: Millis): Millis | null {
  if (notice.kind === 'outage') return notice.over;
  if (notice.cancelledAt !== null) return plannedEnd(notice) <= now ? notice.cancelledAt : null;
  if (windowPhase(notice, now) !== 'finished') return null;
  const ends = notice.parts.filter((part) => !isDropped(part)).map(endOf);
  return ends.length === 0 ? notice.changedAt : Math.max(...ends);
}

/** The first of the days that are looked back upon. */
export function firstDay(now: Temporal.ZonedDateTime): Temporal.PlainDate {
  return now.toPlainDate().subtract({ days: BOARD_LIMITS.days - 1 });
}

function pastOf(published: readonly Notice[], now: Temporal.ZonedDateTime): readonly Notice[] {
  const from = firstDay(now).toZonedDateTime(now.timeZoneId).epochMilliseconds;
  return published
    .map((notice) => ({ notice, over: overAt(notice, now.epochMilliseconds) }))
    .filter((each): each is { notice: Notice; over: Millis } => each.over !== null && each.over >= from)
    .sort((a, b) => b.over - a.over)
    .slice(0, BOARD_LIMITS.past)
    .map(({ notice }) => notice);
}

function isRecalledLately({ publication, changedAt }: Notice, at: Millis): boolean {
  return publication === 'recalled' && at < changedAt + BOARD_LIMITS.recalledMs;
}

function nextChange(notices: readonly Notice[], now: Temporal.ZonedDateTime): Millis {
  // What is said of days, and which days are looked back upon, changes at midnight.
  const midnight = now.add({ days: 1 }).startOfDay().epochMilliseconds;
  const moments = notices.flatMap(momentsOf).filter((moment) => moment > now.epochMilliseconds);
  return Math.min(midnight, ...moments);
}

/** When something about a notice changes although nobody touches it. */
export function momentsOf(notice: Notice): readonly Millis[] {
  if (notice.publication === 'recalled') return [notice.changedAt + BOARD_LIMITS.recalledMs];
  if (notice.kind === 'outage') return notice.nextWord === null ? [] : [notice.nextWord];
  return notice.parts.flatMap(({ from, to, endedAt }) => [from, to, ...(endedAt === null ? [] : [endedAt])]);
}

function startOf(window: MaintenanceWindow): Millis {
  return spanOf(window).from;
}

function plannedEnd({ parts }: MaintenanceWindow): Millis {
  return Math.max(...parts.map(({ to }) => to));
}
