import type { Language } from '../../domain/organisation/language.ts';
import { LOCALE_TAGS } from '../../locales/say.ts';

const MONDAY = '2026-06-01';
const known = new Map<string, string>();

/** The name of a weekday, 1 for Monday to 7 for Sunday. */
export function weekdayInWords(weekday: number, language: Language, form: 'long' | 'short'): string {
  return remember(`${language} day ${weekday} ${form}`, () =>
    Temporal.PlainDate.from(MONDAY)
      .add({ days: weekday - 1 })
      .toLocaleString(LOCALE_TAGS[language], { weekday: form }),
  );
}

/** The short name of a month, 1 to 12. */
export function monthInWords(month: number, language: Language): string {
  return remember(`${language} month ${month}`, () =>
    Temporal.PlainDate.from(MONDAY).with({ month }).toLocaleString(LOCALE_TAGS[language], { month: 'short' }),
  );
}

/** Formatting a date costs a hundred times a look-up, and a year's picture asks thousands of times. */
function remember(key: string, make: () => string): string {
  const text = known.get(key) ?? make();
  known.set(key, text);
  return text;
}
