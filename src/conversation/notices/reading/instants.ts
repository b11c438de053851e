import type { Millis } from '../../../domain/timeline/timeline.ts';
import { NotUnderstood } from './faults.ts';

const MINUTES_PER_DAY = 24 * 60;

/**
 * The instant of a wall clock's minute. In the hour that comes twice in autumn a beginning is the earlier and an end the
 * later one, so that nothing is announced as shorter than it may be.
 * @param minute after midnight of the day; from 1440 on it is the next day's
 * @throws NotUnderstood in the hour that is skipped in spring
 */
export function instantAt(
  day: Temporal.PlainDate,
  minute: number,
  zone: string,
  which: 'beginning' | 'end',
): Millis {
  const date = day.add({ days: Math.floor(minute / MINUTES_PER_DAY) });
  const within = minute % MINUTES_PER_DAY;
  const time = Temporal.PlainTime.from({ hour: Math.floor(within / 60), minute: within % 60 });
  const wall = date.toPlainDateTime(time);
  const zoned = wall.toZonedDateTime(zone, { disambiguation: which === 'end' ? 'later' : 'earlier' });
  if (!zoned.toPlainDateTime().equals(wall))
    throw new NotUnderstood('no-such-time', `${date} ${time.toString({ smallestUnit: 'minute' })}`);
  return zoned.epochMilliseconds;
}
