import Holidays from 'date-holidays';
import type { Language } from '../../domain/organisation/language.ts';
import { LOCALE_TAGS, say } from '../../locales/say.ts';

/** How date-holidays calls our languages. */
const NAMED_IN: Readonly<Record<Language, string>> = { sv: 'sv', nb: 'no', nl: 'nl', en: 'en' };
const NIGHT_ENDS = 6;
const NIGHT_BEGINS = 22;

interface SpecialDay {
  readonly name: string;
  readonly isPublic: boolean;
}

const years = new Map<string, ReadonlyMap<string, SpecialDay>>();

/** Why few are at work at a moment: "Christmas Eve, the day before a public holiday". Null when nothing is special. */
export function whySpecial(country: string, at: Temporal.ZonedDateTime, language: Language): string | null {
  const today = at.toPlainDate();
  const day = specialDay(country, today, language);
  const isRed = day?.isPublic === true;
  const isEve = specialDay(country, today.add({ days: 1 }), language)?.isPublic === true;
  const reasons = [
    day?.name ?? (isChristmasEve(today) ? say(language, 'playground.christmas-eve') : null),
    isRed ? say(language, 'reason.public-holiday') : null,
    isEve && !isRed ? say(language, 'hours.before-red-day', { count: 1 }) : null,
    today.dayOfWeek >= 6 && !isRed ? say(language, 'reason.weekend') : null,
    at.hour < NIGHT_ENDS || at.hour >= NIGHT_BEGINS ? say(language, 'playground.night') : null,
  ].filter((reason) => reason !== null);
  return reasons.length === 0 ? null : capital(reasons.join(', '), language);
}

function specialDay(country: string, day: Temporal.PlainDate, language: Language): SpecialDay | undefined {
  const id = `${country}|${day.year}|${language}`;
  const known = years.get(id) ?? daysOf(country, day.year, language);
  years.set(id, known);
  return known.get(day.toString());
}

/** Public holidays, and the eves that the library counts as half free: only for what they are called. */
function daysOf(country: string, year: number, language: Language): ReadonlyMap<string, SpecialDay> {
  const days = new Map<string, SpecialDay>();
  for (const { date, name, type } of new Holidays(country).getHolidays(year, NAMED_IN[language])) {
    const day = date.slice(0, 10);
    if (type === 'public' || (type === 'bank' && !days.has(day)))
      days.set(day, { name, isPublic: type === 'public' });
  }
  return days;
}

function isChristmasEve({ month, day }: Temporal.PlainDate): boolean {
  return month === 12 && day === 24;
}

function capital(text: string, language: Language): string {
  return text.slice(0, 1).toLocaleUpperCase(LOCALE_TAGS[language]) + text.slice(1);
}
