import type { AwayEntry } from '../../../domain/absence/entry.ts';
import type { Talk } from '../../talk.ts';
import type { Period } from '../../understanding/periods/period.ts';
import { tellEntry } from './card.ts';
import { changeAway, keepAway, ownSelf } from './keep.ts';
import type { ReadAway } from './read.ts';
import { toldInWords } from './told.ts';

/** Keeps what a form says: a new absence of one's own, or one as it is now. */
export function keepAndTellAs(
  talk: Talk,
  entry: AwayEntry | null,
  period: Period,
  told: Omit<ReadAway, 'when'>,
): void {
  const kept =
    entry === null
      ? keepAway(talk, ownSelf(talk), { periods: [period], repeats: null }, told)
      : changeAway(talk, entry, { start: period.from, end: period.to, ...told });
  if (kept !== null) tellEntry(talk, kept, toldInWords(talk, kept));
}
