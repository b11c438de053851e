import type { Playbook } from '../organisation/playbook.ts';
import { siteLine } from '../organisation/site.ts';
import type { Outage } from '../reports/outage.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { MaintenanceWindow, Notice, OutageNotice, Place, SupportTime, WindowPart } from './notice.ts';
import type { Subscription } from './subscription.ts';

/** What a notice, or a part of it, hits. */
export interface Hit {
  readonly services: readonly string[];
  readonly sites: readonly string[] | null;
}

/**
 * Whether what is hit concerns a place. A unit is concerned by what hits the whole that it belongs to, and a whole by
 * what hits one of its units. What is not known counts as concerned.
 */
export function concerns({ sites }: Pick<Playbook, 'sites'>, hit: Hit, place: Place): boolean {
  const ofService =
    hit.services.length === 0 ||
    place.services === null ||
    hit.services.some((service) => place.services?.includes(service));
  return ofService && (hit.sites === null || place.sites === null || meets(sites, hit.sites, place.sites));
}

function meets(sites: Playbook['sites'], hit: readonly string[], place: readonly string[]): boolean {
  const within = (inner: string, outer: readonly string[]): boolean =>
    siteLine(sites, inner).some(({ id }) => outer.includes(id));
  return place.some((site) => within(site, hit)) || hit.some((site) => within(site, place));
}

/** The parts of a window that concern a place, in the order in which they begin. */
export function partsFor(
  playbook: Pick<Playbook, 'sites'>,
  window: MaintenanceWindow,
  place: Place,
): readonly WindowPart[] {
  return window.parts.filter((part) => concerns(playbook, part, place));
}

/** The times at which somebody at a place can reach support: each may be for some sites or services alone. */
export function supportFor(
  playbook: Pick<Playbook, 'sites'>,
  { support }: Pick<MaintenanceWindow, 'support'>,
  place: Place,
): readonly SupportTime[] {
  return support.filter(({ services = [], sites = null }) => concerns(playbook, { services, sites }, place));
}

/** Whether a notice concerns a place at all. */
export function noticeConcerns(playbook: Pick<Playbook, 'sites'>, notice: Notice, place: Place): boolean {
  return notice.kind === 'outage'
    ? concerns(playbook, notice, place)
    : partsFor(playbook, notice, place).length > 0;
}

/** Whether a destination is to get a notice now: it asked for such ones, is confirmed, and not muted. */
export function isFor(
  playbook: Pick<Playbook, 'sites'>,
  notice: Notice,
  subscription: Pick<Subscription, 'kinds' | 'confirmed' | 'mutedUntil' | 'sites' | 'services'>,
  now: Millis,
): boolean {
  const { kinds, confirmed, mutedUntil } = subscription;
  return (
    confirmed &&
    (kinds === null || kinds.includes(notice.kind)) &&
    (mutedUntil === null || mutedUntil <= now) &&
    noticeConcerns(playbook, notice, subscription)
  );
}

/** Whether a part turned out not to be needed: the work was done before the part began. */
export function isDropped({ from, endedAt }: WindowPart): boolean {
  return endedAt !== null && endedAt <= from;
}

export type WindowPhase = 'announced' | 'under-way' | 'finished' | 'cancelled';

/** When a part ends, or ended. */
export function endOf({ to, endedAt }: WindowPart): Millis {
  return endedAt === null ? to : Math.min(to, endedAt);
}

/** Where a window stands, of all its parts or of those that concern somebody. Between two of its days it is under way. */
export function windowPhase(
  { cancelledAt, parts }: Pick<MaintenanceWindow, 'cancelledAt' | 'parts'>,
  now: Millis,
): WindowPhase {
  if (cancelledAt !== null) return 'cancelled';
  if (parts.every((part) => endOf(part) <= now || isDropped(part))) return 'finished';
  return parts.some((part) => part.from <= now) ? 'under-way' : 'announced';
}

/** The parts during which something does not work right now. */
export function partsNow(parts: readonly WindowPart[], now: Millis): readonly WindowPart[] {
  return parts.filter((part) => part.from <= now && now < endOf(part));
}

/** Whether a notice is still of use to somebody who asks how things are. */
export function isOpen(notice: Notice, now: Millis): boolean {
  if (notice.publication !== 'published') return false;
  if (notice.kind === 'outage') return notice.over === null;
  const phase = windowPhase(notice, now);
  return phase === 'announced' || phase === 'under-way';
}

/** Whether nothing can change by itself any more. */
export function isEnded(notice: Notice, now: Millis): boolean {
  return notice.publication === 'to-confirm' ? false : !isOpen(notice, now);
}

const DAY_MS = 24 * 3_600_000;

/** Whether it ended, was cancelled or taken back within the last day: somebody may still ask about it. */
export function isRecentlyEnded(notice: Notice, now: Millis): boolean {
  if (notice.publication !== 'published' && notice.publication !== 'recalled') return false;
  const { to } = spanOf(notice);
  const ended = to !== null && to <= now ? Math.max(to, notice.changedAt) : notice.changedAt;
  return isEnded(notice, now) && ended > now - DAY_MS;
}

/** When something of it first happens, and when all of it is over (null: not yet known). */
export function spanOf(notice: Notice): { readonly from: Millis; readonly to: Millis | null } {
  if (notice.kind === 'outage') return { from: notice.since, to: notice.over };
  return {
    from: Math.min(...notice.parts.map(({ from }) => from)),
    to: Math.max(...notice.parts.map(endOf)),
  };
}

/** An outage as the conversation knows it. */
export function outageOf(notice: OutageNotice): Outage {
  const latest = notice.updates.findLast(({ text }) => Object.keys(text).length > 0);
  return {
    ...{ id: notice.id, organisation: notice.organisation, services: notice.services, sites: notice.sites },
    ...{ since: notice.since, long: notice.long, over: notice.over },
    latest: latest?.text ?? (Object.keys(notice.text).length > 0 ? notice.text : null),
    latestAt: notice.updates.at(-1)?.at ?? notice.publishedAt ?? notice.createdAt,
    wait: notice.wait,
    nextWord: notice.nextWord,
    phase: notice.phase,
  };
}
