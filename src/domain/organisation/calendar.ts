import type { DayNumber } from '../hours/days.ts';
import type { HoursState } from '../hours/schedule.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** An organisation's days and hours, whoever is there. */
export interface OrganisationCalendar {
  /** Public holidays, with the playbook's own additions and removals. */
  readonly isRedDay: (day: DayNumber) => boolean;
  /** When planned work disturbs most; null: the playbook names no such hours. */
  readonly coreHours: Timeline<HoursState> | null;
}
