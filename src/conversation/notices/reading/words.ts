import type { Language } from '../../../domain/organisation/language.ts';

// The words of days and times in the four languages, in small letters without accents: "lörd" is written "lord" here.

/** Monday first. */
const WEEKDAYS: readonly string[] = [
  'mandag(?:en|s)?|maandag|monday|mon|man',
  'tisdag(?:en|s)?|tirsdag(?:en)?|dinsdag|tuesday|tues|tue|tis|tir',
  'onsdag(?:en|s)?|woensdag|wednesday|wed|ons',
  'torsdag(?:en|s)?|donderdag|thursday|thurs|thur|thu|tors|tor',
  'fredag(?:en|s)?|vrijdag|friday|fri|fre',
  'lordag(?:en|s)?|zaterdag|saturday|sat|lor|lord',
  'sondag(?:en|s)?|zondag|sunday|sun|son|sond',
];
/** Two letters, which mean a day before its date only; in English and Dutch some of them are words besides. */
const SHORT_WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  sv: ['ma', 'ti', 'on', 'to', 'fr', 'lo', 'so'],
  nb: ['ma', 'ti', 'on', 'to', 'fr', 'lo', 'so'],
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  en: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'],
};

const MONTHS: readonly string[] = [
  'januari|january|januar|jan',
  'februari|february|februar|feb|febr',
  'mars|maart|march|mar|mrt',
  'april|apr',
  'maj|mai|mei|may',
  'juni|june|jun',
  'juli|july|jul',
  'augusti|augustus|august|aug',
  'september|sept|sep',
  'oktober|october|okt|oct',
  'november|nov',
  'december|desember|dec|des',
];

export const WEEKDAY = WEEKDAYS.join('|');
export const MONTH = MONTHS.join('|');

/** What stands between the beginning of a time and its end. */
export const DASHES = '-|‐|‑|‒|–|—|−|~';
export const RANGE = `${DASHES}|till|til|tot|to|until|t\\.?o\\.?m\\.?`;
export const BETWEEN = 'mellan|mellom|tussen|between';
export const BETWEEN_AND = 'och|og|en|and';
export const CLOCK = 'kl\\.?|klokken|klockan|at|om';

export const TODAY = 'i ?dag|today|vandaag|i ?kvall|i ?kveld|tonight|vanavond';
export const TOMORROW = 'i ?morgon|i ?morgen|morgen|tomorrow';
export const AFTER_TOMORROW =
  'i ?overmorgon|i ?overmorgen|overmorgen|the day after tomorrow|day after tomorrow';
export const YESTERDAY = 'i ?gar|gisteren|yesterday';
/** "Next Saturday" is this week's for some and next week's for others. */
export const UNCLEAR_NEXT = 'nasta|neste|volgende|next';
export const COMING =
  'pa|on|op|a\\.s\\.|this|nu pa|kommande|forstkommende|denna|denne|komende|aanstaande|deze|coming';

/** All of a window's days: "support by phone 10–16 both days". */
export const EVERY_DAY =
  'bada dagarna|bada dagar|begge dager|begge dagene|beide dagen|both days|alla dagar|alla dagarna|alle dager|alle dagen|all days|varje dag|hver dag|elke dag|every day|each day|iedere dag';

/** 1 for Monday to 7; null: no weekday. @param before whether a date follows, so that two letters may mean one */
export function weekdayOf(word: string, language: Language, before: 'a date' | 'anything'): number | null {
  const found = WEEKDAYS.findIndex((names) => new RegExp(`^(?:${names})$`).test(word));
  if (found >= 0) return found + 1;
  const short = before === 'a date' ? SHORT_WEEKDAYS[language].indexOf(word) : -1;
  return short < 0 ? null : short + 1;
}

/** The two letters by which a language's days may be called. */
export function shortWeekdays(language: Language): string {
  return SHORT_WEEKDAYS[language].join('|');
}

/** 1 to 12. */
export function monthOf(word: string): number {
  return MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`).test(word)) + 1;
}

/** Words that say nothing about what is hit. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    'och og en and i pa in op at the de det den hos ved for av samt med plus kl klockan klokken uur om om van vid ' +
    'kommun kommuner kommunen kommune kommuner kommunene gemeente gemeenten municipality municipalities ' +
    'system systemet systemen systemer systemene systemen systems nere nede ner down avbrott avbrudd both'
  ).split(' '),
);
const ALL = 'alla|alle|allt|alt|alles|all|everything|hela|hele|heel|every';
const SYSTEMS = 'system|systemen|systemer|systemene|systems|tjanster|tjenester|diensten|services';
const PLACES =
  'kommuner|kommunerna|kommunen|kommuner|kommunene|kommune|gemeenten|gemeente|municipalities|platser|steder|locaties|places|sites|enheter|units|everywhere|organisationen|organisasjonen|organisatie|organisation';

/** Everything is hit, whatever it is. */
export const EVERYTHING = new RegExp(
  `(?<!\\p{L})(?:(?:${ALL}) (?:${SYSTEMS})|allt|alt|alles|everything|alla|alle)(?!\\p{L})`,
  'u',
);
/** Everybody is hit, wherever they are. */
export const ANYWHERE = new RegExp(
  `(?<!\\p{L})(?:(?:${ALL}) (?:${PLACES})|overallt|over alt|overalt|overal|everywhere)(?!\\p{L})`,
  'u',
);
