import { type DayNumber, dayNumber, plainDate } from '../hours/days.ts';
import type { Millis } from '../timeline/timeline.ts';
import { dutyDay } from './due.ts';
import type { Duty } from './duty.ts';

/** What is kept of one day of a unit's duty. Plain data. */
export interface DutyEntry {
  readonly state: 'open' | 'missed' | 'done' | 'late';
  /** When it was done, in ms; null: it is not. */
  readonly at: Millis | null;
  /** Who did it: as which contact, and their name where the directory tells it. */
  readonly by: { readonly contact: string; readonly name: string | null } | null;
}

/** A month of a unit's duty, by ISO date. Plain data. */
export interface DutyMonth {
  readonly duty: string;
  readonly site: string;
  /** As 2026-11. */
  readonly month: string;
  readonly days: Readonly<Record<string, DutyEntry>>;
}

/** One day of the overview: `unknown` where it was due and the bot was not there. */
export interface DutyRow {
  readonly date: string;
  readonly state: DutyEntry['state'] | 'unknown' | 'coming';
  readonly at: Millis | null;
  readonly by: DutyEntry['by'];
}

/**
 * All days of a month on which the duty was or is due, oldest first: at most 31.
 * @param since the first day of which anything is known (ISO): what was due before it nobody looked after; null: none yet
 */
export function rowsOf(
  duty: Pick<Duty, 'spansOn' | 'againMs'>,
  zone: string,
  { month, days }: Pick<DutyMonth, 'month' | 'days'>,
  { now, since }: { readonly now: Millis; readonly since: string | null },
): readonly DutyRow[] {
  const first = Temporal.PlainYearMonth.from(month);
  return Array.from({ length: first.daysInMonth }, (_, i) => first.toPlainDate({ day: i + 1 })).flatMap(
    (date): DutyRow[] => {
      const kept = days[date.toString()];
      if (kept !== undefined) return [{ date: date.toString(), ...kept }];
      const due = dutyDay(duty, zone, dayNumber(date));
      if (due === null) return [];
      const state = due.ends > now ? 'coming' : 'unknown';
      if (state === 'unknown' && (since === null || date.toString() < since)) return [];
      return [{ date: date.toString(), state, at: null, by: null }];
    },
  );
}

/** How often each came about. */
export function countsOf(rows: readonly DutyRow[]): Readonly<Record<DutyRow['state'], number>> {
  const counts = { open: 0, missed: 0, done: 0, late: 0, unknown: 0, coming: 0 };
  for (const { state } of rows) counts[state]++;
  return counts;
}

/** The month of a day, as 2026-11. */
export function monthOf(day: DayNumber): string {
  return plainDate(day).toPlainYearMonth().toString();
}

/** The month before one. */
export function monthBefore(month: string): string {
  return Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();
}
