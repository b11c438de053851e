import type { Weekday } from './days.ts';
import {
  type DaySelector,
  type HoursNotation,
  type HoursRule,
  MAX_NOTATION_LENGTH,
  MAX_RULES,
  MAX_SPANS,
  MINUTES_PER_DAY,
  type MonthDay,
  type MonthDayRange,
  type Span,
} from './notation.ts';

/** What is wrong in an hours text, and what would be right. */
export class HoursSyntaxError extends Error {
  override readonly name = 'HoursSyntaxError';
}

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MAX_HOLIDAY_OFFSET = 7;
const MONTH = `(${MONTHS.join('|')})`;
const STARTS_WITH_MONTH = new RegExp(`^${MONTH}\\b`);
// Dec 24 | Jun | Jun-Aug | Jun 15-Aug 15 | Jun 15-20, followed by a comma and the next date, or by the weekdays
const DATE_ITEM = new RegExp(
  `^${MONTH}(?:\\s+(\\d{1,2}))?(\\s*-\\s*(?:${MONTH}\\s*)?(\\d{1,2})?)?(?:\\s*(,)\\s*|\\s+|$)`,
);

/**
 * Parses the documented subset of the OpenStreetMap `opening_hours` notation (docs/hours.md).
 * @throws HoursSyntaxError with the part that is wrong and what would be right.
 */
export function parseHours(text: string): HoursNotation {
  if (text.length > MAX_NOTATION_LENGTH) throw wrong(`is longer than ${MAX_NOTATION_LENGTH} characters`);
  const parts = text.split(';').map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  if (parts.length === 0 || parts.includes(''))
    throw wrong('is empty; write for example "Mo-Fr 08:00-16:00; PH off"');
  if (parts.length > MAX_RULES) throw wrong(`has more than ${MAX_RULES} rules`);
  return { text, rules: parts.map(parseRule) };
}

/** Parses times alone, as in a dated exception: `08:00-12:00, 13:00-16:00` or `off`. */
export function parseTimes(text: string): readonly Span[] {
  const trimmed = text.trim();
  if (/^(off|closed)$/i.test(trimmed)) return [];
  if (trimmed === '24/7') return [{ from: 0, to: MINUTES_PER_DAY }];
  const spans = trimmed.split(',').map((part) => parseSpan(part.trim()));
  if (spans.length > MAX_SPANS) throw wrong(`has more than ${MAX_SPANS} times in one rule`);
  return withoutOverlap(spans, text);
}

function parseRule(rule: string): HoursRule {
  const at = rule.search(/\d{1,2}:\d|\b(?:off|closed)$|\b24\/7$/i);
  if (at < 0) throw wrong(`has no times in "${rule}"; end it with times such as 08:00-16:00, or with off`);
  return { days: parseDays(rule.slice(0, at).trim(), rule), spans: parseTimes(rule.slice(at)) };
}

function parseSpan(text: string): Span {
  const match = /^(\d{2}):(\d{2})\s*-\s*(\d{2}):(\d{2})$/.exec(text);
  if (match === null) throw wrong(`has "${text}" where a time span is expected; write it as 08:00-16:00`);
  const [from, to] = [clock(match[1], match[2], text), clock(match[3], match[4], text)];
  if (from === MINUTES_PER_DAY)
    throw wrong(`has "${text}", which starts at 24:00; write 00:00 of the next day`);
  if (from === to) throw wrong(`has "${text}", which is empty; write 00:00-24:00 for a whole day`);
  return { from, to: to > from ? to : to + MINUTES_PER_DAY };
}

function clock(hours: string | undefined, minutes: string | undefined, text: string): number {
  const value = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || value > MINUTES_PER_DAY)
    throw wrong(`has "${text}", which is no time; hours go from 00:00 to 24:00`);
  return value;
}

function withoutOverlap(spans: readonly Span[], text: string): readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  const clash = sorted.some((span, i) => span.to > (sorted[i + 1]?.from ?? Number.POSITIVE_INFINITY));
  if (clash) throw wrong(`has times that overlap in "${text.trim()}"`);
  return sorted;
}

/** Dates come first, then weekdays and red days: `Jun-Aug Mo-Fr,PH`. */
function parseDays(text: string, rule: string): DaySelector {
  const { dates, rest } = parseDates(text, rule);
  const weekdays = new Set<Weekday>();
  const holidays: number[] = [];
  for (const item of rest === '' ? [] : rest.split(',')) parseDayItem(item.trim(), rule, weekdays, holidays);
  return { dates, weekdays, holidays };
}

/** A comma leads to another date, a space to the weekdays: `Dec 24,PH` would be read as both at once or as either. */
function parseDates(text: string, rule: string): { dates: MonthDayRange[]; rest: string } {
  const dates: MonthDayRange[] = [];
  let [rest, comma] = [text, true];
  for (let match = DATE_ITEM.exec(rest); match !== null; match = DATE_ITEM.exec(rest)) {
    if (!comma) throw wrong(`lacks a comma between the dates in "${rule}"; write Dec 24,Dec 26`);
    dates.push(monthDays(match));
    rest = rest.slice(match[0].length);
    comma = match[6] === ',';
  }
  if (comma && dates.length > 0)
    throw wrong(
      `has a comma after the dates in "${rule}"; for weekdays within those dates write a space, as in "Jun-Aug Mo-Fr", for other days a rule of their own, as in "Dec 24 off; PH off"`,
    );
  return { dates, rest };
}

function parseDayItem(item: string, rule: string, weekdays: Set<Weekday>, holidays: number[]): void {
  const holiday = /^PH(?:\s*([+-]\d+)\s*days?)?$/.exec(item);
  if (holiday !== null) {
    holidays.push(holidayOffset(Number(holiday[1] ?? 0)));
    return;
  }
  const match = /^([A-Z][a-z])(?:\s*-\s*([A-Z][a-z]))?$/.exec(item);
  const from = WEEKDAYS.indexOf(match?.[1] ?? '');
  const to = match?.[2] === undefined ? from : WEEKDAYS.indexOf(match[2]);
  if (from < 0 || to < 0) {
    if (STARTS_WITH_MONTH.test(item))
      throw wrong(
        `has the date "${item}" after other days in "${rule}"; give it a rule of its own, as in "PH off; Dec 24 off"`,
      );
    throw wrong(
      `has "${item}" in "${rule}", which is no day; write Mo Tu We Th Fr Sa Su, PH for red days, "PH -1 day" for the day before one, or a date such as Dec 24`,
    );
  }
  for (let day = from; ; day = (day + 1) % 7) {
    weekdays.add((day + 1) as Weekday);
    if (day === to) break;
  }
}

function holidayOffset(offset: number): number {
  if (Math.abs(offset) > MAX_HOLIDAY_OFFSET)
    throw wrong(`counts more than ${MAX_HOLIDAY_OFFSET} days from a red day`);
  return offset;
}

function monthDays(match: RegExpExecArray): MonthDayRange {
  const [text, month = '', day, range, toMonth, toDay] = match;
  const from = monthDay(month, day ?? '1', text);
  if (range === undefined) return { from, to: day === undefined ? endOf(month, text) : from };
  if (toMonth === undefined && toDay === undefined)
    throw wrong(`has "${text.trim()}", which lacks its end; write Dec 24-Jan 6`);
  if (day === undefined && toDay === undefined) return { from, to: endOf(toMonth ?? month, text) };
  if (toDay === undefined || day === undefined)
    throw wrong(`has "${text.trim()}"; give both days or none, as in Jun 15-Aug 15 or Jun-Aug`);
  return { from, to: monthDay(toMonth ?? month, toDay, text) };
}

function monthDay(month: string, day: string, text: string): MonthDay {
  const index = MONTHS.indexOf(month);
  if (index < 0) throw wrong(`has "${text.trim()}", which is no date; months are ${MONTHS.join(' ')}`);
  if (Number(day) < 1 || Number(day) > (MONTH_LENGTHS[index] ?? 0))
    throw wrong(`has "${text.trim()}", a day that does not exist`);
  return (index + 1) * 100 + Number(day);
}

function endOf(month: string, text: string): MonthDay {
  return monthDay(month, String(MONTH_LENGTHS[MONTHS.indexOf(month)] ?? 1), text);
}

function wrong(what: string): HoursSyntaxError {
  return new HoursSyntaxError(what);
}
