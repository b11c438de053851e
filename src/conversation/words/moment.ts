import type { Language } from '../../domain/organisation/language.ts';
import { LOCALE_TAGS, say } from '../../locales/say.ts';

/** Beyond this many days a weekday alone would be ambiguous. */
const WEEKDAY_IS_ENOUGH_DAYS = 6;
/** Beyond this many days the year is said too. */
const YEAR_IS_CLEAR_DAYS = 300;

/** A moment as one says it: "16:00", "tomorrow at 08:00", "Monday at 08:00", "Monday 28 December at 08:00". */
export function momentInWords(
  moment: Temporal.ZonedDateTime,
  now: Temporal.ZonedDateTime,
  language: Language,
): string {
  const days = now.toPlainDate().until(moment.toPlainDate(), { largestUnit: 'day' }).days;
  const time = clockTime(moment, language);
  if (days === 0) return say(language, 'moment.today', { time });
  if (days === 1) return say(language, 'moment.tomorrow', { time });
  const weekday = format(moment, language, { weekday: 'long' });
  if (days > 1 && days <= WEEKDAY_IS_ENOUGH_DAYS) return say(language, 'moment.weekday', { weekday, time });
  return say(language, 'moment.date', {
    weekday,
    date: dayInWords(moment, language, Math.abs(days) > YEAR_IS_CLEAR_DAYS),
    time,
  });
}

/** A moment in full, for "as of": "Monday 23 November 2026 at 10:00". */
export function fullMoment(moment: Temporal.ZonedDateTime, language: Language): string {
  const weekday = format(moment, language, { weekday: 'long' });
  return say(language, 'moment.date', {
    weekday,
    date: dayInWords(moment, language, true),
    time: clockTime(moment, language),
  });
}

/** A day in full: "Monday 23 November 2026". */
export function fullDay(moment: Temporal.ZonedDateTime, language: Language): string {
  return dayOf(moment, language, true);
}

/** A day with its weekday: "Monday 23 November", or with its year. */
export function dayOf(moment: Temporal.ZonedDateTime, language: Language, withYear: boolean): string {
  return `${format(moment, language, { weekday: 'long' })} ${dayInWords(moment, language, withYear)}`;
}

/** "28 December", or with its year. */
export function dayInWords(moment: Temporal.ZonedDateTime, language: Language, withYear: boolean): string {
  return format(moment, language, {
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  });
}

/** A date with its weekday: "Friday 27 November". */
export function dateInWords(date: Temporal.PlainDate, language: Language): string {
  const weekday = date.toLocaleString(LOCALE_TAGS[language], { weekday: 'long' });
  return `${weekday} ${date.toLocaleString(LOCALE_TAGS[language], { day: 'numeric', month: 'long' })}`;
}

/** "November 2026". */
export function monthInWords(month: Temporal.PlainYearMonth, language: Language): string {
  return month
    .toPlainDate({ day: 1 })
    .toLocaleString(LOCALE_TAGS[language], { month: 'long', year: 'numeric' });
}

/** "16:00". */
export function timeInWords(moment: Temporal.ZonedDateTime, language: Language): string {
  return clockTime(moment, language);
}

/** A duration in the largest unit that says it without a fraction. */
export function durationInWords(duration: Temporal.Duration, language: Language): string {
  const minutes = Math.round(duration.total({ unit: 'minute', relativeTo: '2026-01-01' }));
  if (minutes % 1440 === 0) return say(language, 'duration.days', { count: minutes / 1440 });
  if (minutes % 60 === 0) return say(language, 'duration.hours', { count: minutes / 60 });
  return say(language, 'duration.minutes', { count: minutes });
}

function clockTime(moment: Temporal.ZonedDateTime, language: Language): string {
  return format(moment, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

function format(
  moment: Temporal.ZonedDateTime,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  return moment.toLocaleString(LOCALE_TAGS[language], options);
}
