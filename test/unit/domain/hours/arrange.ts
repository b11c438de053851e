import type { HoursCalendar, HoursException } from '../../../../src/domain/hours/day-plan.ts';
import { type DayNumber, dayNumber } from '../../../../src/domain/hours/days.ts';
import { parseTimes } from '../../../../src/domain/hours/parse.ts';
import type { Millis } from '../../../../src/domain/timeline/timeline.ts';

export const STOCKHOLM = 'Europe/Stockholm';

/** The number of an ISO date. */
export function day(date: string): DayNumber {
  return dayNumber(Temporal.PlainDate.from(date));
}

/** A calendar with these red days and dated exceptions, each `[from, to, times]`. */
export function calendar(
  red: readonly string[] = [],
  exceptions: readonly (readonly [from: string, to: string, times: string])[] = [],
): HoursCalendar {
  const days = new Set(red.map(day));
  return {
    isRedDay: (number) => days.has(number),
    exceptions: exceptions.map(
      ([from, to, times]): HoursException => ({ from: day(from), to: day(to), spans: parseTimes(times) }),
    ),
  };
}

/** A wall-clock time as an instant; `later` takes the second of an hour that comes twice. */
export function instant(
  local: string,
  zone = STOCKHOLM,
  disambiguation: 'earlier' | 'later' | 'reject' = 'reject',
): Millis {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
}

/** An instant as the wall clock shows it, with its offset. */
export function shown(at: Millis | null, zone = STOCKHOLM): string | null {
  return at === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(zone)
        .toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}
