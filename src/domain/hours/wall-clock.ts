import type { Millis } from '../timeline/timeline.ts';
import { type DayNumber, dayNumber, plainDate } from './days.ts';
import { MINUTES_PER_DAY, type Minute } from './notation.ts';

const MILLIS_PER_MINUTE = 60_000;

/** A stretch of time within one local day during which the wall clock runs evenly: `minute` is shown at `start`. */
export interface EvenStretch {
  readonly day: DayNumber;
  readonly start: Millis;
  readonly end: Millis;
  readonly minute: Minute;
}

/**
 * The time from a local day's start to the next one's as even stretches: one, or more where a clock change falls into
 * it. Where the clock goes back over midnight, the end of the day before is among them once more.
 */
export function stretchesOfDay(day: DayNumber, zone: string): EvenStretch[] {
  const date = plainDate(day);
  const next = date.add({ days: 1 }).toZonedDateTime(zone);
  let at = date.toZonedDateTime(zone);
  if (isEven(at, next)) return [{ day, start: at.epochMilliseconds, end: next.epochMilliseconds, minute: 0 }];
  const result: EvenStretch[] = [];
  while (at.epochMilliseconds < next.epochMilliseconds) {
    const minute = at.hour * 60 + at.minute;
    const ends = [at.add({ minutes: MINUTES_PER_DAY - minute }), next, at.getTimeZoneTransition('next')];
    const end = ends.filter((each) => each !== null).reduce(earlier);
    const shown = dayNumber(at.toPlainDate());
    result.push({ day: shown, start: at.epochMilliseconds, end: end.epochMilliseconds, minute });
    at = end;
  }
  return result;
}

/** The instants of a stretch at which the wall clock shows [from, to), or null if it never does. */
export function instantsOf(
  stretch: EvenStretch,
  from: Minute,
  to: Minute,
): { start: Millis; end: Millis } | null {
  const start = Math.max(stretch.start, stretch.start + (from - stretch.minute) * MILLIS_PER_MINUTE);
  const end = Math.min(stretch.end, stretch.start + (to - stretch.minute) * MILLIS_PER_MINUTE);
  return start < end ? { start, end } : null;
}

function isEven(at: Temporal.ZonedDateTime, next: Temporal.ZonedDateTime): boolean {
  const minutes = (next.epochMilliseconds - at.epochMilliseconds) / MILLIS_PER_MINUTE;
  return minutes === MINUTES_PER_DAY && at.offsetNanoseconds === next.offsetNanoseconds && at.hour === 0;
}

function earlier(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.compare(a, b) <= 0 ? a : b;
}
