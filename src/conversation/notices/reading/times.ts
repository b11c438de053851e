import { NotUnderstood } from './faults.ts';
import { type Line, MARKS } from './line.ts';
import { BETWEEN, BETWEEN_AND, CLOCK, RANGE } from './words.ts';

const MINUTES_PER_DAY = 24 * 60;

/** From one time of the day to another, in minutes after midnight; `to` may be the next day's. */
export interface TimeRange {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const TIME = '(\\d{1,2})(?:[:.](\\d{2})|(?<=\\d{2})(\\d{2}))?\\s?(am|pm)?(?:\\s?(?:uur|h|u)(?!\\p{L}))?';
const BEFORE = '(?<![\\p{L}\\d.:/])';
const AFTER = '(?![\\d/]|[:.]\\d)';
const LEAD = `(?:(?:fran|fra|from|van|${CLOCK})\\s+)*`;
/** A day may stand between: "Saturday 22 – Sunday 06". */
const DAY_BETWEEN = `(?:[\\s,]*${MARKS.date}+)?[\\s,]*`;

const RANGES = new RegExp(
  `${BEFORE}${LEAD}${TIME}\\s*(?:${RANGE})(${DAY_BETWEEN})(?:(?:${CLOCK})\\s*)?${TIME}${AFTER}`,
  'u',
);
const BETWEENS = new RegExp(
  `${BEFORE}(?:${BETWEEN})\\s+(?:(?:${CLOCK})\\s*)?${TIME}\\s+(?:${BETWEEN_AND})(\\s+)(?:(?:${CLOCK})\\s*)?${TIME}${AFTER}`,
  'u',
);
const ONE = new RegExp(`${BEFORE}${LEAD}${TIME}${AFTER}`, 'u');

/** Takes all ranges of times out of a line. */
export function takeRanges(line: Line): TimeRange[] {
  const ranges: TimeRange[] = [];
  for (const pattern of [BETWEENS, RANGES]) {
    for (let taken = line.take(pattern); taken !== null; taken = line.take(pattern)) {
      const range = rangeOf(taken.groups);
      ranges.push({ at: taken.at, ...range });
    }
  }
  return ranges;
}

/** Takes one time of the day out of a line; null if there is none. */
export function takeTime(line: Line): number | null {
  return takeNamedTime(line)?.minute ?? null;
}

/** One time of the day, with where it stood. */
export interface NamedTime {
  readonly at: number;
  /** Minutes after midnight. */
  readonly minute: number;
  /** Whether which half of the day is meant was written: "15", "3 pm", "03". */
  readonly sure: boolean;
}

/** The same with where it stood. */
export function takeNamedTime(line: Line): NamedTime | null {
  const taken = line.take(ONE);
  if (taken === null) return null;
  const [hours = '', , , half] = taken.groups;
  const sure = half !== undefined || hours.startsWith('0') || Number(hours) > 12;
  return { at: taken.at, minute: minuteOf(taken.groups, undefined), sure };
}

function rangeOf(groups: readonly (string | undefined)[]): { from: number; to: number } {
  const [first, between, second] = [groups.slice(0, 4), groups[4] ?? '', groups.slice(5, 9)];
  // "2–4pm": both are in the afternoon.
  const from = minuteOf(first, second[3]);
  const to = minuteOf(second, undefined);
  // From a day at a time until another day at the same time; within a day that is no time at all.
  if (from === to && !between.includes(MARKS.date)) throw new NotUnderstood('no-such-time', written(second));
  return { from, to: to <= from ? to + MINUTES_PER_DAY : to };
}

function minuteOf(groups: readonly (string | undefined)[], otherHalf: string | undefined): number {
  const [hours, minutes, joined, half = otherHalf] = groups;
  const [hour, minute] = [Number(hours), Number(minutes ?? joined ?? 0)];
  const isHour = half === undefined ? hour <= 24 : hour >= 1 && hour <= 12;
  const total = hourOf(hour, half) * 60 + minute;
  if (!isHour || minute > 59 || total > MINUTES_PER_DAY)
    throw new NotUnderstood('no-such-time', written(groups));
  return total;
}

function hourOf(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
}

function written([hours, minutes, joined, half = '']: readonly (string | undefined)[]): string {
  return `${[hours, minutes ?? joined].filter((part) => part !== undefined).join(':')}${half}`;
}
