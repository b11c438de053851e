import type { MaintenanceWindow, Notice, Place } from '../../domain/notices/notice.ts';
import { endOf, isOpen, noticeConcerns, partsFor, partsNow } from '../../domain/notices/view.ts';
import { type Hitting, outagesFor } from '../../domain/reports/known.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import type { Talk } from '../talk.ts';

const DAY_MS = 24 * 3_600_000;
/** Windows that begin later are told only to whoever asks for windows. */
const SOON_MS = 7 * DAY_MS;

/** What IT has told, for somebody who asks how things are. */
export interface Relevant {
  /** Outages that hold and windows that are under way, the newest first. */
  readonly now: readonly Notice[];
  /** Windows to come, the next one first. */
  readonly coming: readonly MaintenanceWindow[];
  /** What ended within the last day. */
  readonly over: readonly Notice[];
  /** What hits the service now, but elsewhere. */
  readonly elsewhere: readonly Notice[];
}

/** @param far also windows of which there is more than a week to go */
export function relevantTo(talk: Talk, place: Place, far = false): Relevant {
  const { playbook } = talk;
  const now = talk.now.epochMilliseconds;
  const open = talk.notices().filter((notice) => isOpen(notice, now));
  const concerned = open.filter((notice) => noticeConcerns(playbook, notice, place));
  const windows = concerned.filter((notice) => notice.kind === 'maintenance');
  const begins = (window: MaintenanceWindow): Millis => beginOf(talk, window, place);
  return {
    now: concerned.filter((notice) => notice.kind === 'outage' || isUnderWay(talk, notice, place)),
    coming: windows
      .filter((window) => begins(window) > now && (far || begins(window) <= now + SOON_MS))
      .sort((a, b) => begins(a) - begins(b)),
    over: justOver(talk, place),
    elsewhere: place.services === null ? [] : elsewhere(talk, open, place),
  };
}

/** When the next part that concerns a place begins; of those that began, never. */
function beginOf(talk: Talk, window: MaintenanceWindow, place: Place): Millis {
  const now = talk.now.epochMilliseconds;
  if (isUnderWay(talk, window, place)) return Number.NEGATIVE_INFINITY;
  const ahead = partsFor(talk.playbook, window, place).filter((part) => part.from > now && endOf(part) > now);
  return Math.min(...ahead.map(({ from }) => from), Number.POSITIVE_INFINITY);
}

/** Whether something does not work right now at a place. */
function isUnderWay(talk: Talk, window: MaintenanceWindow, place: Place): boolean {
  return partsNow(partsFor(talk.playbook, window, place), talk.now.epochMilliseconds).length > 0;
}

/** What ended, or is done with as far as it concerns a place. */
function justOver(talk: Talk, place: Place): readonly Notice[] {
  const now = talk.now.epochMilliseconds;
  const known = [...talk.notices(), ...talk.event.known.ended];
  return known.filter((notice) => {
    if (notice.publication !== 'published' || !noticeConcerns(talk.playbook, notice, place)) return false;
    const ended = endFor(talk, notice, place);
    // An outage is over once IT says so, also by a clock that is a little ahead.
    const isOver = notice.kind === 'outage' || (ended !== null && ended <= now);
    return ended !== null && isOver && ended > now - DAY_MS;
  });
}

/** When it was over for a place; null: it is not, or never took place. */
function endFor(talk: Talk, notice: Notice, place: Place): Millis | null {
  if (notice.kind === 'outage') return notice.over;
  if (notice.cancelledAt !== null) return null;
  return Math.max(...partsFor(talk.playbook, notice, place).map(endOf));
}

/** The service is hit, but not where they are. */
function elsewhere(talk: Talk, open: readonly Notice[], place: Place): readonly Notice[] {
  const anywhere = { ...place, sites: null };
  return open.filter((notice) => {
    if (noticeConcerns(talk.playbook, notice, place)) return false;
    return notice.kind === 'outage'
      ? noticeConcerns(talk.playbook, notice, anywhere)
      : isUnderWay(talk, notice, anywhere);
  });
}

/** Notices of what is hit right now, for somebody who reports: outages and windows under way. */
export function hittingNow(talk: Talk, hitting: Hitting): readonly Notice[] {
  const { service, site } = hitting;
  const outages = outagesFor(talk.playbook, talk.outages(), hitting).map(({ id }) => id);
  const place = {
    sites: site === null ? null : [site],
    services: service === null ? null : [service],
  };
  return talk.notices().filter((notice) => {
    if (notice.kind === 'outage') return outages.includes(notice.id);
    if (!isOpen(notice, talk.now.epochMilliseconds)) return false;
    return partsAt(talk, notice, place).some(
      ({ services }) => services.length === 0 || (service !== null && services.includes(service)),
    );
  });
}

/** The parts of a window that hit a place right now. */
export function partsAt(talk: Talk, window: MaintenanceWindow, place: Place): MaintenanceWindow['parts'] {
  return partsNow(partsFor(talk.playbook, window, place), talk.now.epochMilliseconds);
}
