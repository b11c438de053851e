import { AWAY_LIMITS, type AwayEntry, type Repeats } from '../../../domain/absence/entry.ts';
import { daysOfRule } from '../../notices/reading/recurrence.ts';
import type { Talk } from '../../talk.ts';
import type { ReadPeriod } from '../../understanding/periods/period.ts';
import { bookOf } from './keep.ts';

/** How an absence goes on that comes again; null: all its times are told, or it comes once. */
export function repeatsIn(
  talk: Talk,
  { rule, last, periods: [first] }: Extract<ReadPeriod, { kind: 'repeated' }>,
): Repeats | null {
  // A rule that counts its times names all of them at once.
  if (first === undefined || rule.includes('COUNT=')) return null;
  const [from, to] = [first.from, first.to].map((at) => momentOf(talk, at)) as [Moment, Moment];
  const minutes = (moment: Moment): number =>
    from.toPlainDate().until(moment.toPlainDate()).days * 1440 + moment.hour * 60 + moment.minute;
  return { rule, last, from: minutes(from), to: minutes(to) };
}

/** The times of a series that are to come by now, the next first. */
export function timesAhead(talk: Talk, series: string | null): readonly AwayEntry[] {
  const now = talk.now.epochMilliseconds;
  return bookOf(talk)
    .entries.filter((entry) => series !== null && entry.series === series)
    .filter(({ start, end }) => end > now && end > start)
    .sort((a, b) => a.start - b.start);
}

/** What comes after the times that are kept, so that as many as ever are known ahead. Nothing: it goes on no longer. */
export function nextTimes(talk: Talk, series: string | null): readonly AwayEntry[] {
  const all = bookOf(talk).entries.filter((entry) => series !== null && entry.series === series);
  const latest = all.toSorted((a, b) => a.start - b.start).at(-1);
  const { repeats = null } = latest ?? {};
  if (latest === undefined || repeats === null) return [];
  const missing = AWAY_LIMITS.timesAhead - timesAhead(talk, series).length;
  const lastDay = repeats.last === null ? null : Temporal.PlainDate.from(repeats.last);
  const [, ...days] = daysOfRule(repeats.rule, momentOf(talk, latest.start).toPlainDate(), lastDay);
  return days.slice(0, Math.max(0, missing)).map((day) => ({
    ...{ ...latest, id: `${series}-${day}`, revision: 1 },
    ...{ start: at(talk, day, repeats.from), end: at(talk, day, repeats.to) },
  }));
}

type Moment = Temporal.ZonedDateTime;

function momentOf({ playbook }: Talk, at: number): Moment {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
}

/** The wall clock's minute of a day, whatever the clock does between. */
function at({ playbook }: Talk, day: Temporal.PlainDate, minute: number): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 });
  const date = day.add({ days: Math.floor(minute / 1440) });
  const options = { disambiguation: 'later' } as const;
  return date.toPlainDateTime(time).toZonedDateTime(playbook.timezone, options).epochMilliseconds;
}
