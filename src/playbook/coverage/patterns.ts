import type { Stretch } from './coverage.ts';

/** Stretches that come back each week at the same weekday and time, told as one. */
export interface StretchPattern {
  readonly first: Temporal.ZonedDateTime;
  readonly last: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly count: number;
}

/** Puts stretches together by weekday and time of their start and end; the most frequent come first, then by date. */
export function patternsOf(stretches: readonly Stretch[], zone: string): StretchPattern[] {
  const groups = new Map<string, StretchPattern>();
  for (const stretch of stretches) {
    const [start, end] = [zoned(stretch.start, zone), zoned(stretch.end, zone)];
    const days = start.toPlainDate().until(end.toPlainDate(), { largestUnit: 'day' }).days;
    const key = `${start.dayOfWeek} ${start.toPlainTime()} ${days} ${end.toPlainTime()}`;
    const known = groups.get(key);
    groups.set(
      key,
      known === undefined
        ? { first: start, last: start, end, count: 1 }
        : { ...known, last: start, count: known.count + 1 },
    );
  }
  return [...groups.values()].sort(
    (a, b) => b.count - a.count || Temporal.ZonedDateTime.compare(a.first, b.first),
  );
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
