import { type HoursCalendar, planDay } from '../hours/day-plan.ts';
import { type DayNumber, dayNumber, plainDate } from '../hours/days.ts';
import {
  type HoursNotation,
  type HoursRule,
  MINUTES_PER_DAY,
  type Minute,
  type Span,
} from '../hours/notation.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { Duty } from './duty.ts';

/** One day of a duty: from when it is to be done, when it is said again, and until when. */
export interface DutyDay {
  readonly day: DayNumber;
  readonly begins: Millis;
  /** Null: the day's times are too short for it. */
  readonly again: Millis | null;
  readonly ends: Millis;
}

/** Beyond so many days nobody looks for the next one: a duty of one day a year is found. */
const HORIZON_DAYS = 370;
const MINUTE_MS = 60_000;

/**
 * The times of a day within which a duty is to be done. A red day has some only where the notation says so of red days
 * (`PH 08:00-12:00`, `24/7`) or a dated exception does: "Mo-Fr" alone means no public holiday that falls on a Friday.
 */
export function dutySpans(notation: HoursNotation, calendar: HoursCalendar, day: DayNumber): readonly Span[] {
  const { spans, cause } = planDay(notation, calendar, day);
  if (cause === 'exception' || !calendar.isRedDay(day)) return spans;
  return notation.rules.some(speaksOfRedDays) ? spans : [];
}

/** A duty's day by the clock on the wall; null: it is not due then. */
export function dutyDay(
  { spansOn, againMs }: Pick<Duty, 'spansOn' | 'againMs'>,
  zone: string,
  day: DayNumber,
): DutyDay | null {
  const spans = spansOn(day);
  if (spans.length === 0) return null;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  const begins = instantOf(day, from, zone);
  const written = instantOf(day, to, zone);
  // Times that the clocks leave out in spring come when these go on, and last as long as is written.
  const ends = written > begins ? written : begins + (to - from) * MINUTE_MS;
  const again = ends - againMs;
  return { day, begins, again: again > begins ? again : null, ends };
}

/** The first day from one on that the duty is due; null: none within a year. */
export function nextDutyDay(
  duty: Pick<Duty, 'spansOn' | 'againMs'>,
  zone: string,
  from: DayNumber,
): DutyDay | null {
  for (let day = from; day < from + HORIZON_DAYS; day++) {
    const found = dutyDay(duty, zone, day);
    if (found !== null) return found;
  }
  return null;
}

/** The calendar day at an instant, by the clock on the wall. */
export function dayAt(at: Millis, zone: string): DayNumber {
  return dayNumber(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate());
}

function speaksOfRedDays({ days, spans }: HoursRule): boolean {
  const isEveryDay = days.weekdays.size === 0 && days.holidays.length === 0;
  return spans.length > 0 && (isEveryDay || days.holidays.includes(0));
}

function instantOf(day: DayNumber, minute: Minute, timeZone: string): Millis {
  const date = plainDate(day + Math.floor(minute / MINUTES_PER_DAY));
  const rest = minute % MINUTES_PER_DAY;
  const plainTime = new Temporal.PlainTime(Math.floor(rest / 60), rest % 60);
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}
