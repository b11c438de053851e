import { dayNumber } from '../hours/days.ts';
import { sameOpenness } from '../hours/schedule.ts';
import type { Playbook } from '../organisation/playbook.ts';
import { type Millis, segmentsBetween } from '../timeline/timeline.ts';
import type { MaintenanceWindow, Notice, WindowPart } from './notice.ts';
import { concerns, endOf } from './view.ts';

/** Something that the author of a window should know before it is sent. None of it forbids the window. */
export type Conflict =
  /** A part is on a red day. */
  | { readonly why: 'red-day'; readonly part: number; readonly day: string }
  /** A part is within the hours in which planned work disturbs most, from this instant to that. */
  | { readonly why: 'core-hours'; readonly part: number; readonly from: Millis; readonly to: Millis }
  /** Another window hits the same at the same time. */
  | {
      readonly why: 'other-window';
      readonly part: number;
      readonly notice: string;
      readonly from: Millis;
      readonly to: Millis;
    }
  /** A part has begun, or is over. */
  | { readonly why: 'begun'; readonly part: number }
  /** Two parts of the window itself hit the same at the same time. */
  | { readonly why: 'same-twice'; readonly part: number; readonly other: number };

export const CONFLICT_LIMITS = {
  /** Conflicts that are told at once. */
  told: 10,
} as const;

type Part = Pick<WindowPart, 'services' | 'sites' | 'from' | 'to'>;
type Place = Pick<Playbook, 'timezone' | 'sites' | 'calendar'>;

/**
 * What speaks against a window, in the order of its parts. Parts are told by their number, 1 for the first.
 * @param others notices that are known; the window itself must not be among them
 */
export function conflictsOf(
  playbook: Place,
  parts: readonly Part[],
  others: readonly Notice[],
  now: Millis,
): readonly Conflict[] {
  const windows = others.filter(
    (notice): notice is MaintenanceWindow =>
      notice.kind === 'maintenance' &&
      notice.cancelledAt === null &&
      (notice.publication === 'published' || notice.publication === 'to-confirm'),
  );
  return parts.flatMap((part, i) => [
    ...(part.from <= now ? [{ why: 'begun' as const, part: i + 1 }] : []),
    ...redDays(playbook, part, i + 1),
    ...coreHours(playbook, part, i + 1),
    ...windows.flatMap((window) => meetings(playbook, part, i + 1, window)),
    ...twice(playbook, parts, i),
  ]);
}

function redDays({ timezone, calendar }: Place, { from, to }: Part, part: number): Conflict[] {
  const dayOf = (at: Millis) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate();
  // What ends at midnight is not on the next day.
  const last = dayOf(Math.max(from, to - 1));
  const found: Conflict[] = [];
  for (let day = dayOf(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    if (calendar.isRedDay(dayNumber(day))) found.push({ why: 'red-day', part, day: String(day) });
  return found;
}

function coreHours({ calendar }: Place, { from, to }: Part, part: number): Conflict[] {
  if (calendar.coreHours === null || to <= from) return [];
  const within = segmentsBetween(calendar.coreHours, from, to, sameOpenness).filter(
    ({ value }) => value.open,
  );
  return within.map(({ start, end }) => ({ why: 'core-hours', part, from: start, to: end }));
}

/** One for each window, however many of its parts meet it. */
function meetings(playbook: Place, part: Part, number: number, window: MaintenanceWindow): Conflict[] {
  const met = window.parts.find((other) => meets(playbook, part, { ...other, to: endOf(other) }));
  if (met === undefined) return [];
  const [from, to] = [Math.max(part.from, met.from), Math.min(part.to, endOf(met))];
  return [{ why: 'other-window', part: number, notice: window.id, from, to }];
}

function twice(playbook: Place, parts: readonly Part[], i: number): Conflict[] {
  const part = parts[i];
  if (part === undefined) return [];
  const other = parts.findIndex((each, j) => j < i && meets(playbook, part, each));
  return other < 0 ? [] : [{ why: 'same-twice', part: i + 1, other: other + 1 }];
}

function meets(playbook: Place, part: Part, other: Part): boolean {
  const place = { sites: other.sites, services: other.services.length === 0 ? null : other.services };
  // What was not needed after all ends where it would have begun.
  if (other.from >= other.to) return false;
  return part.from < other.to && other.from < part.to && concerns(playbook, part, place);
}
