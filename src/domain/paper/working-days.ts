import { dayAt } from '../duties/due.ts';
import { type DayNumber, plainDate } from '../hours/days.ts';
import type { Playbook } from '../organisation/playbook.ts';
import type { Millis } from '../timeline/timeline.ts';

const SATURDAY = 6;
/** Beyond so many days nobody looks for a working day. */
const HORIZON_DAYS = 400;

/** The same time of the day so many working days later, by the clock on the wall: Monday to Friday, red days left out. */
export function afterWorkingDays(
  { timezone, calendar }: Pick<Playbook, 'timezone' | 'calendar'>,
  from: Millis,
  count: number,
): Millis {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timezone);
  const first = dayAt(from, timezone);
  let day = first;
  for (let left = count; left > 0 && day < first + HORIZON_DAYS; ) {
    day++;
    if (isWorkingDay(day, calendar.isRedDay)) left--;
  }
  return start.add({ days: day - first }).epochMilliseconds;
}

function isWorkingDay(day: DayNumber, isRedDay: (day: DayNumber) => boolean): boolean {
  return plainDate(day).dayOfWeek < SATURDAY && !isRedDay(day);
}
