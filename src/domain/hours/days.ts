/** A calendar day counted from 1970-01-01 (day 0), free of any zone. */
export type DayNumber = number;
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** The number of a calendar day. */
export function dayNumber(date: Temporal.PlainDate): DayNumber {
  return EPOCH.until(date, { largestUnit: 'day' }).days;
}

/** The calendar day with this number. */
export function plainDate(day: DayNumber): Temporal.PlainDate {
  return EPOCH.add({ days: day });
}

/** The weekday of a day; day 0 was a Thursday. */
export function weekdayOf(day: DayNumber): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Saturday or Sunday: the weekend in every country whose routines we know (SE, NO, NL). */
export function isWeekend(day: DayNumber): boolean {
  return weekdayOf(day) >= 6;
}
