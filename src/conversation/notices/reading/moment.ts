import type { Millis } from '../../../domain/timeline/timeline.ts';
import { cleanText } from '../../plain-text/clean.ts';
import { takeDates, takeDottedDates, takeWeekdays } from './dates.ts';
import { NotUnderstood } from './faults.ts';
import { instantAt } from './instants.ts';
import { Line } from './line.ts';
import type { ReadingContext } from './parse-part.ts';
import { takeTime } from './times.ts';

const NOW = /^\s*(?:nu|na|now|just nu|akkurat na|net|zojuist|straks)\s*$/u;
const ONE = /^(?:en|ett|et|een|an|a|one)$/;
const AMOUNT = '(\\d{1,3}|en|ett|et|een|an|a|one|half an|en halv|een half|et halvt)';
const MINUTES = 'minuter|minuten|minutter|minutes|minutt|minute|minuut|minut|min';
const HOURS = 'timmar|timme|timer|time|tim|hours|hour|uren|uur|h';
const SPAN = new RegExp(`(?<![\\p{L}\\d])${AMOUNT}\\s*(?:(${MINUTES})|(${HOURS}))(?![\\p{L}\\d])`, 'u');
/** "Om 11 uur" is a time of the day, "over 11 uur" and "11 uur geleden" are not. */
const OF_THE_CLOCK =
  /(?<!(?:over|binnen|in)\s{1,3})(?<!\d)\d{1,2}\s*(?:uur|h)(?!\p{L})(?!\s+(?:geleden|ago))/u;
const AROUND =
  /(?<!\p{L})(?:om|in|over|for|sedan|siden|geleden|ago|sinds|siden|since|from|fran|fra|vanaf|ca|cirka|omtrent|ongeveer|about|kl|klokken|klockan|at|til|till|tot)(?!\p{L})/gu;

/**
 * A moment as people write it: "now", "08:30", "yesterday 14", "in 30 minutes", "27/11 08:30".
 * @param tense whether it has been or is to come: of the times of the day it is the nearest such one
 * @returns null if it is not understood, with why where there is more to say
 */
export function momentIn(
  { language, now }: Omit<ReadingContext, 'playbook'>,
  text: string,
  tense: 'ahead' | 'gone',
): Millis | NotUnderstood {
  try {
    return read({ language, now }, cleanText(text), tense);
  } catch (cause) {
    if (cause instanceof NotUnderstood) return cause;
    throw cause;
  }
}

function read(
  { language, now }: Omit<ReadingContext, 'playbook'>,
  text: string,
  tense: 'ahead' | 'gone',
): Millis {
  const line = new Line(text);
  if (NOW.test(line.rest)) return now.epochMilliseconds;
  const iso = /^\s*\d{4}-\d{2}-\d{2}t\d{2}:\d{2}\S*\s*$/.test(line.rest)
    ? isoMoment(text.trim(), now.timeZoneId)
    : null;
  if (iso !== null) return iso;
  const span = OF_THE_CLOCK.test(line.rest) ? null : line.take(SPAN);
  if (span !== null) return finished(line, moved(now, span.groups, tense));
  const today = now.toPlainDate();
  const reading = { language, today, tense };
  const days = [
    ...takeDates(line, reading),
    ...takeWeekdays(line, reading),
    ...takeDottedTimesLast(line, reading),
  ];
  const minute = takeTime(line);
  if (minute === null) throw new NotUnderstood('time-missing');
  const [day, second] = days;
  if (second !== undefined) throw new NotUnderstood('two-dates');
  const at = instantAt(day?.day ?? today, minute, now.timeZoneId, 'beginning');
  if (day !== undefined) return finished(line, at);
  const isToday = tense === 'ahead' ? at > now.epochMilliseconds : at <= now.epochMilliseconds;
  const other = today.add({ days: tense === 'ahead' ? 1 : -1 });
  return finished(line, isToday ? at : instantAt(other, minute, now.timeZoneId, 'beginning'));
}

/** "27.11. 08:30": a dotted date is one only where a time follows. */
function takeDottedTimesLast(line: Line, reading: Parameters<typeof takeDottedDates>[1]) {
  return /\d{1,2}\.\d{1,2}\.?\d*\D+\d/.test(line.rest) ? takeDottedDates(line, reading) : [];
}

function isoMoment(text: string, zone: string): Millis | null {
  try {
    if (/[zZ]|[+-]\d{2}:?\d{2}$/.test(text.slice(11))) return Temporal.Instant.from(text).epochMilliseconds;
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

function moved(
  now: Temporal.ZonedDateTime,
  [amount = '', minutes]: readonly (string | undefined)[],
  tense: 'ahead' | 'gone',
): Millis {
  const isHalf = /half|halv/.test(amount);
  const count = isHalf ? 0.5 : ONE.test(amount) ? 1 : Number(amount);
  const length = Math.round(count * (minutes === undefined ? 60 : 1));
  const duration = { minutes: length };
  return (tense === 'ahead' ? now.add(duration) : now.subtract(duration)).epochMilliseconds;
}

/** Nothing may be left that was not understood. */
function finished(line: Line, at: Millis): Millis {
  const left = line.rest.replace(AROUND, ' ').match(/\p{L}{2,}|\d+/gu);
  if (left !== null) throw new NotUnderstood('not-understood', left.join(' '));
  return at;
}
