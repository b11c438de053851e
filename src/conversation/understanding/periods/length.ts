import type { Millis } from '../../../domain/timeline/timeline.ts';
import type { Line } from '../../notices/reading/line.ts';
import { BY, END } from './words.ts';

const MINUTES = 'minuter|minuten|minutter|minutes|minutt|minute|minuut|minut|min';
const HOURS = 'timmar|timme|timer|time|tim|hours|hour|uren|uur';
const DAYS = 'dagar|dag|dager|days|day|dagen';
const WEEKS = 'veckor|vecka|uker|uke|weeks|week|weken';
/** "Tot 15 uur" is a time of the day. */
const NOT_OF_THE_CLOCK =
  '(?<!(?:tot|om|van|tussen|en|-|–|till|til|vanaf|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\\s{0,2})';
const PATTERN = new RegExp(
  `${NOT_OF_THE_CLOCK}(?<![:.])${BY}(\\d{1,3})\\s*(?:(${MINUTES})|(${HOURS})|(${DAYS})|(${WEEKS}))${END}`,
  'u',
);
/** From here on the day that has begun is not counted as one of the days: the longer side. */
const NOON = 12;

/** How long, as an end for a beginning. */
export type Length = (from: Temporal.ZonedDateTime) => Millis;

/** Takes "for three days" out of a line; null: there is none. Hours are hours, also across a change of the clocks. */
export function takeLength(line: Line, now: Temporal.ZonedDateTime): Length | null {
  const taken = line.take(PATTERN);
  if (taken === null) return null;
  const [count = '1', minutes, hours, days] = taken.groups;
  const amount = Number(count);
  if (minutes !== undefined) return (from) => from.add({ minutes: amount }).epochMilliseconds;
  if (hours !== undefined) return (from) => from.add({ hours: amount }).epochMilliseconds;
  const whole = days === undefined ? amount * 7 : amount;
  return (from) => {
    const begun = from.equals(now) && now.hour >= NOON ? 1 : 0;
    return from.startOfDay().add({ days: whole + begun }).epochMilliseconds;
  };
}
