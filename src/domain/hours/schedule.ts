import { chunked } from '../timeline/chunked.ts';
import { constant, type Millis, type Segment, type Timeline } from '../timeline/timeline.ts';
import { type DayPlan, type HoursCalendar, type HoursReason, planDay, reasonAt } from './day-plan.ts';
import { type DayNumber, dayNumber } from './days.ts';
import { type HoursNotation, MINUTES_PER_DAY, type Minute } from './notation.ts';
import { type EvenStretch, instantsOf, stretchesOfDay } from './wall-clock.ts';

/** Open or closed at an instant, and why. */
export interface HoursState {
  readonly open: boolean;
  readonly reason: HoursReason;
}

interface DayPiece extends HoursState {
  readonly from: Minute;
  readonly to: Minute;
}

const ALWAYS: HoursState = { open: true, reason: 'open' };
const MILLIS_PER_DAY = 86_400_000;

/**
 * When hours are open, as a timeline. A time counts by the clock on the wall: in the hour that is skipped in spring
 * nothing happens, and what is open during the hour that comes twice in autumn is open both times.
 * @param zone IANA name of the zone whose wall clock the notation speaks of
 */
export function schedule(
  notation: HoursNotation,
  calendar: HoursCalendar,
  zone: string,
): Timeline<HoursState> {
  if (isAlways(notation) && calendar.exceptions.length === 0) return constant(ALWAYS);
  const planned = new Map<DayNumber, DayPlan>();
  const plan = (day: DayNumber): DayPlan => {
    const known = planned.get(day) ?? planDay(notation, calendar, day);
    planned.set(day, known);
    return known;
  };
  return chunked((from, to) => {
    planned.clear();
    const segments: Segment<HoursState>[] = [];
    const first = localDay(from, zone);
    for (let day = first; day <= first + Math.ceil((to - from) / MILLIS_PER_DAY) + 1; day++) {
      for (const stretch of stretchesOfDay(day, zone))
        appendStretch(segments, dayPieces(plan(stretch.day), plan(stretch.day - 1)), stretch);
    }
    return segments;
  });
}

/** Whether two states are the same for the user. */
export function sameHours(a: HoursState, b: HoursState): boolean {
  return a.open === b.open && a.reason === b.reason;
}

/** Whether one is there for callers in both. */
export function sameOpenness(a: HoursState, b: HoursState): boolean {
  return a.open === b.open;
}

function dayPieces(plan: DayPlan, before: DayPlan): DayPiece[] {
  const edges = new Set<Minute>([0, MINUTES_PER_DAY]);
  for (const { from, to } of [...plan.spans, ...plan.usual])
    edges.add(from).add(Math.min(to, MINUTES_PER_DAY));
  for (const { to } of before.spans) if (to > MINUTES_PER_DAY) edges.add(to - MINUTES_PER_DAY);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted
    .slice(0, -1)
    .map((from, i) => ({ from, to: sorted[i + 1] ?? MINUTES_PER_DAY, ...reasonAt(plan, before, from) }));
}

function appendStretch(
  segments: Segment<HoursState>[],
  pieces: readonly DayPiece[],
  stretch: EvenStretch,
): void {
  for (const piece of pieces) {
    const instants = instantsOf(stretch, piece.from, piece.to);
    if (instants !== null)
      appendJoined(segments, { ...instants, value: { open: piece.open, reason: piece.reason } });
  }
}

function appendJoined(segments: Segment<HoursState>[], next: Segment<HoursState>): void {
  const last = segments.at(-1);
  if (last !== undefined && sameHours(last.value, next.value))
    segments[segments.length - 1] = { ...last, end: next.end };
  else segments.push(next);
}

function isAlways(notation: HoursNotation): boolean {
  const last = notation.rules.at(-1);
  const everyDay =
    last?.days.dates.length === 0 && last.days.weekdays.size === 0 && last.days.holidays.length === 0;
  return (
    everyDay && last.spans.length === 1 && last.spans[0]?.from === 0 && last.spans[0].to === MINUTES_PER_DAY
  );
}

function localDay(at: Millis, zone: string): DayNumber {
  return dayNumber(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate());
}
