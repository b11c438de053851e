import type { Language } from '../../../domain/organisation/language.ts';
import { DASHES, MONTH, RANGE, shortWeekdays, WEEKDAY, weekdayOf } from '../../notices/reading/words.ts';
import { daysOfMonth, feasts, weeks } from './calendar-words.ts';
import { BY, END, NUMBER, numberOf } from './words.ts';

const ENGLISH_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const NTH = '(?:\\.|:?[ea]|st|nd|rd|th|ste|de)?';
const CLOCKS = 'till|til|tot|until|kl\\.?|klockan|klokken|at|om|by|before|fore|innen';
const UNITS =
  'timmar|timme|timmen|tim|timer|time|hours|hour|uren|uur|minuter|minut|minutter|minutt|minutes|minute|minuten|minuut|min|dagar|dag|dager|days|day|dagen|veckor|vecka|uker|uke|weeks|week|weken';

type Rewrite = readonly [pattern: string, to: string | ((...groups: string[]) => string)];

/**
 * Words of a period in a form that needs no more than days, times and "till": what the calendar says (a week, a feast, "the
 * 4th") becomes days as `2026-12-07`, what is run together is taken apart, and numbers become digits.
 * @param text in small letters without accents
 */
export function speltOut(text: string, language: Language, today: Temporal.PlainDate): string {
  const rewrites: readonly Rewrite[] = [
    ...together(language),
    ...clocks(),
    ...ranges(language),
    ...weeks(today),
    ...feasts(today),
    ...daysOfMonth(today),
  ];
  return rewrites.reduce(
    (words, [pattern, to]) =>
      words.replace(new RegExp(pattern, 'gu'), (...found) => {
        const groups = found.slice(
          0,
          found.findIndex((part) => typeof part === 'number'),
        );
        return typeof to === 'string' ? to : to(...groups.map((part) => part ?? ''));
      }),
    text,
  );
}

function together(language: Language): readonly Rewrite[] {
  return [
    [`t/m`, ' till '],
    [
      `${BY}(${WEEKDAY})(ochtend|morgen|middag|avond)${END}`,
      (_, day = '', part = '') => `${day} ${partOf(part)}`,
    ],
    [`${BY}morgen(ochtend|middag|avond)${END}`, (_, part = '') => `tomorrow ${part}`],
    [`${BY}(?:van|deze )(ochtend|morgen|middag|avond)${END}`, (_, part = '') => `today ${partOf(part)}`],
    [`${BY}this (morning|afternoon|evening)${END}`, (_, part = '') => `today ${part}`],
    [`${BY}(?:tonight|i ?kvall|i ?kveld)${END}`, 'today evening'],
    [`${BY}i (formiddag|eftermiddag|ettermiddag)${END}`, (_, part = '') => `today ${part}`],
    [`${BY}(${WEEKDAY}) (?:morgon|morgen)${END}`, (_, day = '') => `${day} forenoon`],
    ...(language === 'sv' ? ([[`${BY}fm\\.?${END}`, 'forenoon']] as const) : []),
  ];
}

function partOf(part: string): string {
  return part === 'morgen' ? 'ochtend' : part;
}

function clocks(): readonly Rewrite[] {
  return [
    [`${BY}half past (${NUMBER}|\\d{1,2})${END}`, (_, hour = '') => `${numberOf(hour)}:30`],
    [
      `${BY}hal[vf] (${NUMBER}|\\d{1,2})${END}(?! (?:timme|time|uur lang|hour))`,
      (_, hour = '') => `${(numberOf(hour) + 11) % 12 || 12}:30`,
    ],
    [
      `${BY}(${CLOCKS})((?: kl\\.?| klockan| klokken)?) (?:etter |efter |na |after )?(?:de )?(?:lunchen|lunch|lunsj|lunsjen)${END}`,
      'till 13:00',
    ],
    [`${BY}(?:noon|midday)${END}`, '12:00'],
    [`${BY}(?:midnight|midnatt|middernacht)${END}`, '24:00'],
    [
      `${BY}(${CLOCKS}) (${NUMBER})(?= uur${END}|\\s*[,.!]?\\s*$)`,
      (_, lead = '', hour = '') => `${lead} ${numberOf(hour)}`,
    ],
    [`${BY}(${NUMBER}|an|a) (${UNITS})${END}`, (_, count = '', unit = '') => `${numberOf(count)} ${unit}`],
  ];
}

function ranges(language: Language): readonly Rewrite[] {
  const short = shortWeekdays(language);
  const full = (word: string): string => ENGLISH_DAYS[(weekdayOf(word, language, 'a date') ?? 1) - 1] ?? word;
  return [
    [
      `(?<![\\d.:/])(\\d{1,2})${NTH}\\s*(?:${RANGE})\\s*(\\d{1,2})${NTH}\\s*(?:of )?(${MONTH})${END}`,
      (_, first = '', last = '', month = '') => `${first} ${month} till ${last} ${month}`,
    ],
    [
      `${BY}(${WEEKDAY}|${short})\\.?\\s*(?:${DASHES}|till|til|tot|to)\\s*(${WEEKDAY}|${short})${END}(?![.:]?\\s*\\d)`,
      (_, first = '', last = '') => `${full(first)} till ${full(last)}`,
    ],
    // "22.12–26.12" and "7.1.": a time of the day has minutes that end in 0 or 5, and no dot behind it.
    [
      '(?<![\\d.:/])(?<!kl\\.? ?|klokken |klockan )([0-3]?\\d)\\.(0?[1-9]|1[0-2])(?:\\.(?=\\s|$|\\D)|(?<!\\.(?:05|10))(?![\\d:.]))',
      (whole, day = '', month = '') =>
        whole.endsWith('.') || month.length === 2 ? `${day}/${month}` : whole,
    ],
    // "22-12 t/m 26-12", but "10-12" are times.
    [
      '(?<![\\d-])(\\d{1,2})-(\\d{1,2})(?!\\d|-)(\\s*(?:till|tot en met|tot|en|en met)\\s*)(\\d{1,2})-(\\d{1,2})(?!\\d|-)',
      (_, d1 = '', m1 = '', between = '', d2 = '', m2 = '') => `${d1}/${m1}${between}${d2}/${m2}`,
    ],
  ];
}
