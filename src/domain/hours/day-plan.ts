import { type DayNumber, isWeekend, plainDate, weekdayOf } from './days.ts';
import {
  covers,
  type DaySelector,
  type HoursNotation,
  MINUTES_PER_DAY,
  type Minute,
  type MonthDayRange,
  openMinutes,
  type Span,
} from './notation.ts';

/** Why somebody is, or is not, there; the words of the `who` interface. */
export type HoursReason =
  | 'open'
  | 'half-day'
  | 'public-holiday'
  | 'weekend'
  | 'outside-hours'
  | 'announced-absence';

/** Dated hours that win over the notation, from one day to another, both included. No spans means closed. */
export interface HoursException {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly spans: readonly Span[];
}

/** The days of one organisation: which are red, and what is announced for some. */
export interface HoursCalendar {
  readonly isRedDay: (day: DayNumber) => boolean;
  readonly exceptions: readonly HoursException[];
}

type Cause = 'ordinary' | 'red-day' | 'eve' | 'exception';

/** What holds on one day: its spans, where they come from, and what the same weekday would have had otherwise. */
export interface DayPlan {
  readonly day: DayNumber;
  readonly spans: readonly Span[];
  readonly cause: Cause;
  readonly usual: readonly Span[];
}

/** Decides which spans start on a day: a dated exception first, else the last rule that matches it. */
export function planDay(notation: HoursNotation, calendar: HoursCalendar, day: DayNumber): DayPlan {
  let spans: readonly Span[] = [];
  let usual: readonly Span[] = [];
  let cause: Cause = 'ordinary';
  for (const rule of notation.rules) {
    const match = matchCause(rule.days, calendar, day);
    if (match === null) continue;
    spans = rule.spans;
    cause = match;
    if (match === 'ordinary') usual = rule.spans;
  }
  const exception = calendar.exceptions.findLast((e) => e.from <= day && day <= e.to);
  return exception === undefined
    ? { day, spans, cause, usual }
    : { day, spans: exception.spans, cause: 'exception', usual };
}

/**
 * Why the minute of a planned day is open or closed. `open` says which; a span of the day before may cover it.
 * Half day: shorter than usual on that weekday, both while open and while it would usually be open (scenario B1).
 */
export function reasonAt(
  plan: DayPlan,
  before: DayPlan,
  minute: Minute,
): { open: boolean; reason: HoursReason } {
  if (covers(plan.spans, minute)) return { open: true, reason: isShortened(plan) ? 'half-day' : 'open' };
  if (covers(before.spans, minute + MINUTES_PER_DAY))
    return { open: true, reason: isShortened(before) ? 'half-day' : 'open' };
  return { open: false, reason: closedReason(plan, minute) };
}

function closedReason(plan: DayPlan, minute: Minute): HoursReason {
  if (plan.cause === 'red-day' && (plan.spans.length === 0 || covers(plan.usual, minute)))
    return 'public-holiday';
  if (plan.cause !== 'ordinary' && covers(plan.usual, minute)) {
    if (plan.spans.length > 0) return 'half-day';
    return plan.cause === 'eve' ? 'public-holiday' : 'announced-absence';
  }
  const nothingToday = plan.spans.length === 0 && plan.usual.length === 0;
  return nothingToday && isWeekend(plan.day) ? 'weekend' : 'outside-hours';
}

function isShortened(plan: DayPlan): boolean {
  return (
    (plan.cause === 'eve' || plan.cause === 'exception') && openMinutes(plan.spans) < openMinutes(plan.usual)
  );
}

function matchCause(days: DaySelector, calendar: HoursCalendar, day: DayNumber): Cause | null {
  if (days.dates.length > 0 && !days.dates.some((range) => within(range, day))) return null;
  if (days.weekdays.size === 0 && days.holidays.length === 0) return 'ordinary';
  if (days.weekdays.has(weekdayOf(day))) return 'ordinary';
  const offsets = days.holidays.filter((offset) => calendar.isRedDay(day - offset));
  if (offsets.length === 0) return null;
  return offsets.includes(0) ? 'red-day' : 'eve';
}

function within(range: MonthDayRange, day: DayNumber): boolean {
  const { month, day: dayOfMonth } = plainDate(day);
  const here = month * 100 + dayOfMonth;
  return range.from <= range.to
    ? range.from <= here && here <= range.to
    : here >= range.from || here <= range.to;
}
