import { instantIn } from '../../../domain/contacts/who.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { dateInWords, dayOf, fullDay, fullMoment, timeInWords } from '../../words/moment.ts';

type Moment = Temporal.ZonedDateTime;

/**
 * From when until when. A whole day is said as that day and not as two midnights, and a day or a year that both have is said
 * once.
 */
export function timesInWords(talk: Talk, from: number, to: number): string {
  const [first, end] = [momentOf(talk, from), momentOf(talk, to)];
  const last = end.subtract({ milliseconds: 1 });
  if (first.toPlainDate().equals(last.toPlainDate())) return withinDay(talk, first, end);
  const isOneYear = first.year === last.year;
  const begin = isMidnight(first) ? dayOf(first, talk.language, !isOneYear) : whenIn(talk, first, !isOneYear);
  return isMidnight(end)
    ? talk.say('away.from-through', { from: begin, to: fullDay(last, talk.language) })
    : talk.say('away.from-to', { from: begin, to: fullMoment(end, talk.language) });
}

/** From when on, or when somebody is back, as one says it now: as a day where that is its beginning. */
export function startInWords(talk: Talk, at: number): string {
  const moment = momentOf(talk, at);
  return isMidnight(moment) ? dateInWords(moment.toPlainDate(), talk.language) : sayMoment(talk, at);
}

/** When somebody is back, as a day where they are away until its beginning. */
export function backInWords(talk: Talk, at: number): string {
  const moment = momentOf(talk, at);
  return isMidnight(moment) ? fullDay(moment, talk.language) : fullMoment(moment, talk.language);
}

/** How long something is still so: until a time, for the rest of the day, or through a day. */
export function untilInWords(talk: Talk, at: number): string {
  const moment = momentOf(talk, at);
  if (!isMidnight(moment)) return talk.say('away.until', { back: sayMoment(talk, at) });
  const last = moment.subtract({ minutes: 1 }).toPlainDate();
  if (last.equals(talk.now.toPlainDate())) return talk.say('away.rest-of-today');
  return talk.say('away.through', { day: dateInWords(last, talk.language) });
}

function withinDay(talk: Talk, first: Moment, end: Moment): string {
  const [day, from] = [fullDay(first, talk.language), timeInWords(first, talk.language)];
  const to = isMidnight(end) ? '24:00' : timeInWords(end, talk.language);
  if (!isMidnight(first)) return talk.say('away.day-from-to', { day, from, to });
  return isMidnight(end) ? day : talk.say('away.day-until', { day, to });
}

function whenIn(talk: Talk, moment: Moment, withYear: boolean): string {
  return talk.say('away.day-at', {
    day: dayOf(moment, talk.language, withYear),
    time: timeInWords(moment, talk.language),
  });
}

function momentOf({ playbook, now }: Talk, at: number): Moment {
  return instantIn(playbook, at) ?? now;
}

function isMidnight(moment: Moment): boolean {
  return moment.equals(moment.startOfDay());
}
