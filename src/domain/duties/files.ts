import { type DayNumber, plainDate } from '../hours/days.ts';
import { nextDutyDay } from './due.ts';
import { DUTY_LIMITS, type Duty } from './duty.ts';

/** The files about one day. */
export interface FilesOfDay {
  readonly day: DayNumber;
  readonly names: readonly string[];
}

/** Which files are to be saved on a day of a duty, and which may be deleted since its day before; oldest first. */
export interface FilesNow {
  readonly save: readonly FilesOfDay[];
  readonly drop: readonly FilesOfDay[];
}

/**
 * Computes the names. There are always files for as many days ahead as the routine says; before days off, on which nobody
 * saves any, also for those and for the first day after them.
 * @param place the unit's name as it stands in the names of files
 */
export function filesOn(
  { files, ...duty }: Pick<Duty, 'files' | 'spansOn' | 'againMs'>,
  zone: string,
  day: DayNumber,
  place: string,
): FilesNow {
  if (files === null) return { save: [], drop: [] };
  const until = nextDutyDay(duty, zone, day + 1)?.day ?? day;
  const ahead = Math.min(DUTY_LIMITS.ahead, Math.max(files.ahead, until - day));
  const since = day - dayBefore(duty, day);
  const filesOfDay = (about: DayNumber): FilesOfDay => ({
    day: about,
    names: files.names.map((name) => fileName(name, about, place)),
  });
  return {
    save: Array.from({ length: ahead }, (_, i) => filesOfDay(day + 1 + i)),
    drop: Array.from({ length: since }, (_, i) => filesOfDay(day - files.keep - since + i)),
  };
}

/** `220621 Brukarschema Ullared`. */
export function fileName(name: string, about: DayNumber, place: string): string {
  const date = plainDate(about).toString().replaceAll('-', '').slice(2);
  return name.replaceAll('{date}', () => date).replaceAll('{place}', () => place);
}

/** The duty's day before one; older ones do not matter. */
function dayBefore({ spansOn }: Pick<Duty, 'spansOn'>, day: DayNumber): DayNumber {
  for (let before = day - 1; before > day - DUTY_LIMITS.ahead; before--)
    if (spansOn(before).length > 0) return before;
  return day - DUTY_LIMITS.ahead;
}
