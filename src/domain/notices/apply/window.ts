import type { LocalText } from '../../organisation/language.ts';
import type { Millis } from '../../timeline/timeline.ts';
import type { Applied, NoticeChange } from '../commands.ts';
import { type MaintenanceWindow, NOTICE_LIMITS, type NoticeUpdate, type WindowPart } from '../notice.ts';
import { endOf, windowPhase } from '../view.ts';
import { changed, withUpdate, withWord } from './change.ts';
import { isEmpty, isLong, when } from './checks.ts';
import { refused } from './refused.ts';

const DAY_MS = 24 * 3_600_000;

/** A word about a window. */
export function updateWindow(
  window: MaintenanceWindow,
  { text = {}, important }: Extract<NoticeChange, { do: 'update' }>,
  at: Millis,
): Applied {
  const faults = [
    ...when(isLong(text, NOTICE_LIMITS.text), 'text', 'text-too-long'),
    ...when(isEmpty(text), 'text', 'text-missing'),
  ];
  if (faults.length > 0) return refused(...faults);
  const updates = withUpdate(window, { at, phase: null, text, important });
  return changed(window, { updates }, at, important ? 'important' : 'edit');
}

/** It is done before its time: one part of it, or all that is not over. */
export function finishWindow(
  window: MaintenanceWindow,
  { part, text }: Extract<NoticeChange, { do: 'finish' }>,
  at: Millis,
): Applied {
  const ends = (each: WindowPart): boolean => (part === null || each.id === part) && at < endOf(each);
  const isKnown = part === null || window.parts.some(({ id }) => id === part);
  if (!isKnown) return refused({ field: 'part', why: 'unknown-part' });
  const faults = [
    ...when(isLong(text, NOTICE_LIMITS.text), 'text', 'text-too-long'),
    ...when(window.cancelledAt !== null || !window.parts.some(ends), 'part', 'is-over'),
  ];
  if (faults.length > 0) return refused(...faults);
  // A part that has not begun is not needed: it ends where it would have begun.
  const parts = window.parts.map((each) =>
    ends(each) ? { ...each, endedAt: Math.max(at, each.from) } : each,
  );
  const ended = window.parts.filter(ends).map(({ id }) => id);
  return rescheduled(window, { parts }, { at, text, parts: ended });
}

/** A part takes longer. */
export function extendWindow(
  window: MaintenanceWindow,
  { part, to, text }: Extract<NoticeChange, { do: 'extend' }>,
  at: Millis,
): Applied {
  const found = window.parts.find(({ id }) => id === part);
  if (found === undefined) return refused({ field: 'part', why: 'unknown-part' });
  const faults = [
    ...when(window.cancelledAt !== null || endOf(found) <= at, 'part', 'is-over'),
    ...when(to <= endOf(found), 'to', 'not-later'),
    ...when(to - found.from > NOTICE_LIMITS.partDays * DAY_MS, 'to', 'part-too-long'),
    ...when(isLong(text, NOTICE_LIMITS.text), 'text', 'text-too-long'),
  ];
  if (faults.length > 0) return refused(...faults);
  const parts = window.parts.map((each) =>
    each.id === part ? { ...each, to, endedAt: null, extendedFrom: endOf(each) } : each,
  );
  return rescheduled(window, { parts }, { at, text, parts: [part] });
}

/** It does not take place, or not the rest of it. */
export function cancelWindow(window: MaintenanceWindow, text: LocalText, at: Millis): Applied {
  const phase = windowPhase(window, at);
  const faults = [
    ...when(phase === 'cancelled' || phase === 'finished', 'notice', 'is-over'),
    ...when(isLong(text, NOTICE_LIMITS.text), 'text', 'text-too-long'),
  ];
  if (faults.length > 0) return refused(...faults);
  return rescheduled(window, { cancelledAt: at }, { at, text });
}

function rescheduled(
  window: MaintenanceWindow,
  change: Partial<MaintenanceWindow>,
  word: Pick<NoticeUpdate, 'at' | 'text' | 'parts'>,
): Applied {
  const updates = withWord(window, word);
  const sequence = window.sequence + 1;
  return changed(window, { ...change, updates, sequence }, word.at, 'important');
}
