import Holidays from 'date-holidays';
import { type DayNumber, dayNumber, plainDate } from '../domain/hours/days.ts';

const MILLIS_PER_DAY = 86_400_000;

/** What makes a day red: a country's public holidays, and the organisation's own additions and removals. */
export interface RedDayRules {
  readonly country: string;
  readonly region?: string | undefined;
  /** ISO dates, or month and day for every year. */
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Countries with known public holidays: their own names and the English ones, by ISO code. */
const COUNTRIES = new Map(
  Object.entries(new Holidays().getCountries()).map(([code, name]): [string, string[]] => [code, [name]]),
);
for (const [code, name] of Object.entries(new Holidays().getCountries('en'))) COUNTRIES.get(code)?.push(name);

/** Whether the public holidays of a country are known. */
export function isKnownCountry(code: string): boolean {
  return COUNTRIES.has(code);
}

/** The code of a country that is called by its name, or written in small letters. */
export function countryCalled(name: string): string | undefined {
  const called = (word: string) => word.toLowerCase() === name.toLowerCase();
  return [...COUNTRIES].find(([code, names]) => [code, ...names].some(called))?.[0];
}

/** Regions of a country, empty where it has none. */
export function knownRegions(country: string): string[] {
  return Object.keys(new Holidays().getStates(country) ?? {});
}

/**
 * Whether a day is red. Only date-holidays' type `public` counts: its other types differ between countries in what
 * they mean (decision 0003).
 */
export function redDays(rules: RedDayRules): (day: DayNumber) => boolean {
  const holidays =
    rules.region === undefined ? new Holidays(rules.country) : new Holidays(rules.country, rules.region);
  const years = new Map<number, ReadonlySet<DayNumber>>();
  return (day) => {
    const { year } = plainDate(day);
    let days = years.get(year);
    if (days === undefined) {
      days = redDaysOf(holidays, rules, year);
      years.set(year, days);
    }
    return days.has(day);
  };
}

function redDaysOf(holidays: Holidays, rules: RedDayRules, year: number): ReadonlySet<DayNumber> {
  const days = new Set<DayNumber>();
  for (const holiday of holidays.getHolidays(year)) {
    if (holiday.type !== 'public') continue;
    const first = dayNumber(Temporal.PlainDate.from(holiday.date.slice(0, 10)));
    const length = Math.max(
      1,
      Math.round((holiday.end.getTime() - holiday.start.getTime()) / MILLIS_PER_DAY),
    );
    for (let day = first; day < first + length; day++) days.add(day);
  }
  for (const date of rules.remove) for (const day of inYear(date, year)) days.delete(day);
  for (const date of rules.add) for (const day of inYear(date, year)) days.add(day);
  return days;
}

function inYear(date: string, year: number): DayNumber[] {
  if (date.length === 10)
    return date.startsWith(`${year}-`) ? [dayNumber(Temporal.PlainDate.from(date))] : [];
  const [month = '1', day = '1'] = date.split('-');
  const found = Temporal.PlainYearMonth.from({ year, month: Number(month) }).daysInMonth >= Number(day);
  return found ? [dayNumber(Temporal.PlainDate.from({ year, month: Number(month), day: Number(day) }))] : [];
}
