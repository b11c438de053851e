import { HORIZON, type Millis } from '../../timeline/timeline.ts';
import type { FollowUpRules } from './rules.ts';

/**
 * When a waiting ends. Hours are hours and days are days of the calendar, whatever the clocks do: PT24H from Saturday noon
 * ends at 13:00 on the Sunday on which they go forward, P1D at noon. Counted in working hours only time within the hours
 * counts for hours, while days stay days of the calendar. What would end outside of the hours ends when they begin.
 * @param from when it begins; its zone is the organisation's
 */
export function waitEnds(
  { counts, hours }: Pick<FollowUpRules, 'counts' | 'hours'>,
  duration: Temporal.Duration,
  from: Temporal.ZonedDateTime,
): Millis {
  const plain = from.add(duration).epochMilliseconds;
  if (hours === null) return plain;
  if (counts === 'calendar') return firstOpen(hours, plain);
  const { years, months, weeks, days } = duration;
  const start = from.add({ years, months, weeks, days });
  const time = duration.with({ years: 0, months: 0, weeks: 0, days: 0 }).total('millisecond');
  if (time === 0) return firstOpen(hours, plain);
  return afterOpenTime(hours, start.epochMilliseconds, time) ?? plain;
}

type Hours = NonNullable<FollowUpRules['hours']>;

/** The instant itself if it is within the hours, else when they begin; itself where they never do. */
function firstOpen(hours: Hours, at: Millis): Millis {
  for (let when = at; when - at < HORIZON; ) {
    const { end, value } = hours.segmentAt(when);
    if (value.open) return when;
    if (!Number.isFinite(end)) return at;
    when = end;
  }
  return at;
}

/** When so much time within the hours has passed; null where there never is. */
function afterOpenTime(hours: Hours, start: Millis, wanted: Millis): Millis | null {
  let left = wanted;
  for (let at = start; at - start < HORIZON; ) {
    const { end, value } = hours.segmentAt(at);
    if (value.open) {
      if (end - at >= left) return at + left;
      left -= end - at;
    }
    if (!Number.isFinite(end)) return null;
    at = end;
  }
  return null;
}
