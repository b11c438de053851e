import type { LocalText } from '../../organisation/language.ts';
import type { Millis } from '../../timeline/timeline.ts';
import type { Applied, NoticeChange } from '../commands.ts';
import { NOTICE_LIMITS, type OutageNotice } from '../notice.ts';
import { changed, withUpdate } from './change.ts';
import { isEmpty, isLong, when } from './checks.ts';
import { refused } from './refused.ts';

type Update = Extract<NoticeChange, { do: 'update' }>;

/** A new word about an outage, a new phase, or what is expected. */
export function updateOutage(notice: OutageNotice, change: Update, at: Millis): Applied {
  const { text = {}, phase = notice.phase, important } = change;
  const { long = notice.long, wait = notice.wait, nextWord = notice.nextWord } = change;
  const faults = [
    ...when(notice.over !== null, 'notice', 'is-over'),
    ...when(isLong(text, NOTICE_LIMITS.text), 'text', 'text-too-long'),
    ...when(change.nextWord != null && change.nextWord <= at, 'nextWord', 'next-word-past'),
    ...when(
      isEmpty(text) &&
        phase === notice.phase &&
        long === notice.long &&
        wait === notice.wait &&
        nextWord === notice.nextWord,
      'text',
      'nothing-changed',
    ),
  ];
  if (faults.length > 0) return refused(...faults);
  const newPhase = phase === notice.phase ? null : phase;
  const says = !isEmpty(text) || newPhase !== null || long !== notice.long;
  const updates = says ? withUpdate(notice, { at, phase: newPhase, text, important }) : notice.updates;
  // A promised word that has come is no promise any more.
  const kept = change.nextWord === undefined && nextWord !== null && nextWord <= at ? null : nextWord;
  return changed(
    notice,
    { updates, phase, long, wait, nextWord: kept },
    at,
    important || (long && !notice.long) ? 'important' : 'edit',
  );
}

/** It works again. */
export function resolveOutage(
  notice: OutageNotice,
  { text, retrospect }: { readonly text: LocalText; readonly retrospect: LocalText },
  at: Millis,
): Applied {
  const faults = [
    ...when(notice.over !== null, 'notice', 'is-over'),
    ...when(isLong(text, NOTICE_LIMITS.text), 'text', 'text-too-long'),
    ...when(isLong(retrospect, NOTICE_LIMITS.text), 'retrospect', 'text-too-long'),
  ];
  if (faults.length > 0) return refused(...faults);
  const updates = withUpdate(notice, { at, phase: 'resolved', text, important: true });
  return changed(
    notice,
    { updates, phase: 'resolved', over: at, nextWord: null, retrospect },
    at,
    'important',
  );
}

/** What it was, written afterwards. */
export function retrospectOf(notice: OutageNotice, text: LocalText, at: Millis): Applied {
  if (isLong(text, NOTICE_LIMITS.text)) return refused({ field: 'text', why: 'text-too-long' });
  if (isEmpty(text)) return refused({ field: 'text', why: 'text-missing' });
  return changed(notice, { retrospect: text }, at);
}
