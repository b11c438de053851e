import type { Language } from '../../../domain/organisation/language.ts';
import { NotUnderstood } from './faults.ts';
import { type Line, MARKS } from './line.ts';
import {
  AFTER_TOMORROW,
  COMING,
  MONTH,
  monthOf,
  RANGE,
  shortWeekdays,
  TODAY,
  TOMORROW,
  UNCLEAR_NEXT,
  WEEKDAY,
  weekdayOf,
  YESTERDAY,
} from './words.ts';

/** A day that is named without a year is never taken for one that is further ahead. */
const DAYS_AHEAD = 400;
/** A day that is gone since this long is next year's; a later one may be a slip. */
const DAYS_GONE = 60;

/** A day that a line names, with where it stands in it. */
export interface NamedDay {
  readonly at: number;
  readonly day: Temporal.PlainDate;
}

/** How days are read. `gone`: of something that has happened; days without a year are the last ones then. */
export interface DayReading {
  readonly language: Language;
  readonly today: Temporal.PlainDate;
  readonly tense: 'ahead' | 'gone';
}

const NOT_IN_WORD = '(?<![\\p{L}\\d])';
const WORD_ENDS = '(?![\\p{L}\\d])';
const YEAR = '(?:,?\\s+((?:19|20)\\d{2})(?!\\d|[:.]\\d|\\s*(?:-|–|—)\\s*\\d))?';

/** Takes every day that is written with a number, or as "today" and the like, out of a line. */
export function takeDates(line: Line, reading: DayReading): NamedDay[] {
  const { language, today } = reading;
  const short = shortWeekdays(language);
  const weekday = `(?:(?:(?:${COMING})\\s+)?${NOT_IN_WORD}(${WEEKDAY}|${short})\\.?,?\\s+)?(?:den\\s+|the\\s+|de\\s+)?`;
  const nth = '(?:\\.|:[ea]|[ea]|st|nd|rd|th|ste|de)?';
  if (
    new RegExp(`\\d\\s*(?:-|–|—)\\s*\\d{1,2}${nth}\\s*(?:of\\s+)?(?:${MONTH})${WORD_ENDS}`, 'u').test(
      line.rest,
    )
  )
    throw new NotUnderstood('several-days');
  const days: NamedDay[] = [];
  const all = (pattern: string, read: (groups: readonly (string | undefined)[]) => NamedDay['day']): void => {
    const compiled = new RegExp(pattern, 'u');
    for (let taken = line.take(compiled, MARKS.date); taken !== null; taken = line.take(compiled, MARKS.date))
      days.push({ at: taken.at, day: read(taken.groups) });
  };
  const named = (word: string | undefined) =>
    word === undefined ? null : weekdayOf(word, language, 'a date');
  all(`${weekday}(?<![\\d-])(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)`, ([word, year, month, day]) =>
    dayOf({ year, month, day, weekday: named(word) }, reading),
  );
  all(
    `${weekday}(?<![\\d.:/])(\\d{1,2})${nth}\\s*(?:of\\s+)?(${MONTH})\\.?${WORD_ENDS}${YEAR}`,
    ([word, day, month = '', year]) =>
      dayOf({ year, month: monthOf(month), day, weekday: named(word) }, reading),
  );
  all(
    `${weekday}${NOT_IN_WORD}(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?${WORD_ENDS}(?![:.]\\d|\\s*(?:${RANGE})\\s*\\d)${YEAR}`,
    ([word, month = '', day, year]) =>
      dayOf({ year, month: monthOf(month), day, weekday: named(word) }, reading),
  );
  all(
    `${weekday}(?<![\\d/.:])(\\d{1,2})/(\\d{1,2})(?![\\d])(?:[/-](\\d{4}|\\d{2})(?![\\d:.]))?${YEAR}`,
    ([word, day, month, year, later]) =>
      dayOf({ year: year ?? later, month, day, weekday: named(word) }, reading),
  );
  all(`${weekday}(?<![\\d/.:-])(\\d{1,2})-(\\d{1,2})-(\\d{4})(?![\\d:-])`, ([word, day, month, year]) =>
    dayOf({ year, month, day, weekday: named(word) }, reading),
  );
  return [...days, ...takeRelative(line, today)];
}

/** Dates with a dot and nothing else look like times, so they are taken after those. */
export function takeDottedDates(line: Line, reading: DayReading): NamedDay[] {
  const { language } = reading;
  const pattern = `(?:${NOT_IN_WORD}(${WEEKDAY}|${shortWeekdays(language)})\\.?,?\\s+)?(?<![\\d.:])(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}(?!\\d))|\\.)?(?![\\d:])`;
  const days: NamedDay[] = [];
  const compiled = new RegExp(pattern, 'u');
  for (let taken = line.take(compiled, MARKS.date); taken !== null; taken = line.take(compiled, MARKS.date)) {
    const [word, day, month, year] = taken.groups;
    const weekday = word === undefined ? null : weekdayOf(word, language, 'a date');
    days.push({ at: taken.at, day: dayOf({ year, month, day, weekday }, reading) });
  }
  return days;
}

/** "Saturday" alone, or "on Saturday": the coming one, or the last. */
export function takeWeekdays(line: Line, { today, tense }: DayReading): NamedDay[] {
  const unclear = line.take(new RegExp(`${NOT_IN_WORD}(?:${UNCLEAR_NEXT})\\s+(${WEEKDAY})${WORD_ENDS}`, 'u'));
  if (unclear !== null) throw new NotUnderstood('unclear-day', comingDays(unclear.groups[0] ?? '', today));
  const pattern = new RegExp(`${NOT_IN_WORD}(?:(?:${COMING})\\s+)?(${WEEKDAY})\\.?${WORD_ENDS}`, 'u');
  const days: NamedDay[] = [];
  for (let taken = line.take(pattern, MARKS.date); taken !== null; taken = line.take(pattern, MARKS.date)) {
    const weekday = weekdayOf(taken.groups[0] ?? '', 'en', 'anything') ?? 1;
    const ahead = (weekday - today.dayOfWeek + 7) % 7;
    // On a Saturday "on Saturday" is hardly today, but may be.
    if (ahead === 0) throw new NotUnderstood('unclear-day', comingDays(taken.groups[0] ?? '', today));
    days.push({ at: taken.at, day: today.add({ days: tense === 'ahead' ? ahead : ahead - 7 }) });
  }
  return days;
}

/** "29/10 or 5/11": what could be meant. */
function comingDays(word: string, today: Temporal.PlainDate): string {
  const weekday = weekdayOf(word, 'en', 'anything') ?? 1;
  const first = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
  return [first, first.add({ days: 7 })].map(({ day, month }) => `${day}/${month}`).join(', ');
}

function takeRelative(line: Line, today: Temporal.PlainDate): NamedDay[] {
  const words: readonly (readonly [string, number])[] = [
    [AFTER_TOMORROW, 2],
    [TOMORROW, 1],
    [TODAY, 0],
    [YESTERDAY, -1],
  ];
  return words.flatMap(([pattern, days]) => {
    const taken = line.take(new RegExp(`${NOT_IN_WORD}(?:${pattern})${WORD_ENDS}`, 'u'), MARKS.date);
    return taken === null ? [] : [{ at: taken.at, day: today.add({ days }) }];
  });
}

interface Written {
  readonly year: string | undefined;
  readonly month: string | number | undefined;
  readonly day: string | undefined;
  readonly weekday: number | null;
}

/**
 * The day that is meant. Without a year it is the coming one; one that has just gone is asked about, for a slip is
 * likelier than next year.
 */
function dayOf(written: Written, { today, tense }: DayReading): Temporal.PlainDate {
  const { weekday } = written;
  const [month, day] = [Number(written.month), Number(written.day)];
  const given = written.year === undefined ? null : Number(written.year.padStart(4, '20'));
  const other = tense === 'ahead' ? today.year + 1 : today.year - 1;
  const years = given === null ? [today.year, other] : [given];
  const days = years.map((year) => dayIn(year, month, day)).filter((found) => found !== null);
  const shown = `${day}/${month}`;
  if (days.length === 0) throw new NotUnderstood('no-such-day', shown);
  const possible = given === null ? days.filter((found) => isMeant(found, today, tense)) : days;
  const [meant] = possible;
  if (meant === undefined) throw new NotUnderstood('day-gone', shown);
  if (weekday !== null && meant.dayOfWeek !== weekday)
    throw new NotUnderstood('wrong-weekday', String(meant));
  const [thisYear] = days;
  const gone = thisYear === undefined ? 0 : thisYear.until(today).total('days');
  const isSlip = tense === 'ahead' && given === null && weekday === null && gone > 0 && gone <= DAYS_GONE;
  if (isSlip) throw new NotUnderstood('day-gone', shown);
  return meant;
}

function dayIn(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function isMeant(day: Temporal.PlainDate, today: Temporal.PlainDate, tense: DayReading['tense']): boolean {
  const days = today.until(day).total('days');
  return tense === 'ahead' ? days >= 0 && days <= DAYS_AHEAD : days <= 0 && days >= -DAYS_GONE;
}
