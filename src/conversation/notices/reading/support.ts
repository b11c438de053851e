import type { SupportTime } from '../../../domain/notices/notice.ts';
import { takeDates, takeDottedDates, takeWeekdays } from './dates.ts';
import { type LineFault, NotUnderstood } from './faults.ts';
import { instantAt } from './instants.ts';
import { Line } from './line.ts';
import { attempt, linesOf, type ReadingContext, type ReadPart } from './parse-part.ts';
import { takeRanges } from './times.ts';
import { EVERY_DAY } from './words.ts';

/** What the line is about anyway. */
const FILLING = /^(?:support(?:en)?|helpdesk|ondersteuning|:|,|-|–|—|\s)+/iu;

/**
 * When somebody can be reached because of a window: "support by phone 10–16 both days". Without a day it is each day of
 * the parts.
 */
export function readSupport(
  context: ReadingContext,
  text: string,
  parts: readonly Pick<ReadPart, 'from' | 'to'>[],
): { readonly support: readonly SupportTime[]; readonly faults: readonly LineFault[] } {
  const read = linesOf(text).map((line, i) => attempt(line, i + 1, () => readLine(context, line, parts)));
  return {
    support: read.flatMap((each) => ('value' in each ? each.value : [])),
    faults: read.flatMap((each) => ('fault' in each ? [each.fault] : [])),
  };
}

function readLine(
  { language, now }: ReadingContext,
  text: string,
  parts: readonly Pick<ReadPart, 'from' | 'to'>[],
): SupportTime[] {
  const line = new Line(text);
  const reading = { language, today: now.toPlainDate(), tense: 'ahead' } as const;
  line.take(new RegExp(`(?<!\\p{L})(?:${EVERY_DAY})(?!\\p{L})`, 'u'));
  const dated = [...takeDates(line, reading), ...takeWeekdays(line, reading)];
  const [range, second] = takeRanges(line);
  const days = [...dated, ...takeDottedDates(line, reading)];
  if (range === undefined) throw new NotUnderstood('time-missing');
  if (second !== undefined) throw new NotUnderstood('two-times');
  if (days.length > 1) throw new NotUnderstood('two-dates');
  const rest = line.restSpelt
    .replace(/\s+/g, ' ')
    .replace(FILLING, '')
    .replace(/[\s,:–—-]+$/gu, '');
  const how = rest === '' ? {} : { [language]: rest };
  const meant = days.length === 0 ? daysOf(parts, now.timeZoneId) : days.map(({ day }) => day);
  if (meant.length === 0) throw new NotUnderstood('date-missing');
  return meant.map((day) => ({
    from: instantAt(day, range.from, now.timeZoneId, 'beginning'),
    to: instantAt(day, range.to, now.timeZoneId, 'end'),
    text: how,
  }));
}

/** The days on which the parts begin, each once. */
function daysOf(parts: readonly Pick<ReadPart, 'from'>[], zone: string): Temporal.PlainDate[] {
  const days = parts.map(({ from }) =>
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate(),
  );
  const unique = new Map(days.map((day) => [String(day), day]));
  return [...unique.values()].sort(Temporal.PlainDate.compare);
}
