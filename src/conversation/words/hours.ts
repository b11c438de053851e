import type { Weekday } from '../../domain/hours/days.ts';
import type {
  DaySelector,
  HoursNotation,
  HoursRule,
  MonthDay,
  MonthDayRange,
  Span,
} from '../../domain/hours/notation.ts';
import type { Language } from '../../domain/organisation/language.ts';
import { LOCALE_TAGS, say } from '../../locales/say.ts';
import { weekdayInWords } from './calendar.ts';

/** A leap year, so that 29 February can be named. */
const ANY_LEAP_YEAR = 2024;

/** Hours as a person reads them, a line a rule: "Monday–Friday: 08:00–16:00". For paper, where nothing can be looked up. */
export function hoursInWords(hours: HoursNotation, language: Language): string[] {
  return hours.rules.map((rule) => ruleInWords(rule, language));
}

/** "08:00–12:00, 13:00–16:00", or "closed". */
export function timesInWords(spans: readonly Span[], language: Language): string {
  if (spans.length === 0) return say(language, 'hours.closed');
  return spans
    .map(({ from, to }) => say(language, 'hours.range', { from: clock(from), to: clock(to) }))
    .join(', ');
}

function ruleInWords({ days, spans }: HoursRule, language: Language): string {
  const wholeDay = spans.length === 1 && spans[0]?.from === 0 && spans[0].to === 1440;
  const everyDay = days.dates.length + days.weekdays.size + days.holidays.length === 0;
  if (everyDay && wholeDay) return say(language, 'hours.always');
  return say(language, 'hours.rule', {
    days: daysInWords(days, language),
    times: timesInWords(spans, language),
  });
}

function daysInWords({ dates, weekdays, holidays }: DaySelector, language: Language): string {
  const named = [
    ...runs(weekdays).map((run) => runInWords(run, language)),
    ...holidays.map((offset) => holidayInWords(offset, language)),
  ];
  const ranges = dates.map((range) => rangeInWords(range, language)).join(', ');
  if (ranges === '') return named.length === 0 ? say(language, 'hours.every-day') : named.join(', ');
  return named.length === 0
    ? ranges
    : say(language, 'hours.dates-and-days', { dates: ranges, days: named.join(', ') });
}

/** Weekdays that follow each other, put together. */
function runs(weekdays: ReadonlySet<Weekday>): Weekday[][] {
  const result: Weekday[][] = [];
  for (const day of [...weekdays].sort((a, b) => a - b)) {
    const last = result.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else result.push([day]);
  }
  return result;
}

function runInWords(run: readonly Weekday[], language: Language): string {
  const [from, to] = [run[0] ?? 1, run.at(-1) ?? 1].map((day) => weekdayInWords(day, language, 'long'));
  return from === to ? `${from}` : say(language, 'hours.range', { from: `${from}`, to: `${to}` });
}

function holidayInWords(offset: number, language: Language): string {
  if (offset === 0) return say(language, 'hours.red-days');
  return say(language, offset < 0 ? 'hours.before-red-day' : 'hours.after-red-day', {
    count: Math.abs(offset),
  });
}

function rangeInWords({ from, to }: MonthDayRange, language: Language): string {
  if (from === to) return dayInWords(from, language);
  return say(language, 'hours.range', { from: dayInWords(from, language), to: dayInWords(to, language) });
}

function dayInWords(monthDay: MonthDay, language: Language): string {
  const date = Temporal.PlainDate.from({
    year: ANY_LEAP_YEAR,
    month: Math.floor(monthDay / 100),
    day: monthDay % 100,
  });
  return date.toLocaleString(LOCALE_TAGS[language], { day: 'numeric', month: 'long' });
}

/** Minutes of the day as a clock shows them; past midnight it starts again. */
function clock(minute: number): string {
  const shown = minute > 1440 ? minute - 1440 : minute;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}
