import type { Playbook } from '../../organisation/playbook.ts';
import type { Millis } from '../../timeline/timeline.ts';
import type { Notice } from '../notice.ts';
import { endOf } from '../view.ts';
import { BOARD_LIMITS, firstDay } from './board.ts';

const MINUTE_MS = 60_000;

/** How a service was on a day, by what was announced. Minutes are whole ones; a part of one counts as one. */
export interface HistoryDay {
  readonly day: Temporal.PlainDate;
  readonly state: 'ok' | 'outage' | 'maintenance';
  /** Minutes in which it was down. */
  readonly outage: number;
  /** Minutes of planned work in which it was not down besides. */
  readonly maintenance: number;
}

/** The days of a service, the oldest first; the last is today, so far. */
export interface ServiceHistory {
  /** Null: outages of which nobody said what they hit. */
  readonly service: string | null;
  readonly days: readonly HistoryDay[];
}

/** From an instant to another, in ms since 1970 UTC; the end is not part of it. */
type Span = readonly [from: Millis, to: Millis];

/**
 * How each service was on each of the last `BOARD_LIMITS.days` days.
 * @param notices as they are seen from the place that is asked about
 */
export function historyOf(
  { services }: Pick<Playbook, 'services'>,
  notices: readonly Notice[],
  now: Temporal.ZonedDateTime,
): readonly ServiceHistory[] {
  const published = notices.filter(({ publication }) => publication === 'published');
  const days = daysUntil(now);
  const histories = [...services.keys(), null].map((service) => ({
    service,
    days: daysOf(days, spansOf(published, service, now.epochMilliseconds)),
  }));
  return histories.filter(
    (history) => history.service !== null || history.days.some(({ state }) => state !== 'ok'),
  );
}

interface Spans {
  readonly outage: readonly Span[];
  readonly maintenance: readonly Span[];
}

/** When a service was down, and when it was worked on, until now. */
function spansOf(notices: readonly Notice[], service: string | null, now: Millis): Spans {
  const [outages, works]: [Span[], Span[]] = [[], []];
  for (const notice of notices) {
    if (notice.kind === 'outage') {
      const isHit =
        service === null ? notice.services.length === 0 : notice.services.some((id) => id === service);
      if (isHit) outages.push([notice.since, Math.min(notice.over ?? now, now)]);
    } else if (service !== null) {
      const until = Math.min(notice.cancelledAt ?? now, now);
      for (const part of notice.parts)
        if (part.services.length === 0 || part.services.includes(service))
          works.push([part.from, Math.min(endOf(part), until)]);
    }
  }
  const outage = union(outages);
  return { outage, maintenance: without(union(works), outage) };
}

/** The same time in spans that do not touch, in order. */
function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const [from, to] of spans.filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

/** What of some spans is in none of the others; both are unions. */
function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>(
    (left, [from, to]) =>
      left.flatMap(([a, b]): Span[] =>
        to <= a || b <= from
          ? [[a, b]]
          : [...(a < from ? [[a, from] as const] : []), ...(to < b ? [[to, b] as const] : [])],
      ),
    spans,
  );
}

interface Day {
  readonly day: Temporal.PlainDate;
  readonly span: Span;
}

/** Each day with its own beginning and end: two of a year have another length. */
function daysUntil(now: Temporal.ZonedDateTime): readonly Day[] {
  const first = firstDay(now);
  const starts = Array.from({ length: BOARD_LIMITS.days + 1 }, (_, i) => first.add({ days: i }));
  const at = starts.map((day) => day.toZonedDateTime(now.timeZoneId).epochMilliseconds);
  return starts.slice(0, -1).map((day, i) => ({ day, span: [at[i] ?? 0, at[i + 1] ?? 0] }));
}

function daysOf(days: readonly Day[], spans: Spans): readonly HistoryDay[] {
  return days.map(({ day, span }) => {
    const [outage, maintenance] = [minutesIn(span, spans.outage), minutesIn(span, spans.maintenance)];
    return {
      day,
      state: outage > 0 ? 'outage' : maintenance > 0 ? 'maintenance' : 'ok',
      outage,
      maintenance,
    };
  });
}

function minutesIn([from, to]: Span, spans: readonly Span[]): number {
  const ms = spans.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(b, to) - Math.max(a, from)), 0);
  return Math.ceil(ms / MINUTE_MS);
}
