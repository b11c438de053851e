import type { Millis } from '../domain/timeline/timeline.ts';
import type { Talk } from './talk.ts';
import { momentInWords } from './words/moment.ts';

/** An instant as one says it now, with its day where that is not today. */
export function sayMoment(talk: Talk, at: Millis): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(talk.playbook.timezone);
  const isToday = moment.toPlainDate().equals(talk.now.toPlainDate());
  const words = momentInWords(moment, talk.now, talk.language);
  return isToday ? talk.say('when.today', { time: words }) : words;
}
