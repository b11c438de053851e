import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import { LOCALE_TAGS, say } from '../../locales/say.ts';
import { dayInWords } from '../words/moment.ts';

/** What times are said by. */
export interface TimeSetting {
  readonly playbook: Pick<Playbook, 'timezone'>;
  readonly language: Language;
  readonly now: Temporal.ZonedDateTime;
}

/** Languages in which a whole hour is said without its minutes: "10–14". */
const BARE_HOURS: ReadonlySet<Language> = new Set(['sv', 'nb', 'nl']);

/**
 * A span as one says it, with its day: "lördag 29 oktober 10–14", "Saturday 29 October 10:00–14:00". Never "today": a
 * notice is read on other days than the one on which it was written.
 */
export function spanInWords(setting: TimeSetting, from: Millis, to: Millis): string {
  const [begin, end] = [zoned(setting, from), zoned(setting, to)];
  const isMidnight = end.toPlainTime().equals(Temporal.PlainTime.from('00:00')) && to > from;
  const lastDay = isMidnight ? end.subtract({ days: 1 }) : end;
  const isBare = BARE_HOURS.has(setting.language) && begin.minute === 0 && end.minute === 0;
  const times = { from: clock(begin, isBare), to: isMidnight ? midnight(isBare) : clock(end, isBare) };
  const day = dayOf(setting, begin);
  return begin.toPlainDate().equals(lastDay.toPlainDate())
    ? say(setting.language, 'notice.span-day', { day, ...times })
    : say(setting.language, 'notice.span-days', { day, ...times, lastDay: dayOf(setting, lastDay) });
}

/** An instant with its day: "lördag 29 oktober kl. 10:42". */
export function atInWords(setting: TimeSetting, at: Millis): string {
  const moment = zoned(setting, at);
  return say(setting.language, 'notice.moment', { day: dayOf(setting, moment), time: clock(moment, false) });
}

/** An instant in few letters: "10:42" where its day is clear, else "29 okt. 10:42". */
export function shortAt(setting: TimeSetting, at: Millis, day: Millis): string {
  const [moment, clear] = [zoned(setting, at), zoned(setting, day)];
  const time = clock(moment, false);
  if (moment.toPlainDate().equals(clear.toPlainDate())) return time;
  const options = { day: 'numeric', month: 'short' } as const;
  return `${moment.toLocaleString(LOCALE_TAGS[setting.language], options)} ${time}`;
}

/** The time alone: "13:00". */
export function clockInWords(setting: TimeSetting, at: Millis): string {
  return clock(zoned(setting, at), false);
}

function zoned({ playbook }: TimeSetting, at: Millis): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
}

/** "lördag 29 oktober", with the year where it is another one. */
function dayOf({ language, now }: TimeSetting, moment: Temporal.ZonedDateTime): string {
  const weekday = moment.toLocaleString(LOCALE_TAGS[language], { weekday: 'long' });
  return `${weekday} ${dayInWords(moment, language, moment.year !== now.year)}`;
}

function clock({ hour, minute }: Temporal.ZonedDateTime, isBare: boolean): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  return isBare ? two(hour) : `${two(hour)}:${two(minute)}`;
}

/** The end of a day is said as such, and not as the beginning of the next. */
function midnight(isBare: boolean): string {
  return isBare ? '24' : '24:00';
}
