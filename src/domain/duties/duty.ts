import type { DayNumber } from '../hours/days.ts';
import type { Span } from '../hours/notation.ts';
import type { LocalText } from '../organisation/language.ts';
import type { Millis } from '../timeline/timeline.ts';

/** Files that a duty saves anew each time, named by the day that they are about (scenario A5). */
export interface DutyFiles {
  /** With `{date}` for YYMMDD, and `{place}` for the unit. */
  readonly names: readonly string[];
  /** For so many days after the day on which they are saved. */
  readonly ahead: number;
  /** Days after which one may be deleted. */
  readonly keep: number;
}

/** Something that units do again and again, such as saving the day's schedules. */
export interface Duty {
  readonly id: string;
  readonly name: LocalText;
  /** What is to be done; null: the name says it. */
  readonly what: LocalText | null;
  /** What whoever presses says with it: "Saved on the USB stick and in the folder"; null: that it is done. */
  readonly proof: LocalText | null;
  /** The routine that explains it. */
  readonly routine: string | null;
  /** The contacts who do it, by the site where they do. */
  readonly units: ReadonlyMap<string, readonly string[]>;
  /** Within which times of a day it is to be done; none: it is not due on that day. */
  readonly spansOn: (day: DayNumber) => readonly Span[];
  /** So long before the end of the day's times it is said again. */
  readonly againMs: Millis;
  readonly files: DutyFiles | null;
}

export const DUTY_LIMITS = {
  /** Duties of one organisation. */
  duties: 20,
  /** Units of one duty. */
  units: 200,
  /** Contacts who do it in one unit. */
  contacts: 20,
  /** Names of files. */
  files: 6,
  /** Days ahead for which files are saved, also before many days off. */
  ahead: 14,
  /** Days after which files may be deleted. */
  keep: 366,
  /** Hours before the end that it is said again. */
  againHours: 12,
  /** Duties of units that one person sees. */
  seen: 10,
} as const;

/** What a duty of a unit is called where both make one name. */
export function dutySubject(duty: string, site: string): string {
  // Ids have no dot.
  return `${duty}.${site}`;
}
