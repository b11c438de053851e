import type { StandingAnswer } from '../../domain/contacts/answer.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Segment } from '../../domain/timeline/timeline.ts';
import type { CaseCoverage, Coverage, LocalDay } from './coverage.ts';

/** What a day is like, for one look at it. */
export type DayKind = 'open' | 'half' | 'closed' | 'on-call';

/** One local day of a case. */
export interface CoveredDay {
  readonly date: Temporal.PlainDate;
  readonly kind: DayKind;
  /** When somebody answers, in local wall-clock time: `08:00–16:00`. */
  readonly times: readonly string[];
}

/** The days of a case, in order. */
export function daysOf(playbook: Playbook, coverage: Coverage, { segments }: CaseCoverage): CoveredDay[] {
  let index = 0;
  return coverage.days.map((day) => {
    while ((segments[index]?.end ?? Number.POSITIVE_INFINITY) <= day.start) index++;
    const open: Piece[] = [];
    for (let i = index; (segments[i]?.start ?? day.end) < day.end; i++) {
      const segment = segments[i];
      if (segment?.value.open) open.push(pieceOf(segment, day));
    }
    return { date: day.date, kind: kindOf(open), times: timesOf(open, day, playbook.timezone) };
  });
}

function pieceOf({ start, end, value }: Segment<StandingAnswer>, day: LocalDay): Piece {
  const onCall = value.onCall.length > 0;
  return { start: Math.max(start, day.start), end: Math.min(end, day.end), reason: value.reason, onCall };
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly onCall: boolean;
}

function kindOf(open: readonly Piece[]): DayKind {
  if (open.some((piece) => piece.onCall)) return 'on-call';
  if (open.some((piece) => piece.reason === 'half-day')) return 'half';
  return open.length > 0 ? 'open' : 'closed';
}

function timesOf(open: readonly Piece[], day: LocalDay, zone: string): string[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of open) {
    const last = joined.at(-1);
    if (last?.end === start) last.end = end;
    else joined.push({ start, end });
  }
  const clock = (at: number) => (at === day.start ? '00:00' : at === day.end ? '24:00' : clockTime(at, zone));
  return joined.map(({ start, end }) => `${clock(start)}–${clock(end)}`);
}

function clockTime(at: number, zone: string): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The days of a usual week: for each weekday what it is most often like. */
export function usualWeek(days: readonly CoveredDay[]): readonly string[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const counts = new Map<string, number>();
    for (const day of days) {
      if (day.date.dayOfWeek !== weekday) continue;
      const key = day.times.join(', ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  });
}

/** The days that differ from the usual week. */
export function unusualDays(days: readonly CoveredDay[]): CoveredDay[] {
  const week = usualWeek(days);
  return days.filter(
    (day) => day.times.join(', ') !== week[day.date.dayOfWeek - 1] || day.kind === 'on-call',
  );
}
