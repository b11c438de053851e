import type { Duty } from '../../../domain/duties/duty.ts';
import type { DutyRow } from '../../../domain/duties/month.ts';
import { plainDate } from '../../../domain/hours/days.ts';
import type { Fact } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { dateInWords, momentInWords, timeInWords } from '../../words/moment.ts';

/** "Save the schedules – Ullared". */
export function dutyTitle(talk: Talk, { name }: Pick<Duty, 'name'>, site: string): string {
  return talk.say('duty.title', { duty: talk.local(name), place: talk.siteName(site) ?? site });
}

/** A date with its weekday. @param date ISO */
export function dateWords(talk: Talk, date: string): string {
  return dateInWords(Temporal.PlainDate.from(date), talk.language);
}

/** The time of the day at an instant. */
export function timeWords(talk: Talk, at: number): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(talk.playbook.timezone);
  return timeInWords(moment, talk.language);
}

/** Until when it is to be done: a time of today, else with its day. Hours can go on past midnight. */
export function endInWords(talk: Talk, at: number): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(talk.playbook.timezone);
  if (moment.toPlainDate().equals(talk.now.toPlainDate()))
    return talk.say('duty.today', { time: timeWords(talk, at) });
  return momentInWords(moment, talk.now, talk.language);
}

/** When it was done and by whom: "08:12, Planner in Ullared (Anna Berg)"; with its day where that is another. */
export function doneWords(talk: Talk, { at, by, date }: Pick<DutyRow, 'at' | 'by' | 'date'>): string {
  if (at === null || by === null) return '';
  const day = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(talk.playbook.timezone)
    .toPlainDate();
  const time = timeWords(talk, at);
  const when = day.toString() === date ? time : `${dateInWords(day, talk.language)} ${time}`;
  return `${when}, ${whoWords(talk, by)}`;
}

/** The names of files, each with the day that it is about. */
export function fileFacts(
  talk: Talk,
  days: readonly { readonly day: number; readonly names: readonly string[] }[],
): Fact[] {
  return days.flatMap(({ day, names }) =>
    names.map((value) => ({ label: dateInWords(plainDate(day), talk.language), value })),
  );
}

function whoWords(talk: Talk, { contact, name }: NonNullable<DutyRow['by']>): string {
  const role = talk.playbook.contacts.get(contact)?.role;
  const words = role === undefined ? contact : talk.local(role);
  return name === null ? words : `${words} (${name})`;
}
