import type { Weekday } from '../../domain/hours/days.ts';
import type { DaySelector, HoursNotation, MonthDay } from '../../domain/hours/notation.ts';
import { error } from '../fault.ts';
import type { LintRule } from './context.ts';

/** A kind of day, as far as rules tell days apart. */
interface KindOfDay {
  readonly date: MonthDay;
  readonly weekday: Weekday;
  /** Days since the red day that it belongs to, or null. */
  readonly holiday: number | null;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const FIRST_DAY = 101;
const LEAP_YEAR = 2024;

/** Hours that open on no kind of day, and by no exception. */
export const neverOpen: LintRule = ({ content }) => {
  const opened = new Set(content.exceptions.flatMap(({ open, hours }) => (open.length > 0 ? hours : [])));
  return Object.entries(content.hours)
    .filter(([id, hours]) => !opened.has(id) && !opensAtAll(hours))
    .map(([id, { text }]) =>
      error(['hours', id], `never opens: "${text}"; a later rule replaces an earlier one for its days`),
    );
};

function opensAtAll(hours: HoursNotation): boolean {
  return kindsOfDay(hours).some((kind) => {
    const rule = hours.rules.findLast(({ days }) => matches(days, kind));
    return rule !== undefined && rule.spans.length > 0;
  });
}

/** Between the dates at which a range starts or has ended all days are alike. */
function kindsOfDay({ rules }: HoursNotation): KindOfDay[] {
  const ranges = rules.flatMap(({ days }) => days.dates);
  const dates = new Set([FIRST_DAY, ...ranges.flatMap(({ from, to }) => [from, dayAfter(to)])]);
  const holidays = new Set([null, ...rules.flatMap(({ days }) => days.holidays)]);
  return [...dates].flatMap((date) =>
    WEEKDAYS.flatMap((weekday) => [...holidays].map((holiday) => ({ date, weekday, holiday }))),
  );
}

function dayAfter(date: MonthDay): MonthDay {
  const at = { year: LEAP_YEAR, month: Math.floor(date / 100), day: date % 100 };
  const { month, day } = Temporal.PlainDate.from(at).add({ days: 1 });
  return month * 100 + day;
}

function matches(days: DaySelector, { date, weekday, holiday }: KindOfDay): boolean {
  const inDates = days.dates.some(({ from, to }) =>
    from <= to ? from <= date && date <= to : date >= from || date <= to,
  );
  if (days.dates.length > 0 && !inDates) return false;
  if (days.weekdays.size === 0 && days.holidays.length === 0) return true;
  return days.weekdays.has(weekday) || (holiday !== null && days.holidays.includes(holiday));
}
