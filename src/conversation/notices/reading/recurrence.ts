import { RRuleTemporal } from 'rrule-temporal';
import { NOTICE_LIMITS } from '../../../domain/notices/notice.ts';
import { NotUnderstood } from './faults.ts';
import type { Line } from './line.ts';
import { WEEKDAY, weekdayOf } from './words.ts';

/** Occurrences of one rule that are planned at most. */
export const MOST_OCCURRENCES = 40;

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const ORDINALS: readonly (readonly [string, number])[] = [
  ['forsta|forste|eerste|first|1st|1:a|1e', 1],
  ['andra|andre|tweede|second|2nd|2:a|2e', 2],
  ['tredje|derde|third|3rd|3:e|3e', 3],
  ['fjarde|fjerde|vierde|fourth|4th|4:e|4e', 4],
  ['sista|siste|laatste|last', -1],
];
const ORDINAL = ORDINALS.map(([words]) => words).join('|');
const EVERY = 'varje|var|hver|hvert|elke|iedere|every|each';
const OTHER = 'varannan|annenhver|annen hver|hver annen|om de|om de andere|every other|every second';
const MONTHLY =
  '(?:i|av|of|van|in)?\\s*(?:the|de|den)?\\s*(?:varje|hver|elke|iedere|every|each)?\\s*(?:manaden|manad|maneden|maned|maand|month)';
const BY = '(?<![\\p{L}\\d])';
const END = '(?![\\p{L}\\d])';

const NTH_WEEKDAY = new RegExp(
  `${BY}(?:(?:${EVERY}|den|the|de)\\s+)*(${ORDINAL})\\s+(${WEEKDAY})\\s+${MONTHLY}${END}`,
  'u',
);
/** Every third week, or the third of the month? */
const UNCLEAR = new RegExp(`${BY}(?:${EVERY})\\s+(?:${ORDINAL})\\s+(?:${WEEKDAY})${END}`, 'u');
const OTHER_WEEK = new RegExp(`${BY}(?:${OTHER})\\s+(${WEEKDAY})${END}`, 'u');
const EVERY_DAY = new RegExp(
  `${BY}(?:(?:${EVERY}|alla|alle)\\s+(?:dag|dagar|dager|dagen|day)|dagligen|daglig|dagelijks|daily)${END}`,
  'u',
);
const WORKING_DAYS = new RegExp(
  `${BY}(?:(?:${EVERY}|alla|alle)\\s+)?(?:vardagar|ukedager|hverdager|virkedager|werkdagen|weekdays|working days)${END}|${BY}(?:${EVERY})\\s+(?:vardag|arbetsdag|ukedag|hverdag|virkedag|arbeidsdag|werkdag|weekday|working day)${END}`,
  'u',
);
const EVERY_WEEK = new RegExp(`${BY}(?:${EVERY})\\s+(${WEEKDAY})${END}`, 'u');
const DAY_OF_MONTH = new RegExp(
  `${BY}(?:den|the|de)?\\s*(\\d{1,2})(?:\\.|:e|e|st|nd|rd|th|ste|de)?\\s+(?:i|of|van|av)?\\s*(?:varje|hver|elke|iedere|every|each)\\s+(?:manad|maned|maand|month)${END}`,
  'u',
);
const WRITTEN = /(?:rrule:)?(freq=[a-z0-9=;,+\-:]+)/u;
const UNTIL =
  /(?<!\p{L})(?:till och med|t\.?o\.?m\.?|til og med|t\.?i\.?l|tot en met|t\/m|until|through)(?!\p{L})/u;
const SPANS = /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/;
const PARTS = /^(?:FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS|WKST)=/;

/**
 * Takes how often something comes again out of a line, as an RRULE of RFC 5545: by words ("every third Thursday of the
 * month") or written as the rule. Null: it comes once.
 * @throws NotUnderstood
 */
export function takeRule(line: Line): string | null {
  const written = line.take(WRITTEN);
  if (written !== null) return checkedRule((written.groups[0] ?? '').toUpperCase().replace(/;+$/, ''));
  const nth = line.take(NTH_WEEKDAY);
  if (nth !== null) return `FREQ=MONTHLY;BYDAY=${ordinalOf(nth.groups[0])}${dayOf(nth.groups[1])}`;
  const dayOfMonth = line.take(DAY_OF_MONTH);
  if (dayOfMonth !== null) return checkedRule(`FREQ=MONTHLY;BYMONTHDAY=${Number(dayOfMonth.groups[0])}`);
  if (UNCLEAR.test(line.rest)) throw new NotUnderstood('rule-unclear');
  const other = line.take(OTHER_WEEK);
  if (other !== null) return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${dayOf(other.groups[0])}`;
  if (line.take(WORKING_DAYS) !== null) return 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
  if (line.take(EVERY_DAY) !== null) return 'FREQ=DAILY';
  const weekly = line.take(EVERY_WEEK);
  return weekly === null ? null : `FREQ=WEEKLY;BYDAY=${dayOf(weekly.groups[0])}`;
}

/** Takes the words before a last day out of a line. */
export function takeUntilWords(line: Line): boolean {
  return line.take(UNTIL) !== null;
}

/**
 * The days of a rule from a day on, within the days that a window may be announced ahead, at most `MOST_OCCURRENCES`.
 * Every other week counts from the first such weekday.
 * @throws NotUnderstood if there are none
 */
export function daysOfRule(
  rule: string,
  from: Temporal.PlainDate,
  last: Temporal.PlainDate | null,
): Temporal.PlainDate[] {
  const start = firstDay(rule, from).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' });
  const horizon = start.add({ days: NOTICE_LIMITS.daysAhead - 1 });
  const days: Temporal.PlainDate[] = [];
  try {
    const recurring = new RRuleTemporal({
      rruleString: `RRULE:${rule}`,
      strict: true,
      dtstart: start,
      temporal: Temporal,
    });
    for (const occurrence of recurring.between(start, horizon, true)) {
      const day = occurrence.toPlainDate();
      const isPast = last !== null && Temporal.PlainDate.compare(day, last) > 0;
      if (isPast || days.length === MOST_OCCURRENCES) break;
      days.push(day);
    }
  } catch {
    throw new NotUnderstood('rule-wrong', rule);
  }
  if (days.length === 0) throw new NotUnderstood('rule-never', rule);
  return days;
}

function firstDay(rule: string, from: Temporal.PlainDate): Temporal.PlainDate {
  const weekday = DAYS.indexOf(/^FREQ=WEEKLY;(?:.*;)?BYDAY=([A-Z]{2})(?:;|$)/.exec(rule)?.[1] ?? '') + 1;
  return weekday === 0 ? from : from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
}

/** Days only: the times stand in the line itself, by the wall clock. */
function checkedRule(rule: string): string {
  const parts = rule.split(';');
  const isSound = SPANS.test(rule) && parts.every((part) => PARTS.test(part) && isWithin(part));
  if (!isSound) throw new NotUnderstood('rule-wrong', rule);
  return rule;
}

/** What the library lets pass: a thirteenth month is none. */
function isWithin(part: string): boolean {
  const [, name = '', values = ''] = /^(BYMONTH|BYMONTHDAY)=(.*)$/.exec(part) ?? [];
  if (name === '') return true;
  const most = name === 'BYMONTH' ? 12 : 31;
  return values.split(',').every((value) => value !== '0' && Math.abs(Number(value)) <= most);
}

function ordinalOf(word: string | undefined): number {
  const found = ORDINALS.find(([words]) => new RegExp(`^(?:${words})$`).test(word ?? ''));
  return found?.[1] ?? 1;
}

function dayOf(word: string | undefined): string {
  return DAYS[(weekdayOf(word ?? '', 'en', 'anything') ?? 1) - 1] ?? 'MO';
}
