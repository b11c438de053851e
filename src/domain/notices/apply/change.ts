import type { Millis } from '../../timeline/timeline.ts';
import type { Applied, NoticeChange } from '../commands.ts';
import type { News } from '../ledger.ts';
import { NOTICE_LIMITS, type Notice, type NoticeUpdate } from '../notice.ts';
import { isEmpty, isLong } from './checks.ts';
import { refused } from './refused.ts';

/** A change that people see: one more revision. */
export function changed<N extends Notice>(
  notice: N,
  change: Partial<N>,
  at: Millis,
  news: News = 'edit',
): Applied {
  const next = { ...notice, ...change, revision: notice.revision + 1, changedAt: at };
  return { outcome: 'done', notice: next, news };
}

/** The updates with one more. */
export function withUpdate(
  { updates }: Notice,
  update: Pick<NoticeUpdate, 'at' | 'phase' | 'text' | 'important' | 'parts'>,
): readonly NoticeUpdate[] {
  const number = (updates.at(-1)?.number ?? 0) + 1;
  return [...updates, { ...update, number, correctedAt: null }].slice(-NOTICE_LIMITS.updates);
}

/** The updates with one more, if something is said. */
export function withWord(
  notice: Notice,
  word: Pick<NoticeUpdate, 'at' | 'text' | 'parts'>,
): readonly NoticeUpdate[] {
  return isEmpty(word.text) ? notice.updates : withUpdate(notice, { ...word, phase: null, important: true });
}

/** Other words in place of wrong ones; the messages change and say so, and nobody gets a letter for it. */
export function correct(
  notice: Notice,
  change: Omit<Extract<NoticeChange, { do: 'correct' }>, 'do'>,
  at: Millis,
): Applied {
  const { update, text } = change;
  for (const field of ['text', 'title', 'meanwhile'] as const)
    if (isLong(change[field] ?? {}, field === 'title' ? NOTICE_LIMITS.title : NOTICE_LIMITS.text))
      return refused({ field, why: 'text-too-long' });
  if (update === null) return correctOwn(notice, change, at);
  if (!notice.updates.some(({ number }) => number === update))
    return refused({ field: 'update', why: 'unknown-update' });
  if (text === undefined || isEmpty(text)) return refused({ field: 'text', why: 'text-missing' });
  const updates = notice.updates.map((each) =>
    each.number === update ? { ...each, text, correctedAt: at } : each,
  );
  return changed(notice, { updates }, at, 'silent');
}

/** What is left out stays; a title that is empty is made of what is hit again. */
function correctOwn(
  notice: Notice,
  change: Omit<Extract<NoticeChange, { do: 'correct' }>, 'do'>,
  at: Millis,
): Applied {
  const { title = notice.title, text = notice.text, meanwhile = notice.meanwhile } = change;
  const fields = ['title', 'text', 'meanwhile'] as const;
  if (fields.every((field) => change[field] === undefined))
    return refused({ field: 'text', why: 'nothing-changed' });
  return changed(notice, { title, text, meanwhile, correctedAt: at }, at, 'silent');
}
