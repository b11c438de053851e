import type { NamedDay } from '../../notices/reading/dates.ts';
import { NotUnderstood } from '../../notices/reading/faults.ts';
import { type Line, MARKS } from '../../notices/reading/line.ts';
import { type NamedTime, type TimeRange, takeNamedTime, takeRanges } from '../../notices/reading/times.ts';
import { DASHES } from '../../notices/reading/words.ts';
import type { Length } from './length.ts';
import type { ReadPeriod } from './period.ts';
import { BACK, BY, END, FROM, PARTS, TILL } from './words.ts';

const DAY = 24 * 60;
/** Hours until which "at 3" is the afternoon. */
const AFTERNOON = 7 * 60;

export interface Moments {
  readonly days: readonly NamedDay[];
  /** Days that were named by their weekday alone. */
  readonly weekdays: readonly NamedDay[];
}

interface NamedPart {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a line names, in the order in which it stands there. */
export interface Edges {
  readonly days: readonly NamedDay[];
  readonly weekdays: ReadonlySet<NamedDay>;
  readonly times: readonly NamedTime[];
  readonly ranges: readonly TimeRange[];
  readonly parts: readonly NamedPart[];
  /** Where the end begins; null: nothing says so. */
  readonly till: number | null;
  readonly from: boolean;
  readonly back: boolean;
}

/** Takes times, parts of the day and the words between them out of a line whose days were taken. */
export function edgesIn(line: Line, moments: Moments): Edges {
  const back = line.take(new RegExp(`${BY}(?:${BACK})${END}`, 'u')) !== null;
  const parts = takeParts(line);
  const ranges = takeRanges(line);
  const from = line.take(new RegExp(`${BY}(?:${FROM})${END}`, 'u')) !== null;
  const times = takeTimes(line);
  const days = [...moments.days, ...moments.weekdays].sort((a, b) => a.at - b.at);
  const till = tillIn(line, days);
  return { days, weekdays: new Set(moments.weekdays), times, ranges, parts, till, from, back };
}

/** The period that they name. */
export function periodOf(edges: Edges, length: Length | null, now: Temporal.ZonedDateTime): ReadPeriod {
  const { days, times, ranges, parts, till, from, back } = edges;
  const isBefore = ({ at }: { at: number }): boolean => till === null || at < till;
  const starts = back ? [] : days.filter(isBefore);
  const ends = back ? days : days.filter((day) => !isBefore(day));
  const [first] = starts;
  const range = ranges[0];
  if (range !== undefined) return rangeOf(range, days, now);
  const startTime = back ? undefined : times.find(isBefore);
  const endTime = back ? times[0] : times.find((time) => !isBefore(time));
  const begin = beginOf(first?.day, startTime, parts.find(isBefore), now);
  const last = lastDay(edges, first, ends.at(-1) ?? (till === null ? starts.at(-1) : undefined));
  const endPart = parts.find((part) => !isBefore(part)) ?? (till === null ? parts[0] : undefined);
  if (length !== null) return made(begin, Temporal.Instant.fromEpochMilliseconds(length(begin)), now);
  const isOpen = till === null && !back && (startTime !== undefined || from);
  const nothing = last === undefined && endTime === undefined && endPart === undefined;
  if (isOpen || nothing) return { kind: 'open', from: begin.epochMilliseconds };
  const day = last ?? begin.toPlainDate();
  return made(begin, endOf({ day, named: last !== undefined, time: endTime, part: endPart, back }, now), now);
}

function made(
  begin: Temporal.ZonedDateTime,
  end: Temporal.Instant | Temporal.ZonedDateTime,
  now: Temporal.ZonedDateTime,
): ReadPeriod {
  const from = Math.max(begin.epochMilliseconds, now.epochMilliseconds);
  const to = end.epochMilliseconds;
  if (to <= from) throw new NotUnderstood('day-gone');
  return { kind: 'period', period: { from, to } };
}

/** "10–12", on its day: today, or tomorrow if it is over. */
function rangeOf(range: TimeRange, days: readonly NamedDay[], now: Temporal.ZonedDateTime): ReadPeriod {
  const [first, last] = days;
  const today = now.toPlainDate();
  const on = (day: Temporal.PlainDate): ReadPeriod => {
    const to = last !== undefined && range.to > DAY ? range.to - DAY : range.to;
    return made(at(day, range.from, now), at(last?.day ?? day, to, now), now);
  };
  if (first !== undefined) return on(first.day);
  return at(today, range.to, now).epochMilliseconds > now.epochMilliseconds
    ? on(today)
    : on(today.add({ days: 1 }));
}

function beginOf(
  day: Temporal.PlainDate | undefined,
  time: NamedTime | undefined,
  part: NamedPart | undefined,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime {
  const on = day ?? now.toPlainDate();
  const minute = time === undefined ? part?.from : minuteOf(time, on, now);
  if (minute !== undefined) return later(at(on, minute, now), now);
  return day === undefined ? now : later(at(day, 0, now), now);
}

interface End {
  readonly day: Temporal.PlainDate;
  readonly named: boolean;
  readonly time: NamedTime | undefined;
  readonly part: NamedPart | undefined;
  readonly back: boolean;
}

/** A day ends with itself; one at which somebody is back ends before it. */
function endOf({ day, named, time, part, back }: End, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (time === undefined) return at(day, part?.to ?? (back ? 0 : DAY), now);
  const end = at(day, minuteOf(time, day, now), now);
  const isGone = !named && end.epochMilliseconds <= now.epochMilliseconds;
  return isGone ? at(day.add({ days: 1 }), time.minute, now) : end;
}

/** "From Thursday to Tuesday": the Tuesday after that Thursday. */
function lastDay(
  { weekdays }: Edges,
  first: NamedDay | undefined,
  last: NamedDay | undefined,
): Temporal.PlainDate | undefined {
  if (first === undefined || last === undefined) return last?.day;
  const isBefore = Temporal.PlainDate.compare(last.day, first.day) < 0;
  if (isBefore && !weekdays.has(last)) return last.day.add({ years: 1 });
  return isBefore ? last.day.add({ days: 7 }) : last.day;
}

/** "At 3" is the coming 3 o'clock today, and on other days the afternoon: nobody is in a meeting until 3 in the night. */
function minuteOf(time: NamedTime, day: Temporal.PlainDate, now: Temporal.ZonedDateTime): number {
  const { minute, sure } = time;
  if (sure || minute >= DAY / 2) return minute;
  const isToday = day.equals(now.toPlainDate());
  const isGone = minute <= now.hour * 60 + now.minute;
  return (isToday ? isGone : minute < AFTERNOON) ? minute + DAY / 2 : minute;
}

/** A wall clock's minute; of an hour that comes twice the later, of one that does not come the instant after it. */
function at(day: Temporal.PlainDate, minute: number, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const date = day.add({ days: Math.floor(minute / DAY) });
  const time = Temporal.PlainTime.from({ hour: Math.floor((minute % DAY) / 60), minute: minute % 60 });
  return date.toPlainDateTime(time).toZonedDateTime(now.timeZoneId, { disambiguation: 'later' });
}

function later(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.compare(a, b) < 0 ? b : a;
}

function takeTimes(line: Line): NamedTime[] {
  const times: NamedTime[] = [];
  for (let time = takeNamedTime(line); time !== null; time = takeNamedTime(line)) times.push(time);
  return times.sort((a, b) => a.at - b.at);
}

function takeParts(line: Line): NamedPart[] {
  return PARTS.flatMap(([words, from, to]) => {
    const taken = line.take(new RegExp(`${BY}(?:${words})${END}`, 'u'));
    return taken === null ? [] : [{ at: taken.at, from, to }];
  }).sort((a, b) => a.at - b.at);
}

/** Where the end begins: at "till", or at a dash between two days. */
function tillIn(line: Line, days: readonly NamedDay[]): number | null {
  const word = line.take(new RegExp(`${BY}(?:${TILL})${END}`, 'u'));
  if (word !== null) return word.at;
  const [first, second] = days;
  if (first === undefined || second === undefined) return null;
  const dash = line.take(new RegExp(`(?<=[${MARKS.date}\\s])(?:${DASHES})(?=[${MARKS.date}\\s])`, 'u'));
  return dash === null || dash.at < first.at ? null : dash.at;
}
