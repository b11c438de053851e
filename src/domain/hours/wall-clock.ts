import type { Millis } from '../timeline/timeline.ts';
import { type DayNumber, plainDate } from './days.ts';
import { MINUTES_PER_DAY, type Minute } from './notation.ts';

const MILLIS_PER_MINUTE = 60_000;

/** A stretch of one local day during which the wall clock runs evenly: `minute` is shown at `start`. */
export interface EvenStretch {
  readonly start: Millis;
  readonly end: Millis;
  readonly minute: Minute;
}

/** A local day as even stretches: one, or more where a clock change falls into it. */
export function stretchesOfDay(day: DayNumber, zone: string): EvenStretch[] {
  const date = plainDate(day);
  let at = date.toZonedDateTime(zone);
  const next = date.add({ days: 1 }).toZonedDateTime(zone);
  const result: EvenStretch[] = [];
  while (at.epochMilliseconds < next.epochMilliseconds) {
    const change = isEven(at, next) ? null : at.getTimeZoneTransition('next');
    const end = change !== null && Temporal.ZonedDateTime.compare(change, next) < 0 ? change : next;
    result.push({
      start: at.epochMilliseconds,
      end: end.epochMilliseconds,
      minute: at.hour * 60 + at.minute,
    });
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
  return minutes === MINUTES_PER_DAY && at.offsetNanoseconds === next.offsetNanoseconds;
}
