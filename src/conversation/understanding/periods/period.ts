import type { Language } from '../../../domain/organisation/language.ts';
import type { Millis } from '../../../domain/timeline/timeline.ts';
import { takeDates, takeWeekdays } from '../../notices/reading/dates.ts';
import { NotUnderstood, type PartFaultCode } from '../../notices/reading/faults.ts';
import { Line, MARKS } from '../../notices/reading/line.ts';
import { daysOfRule, takeRule, takeUntilWords } from '../../notices/reading/recurrence.ts';
import { COMING, MONTH, UNCLEAR_NEXT, WEEKDAY, weekdayOf } from '../../notices/reading/words.ts';
import { cleanText, cut } from '../../plain-text/clean.ts';
import { plain } from '../text.ts';
import { takeLength } from './length.ts';
import { type Edges, edgesIn, type Moments, periodOf } from './points.ts';
import { speltOut } from './spelt-out.ts';
import { BY, END } from './words.ts';

/** From `from` until `to`, which is not in it; ms. */
export interface Period {
  readonly from: Millis;
  readonly to: Millis;
}

/** What somebody wrote of when. */
export type ReadPeriod =
  | { readonly kind: 'period'; readonly period: Period }
  /** Comes again: each of its times, at most 40, the rule (RFC 5545), and the last day if one was named. */
  | {
      readonly kind: 'repeated';
      readonly periods: readonly Period[];
      readonly rule: string;
      readonly last: string | null;
    }
  /** Can be one of these; it is asked which. */
  | { readonly kind: 'ambiguous'; readonly options: readonly Period[] }
  /** The end was not said. */
  | { readonly kind: 'open'; readonly from: Millis }
  | { readonly kind: 'fault'; readonly why: PartFaultCode };

export interface PeriodContext {
  readonly language: Language;
  /** In the organisation's zone. */
  readonly now: Temporal.ZonedDateTime;
}

/** Characters that are looked at. */
const LONGEST = 400;

/**
 * When somebody is away, as people write it: "till fredag", "22–26 december", "until noon". What is unsure ends later rather
 * than earlier (scenario B3); what could be two different days is not guessed.
 */
export function readPeriod(context: PeriodContext, text: string): ReadPeriod {
  const words = withoutFalseDays(folded(cut(cleanText(text), LONGEST)), context.language);
  const today = context.now.toPlainDate();
  const unclear = unclearDay(words, today);
  try {
    if (unclear === null) return read(context, words);
    const options = unclear.flatMap((option) => {
      const found = read(context, option);
      return found.kind === 'period' ? [found.period] : [];
    });
    return { kind: 'ambiguous', options };
  } catch (cause) {
    if (cause instanceof NotUnderstood) return { kind: 'fault', why: cause.why };
    throw cause;
  }
}

function read(context: PeriodContext, words: string): ReadPeriod {
  const { language, now } = context;
  const today = now.toPlainDate();
  const repeating = new Line(words);
  const rule = takeRule(repeating);
  if (rule !== null) return repeated(context, rule, repeating);
  const line = new Line(speltOut(words, language, today));
  const length = takeLength(line, now);
  const edges = edgesIn(line, momentsOf(line, context));
  return periodOf(edges, length, now);
}

function momentsOf(line: Line, { language, now }: PeriodContext): Moments {
  const reading = { language, today: now.toPlainDate(), tense: 'ahead' } as const;
  return { days: takeDates(line, reading), weekdays: takeWeekdays(line, reading) };
}

/** "Every Friday afternoon until 20 December": the same part of each of its days. */
function repeated(context: PeriodContext, rule: string, line: Line): ReadPeriod {
  const hasLast = takeUntilWords(line);
  const today = context.now.toPlainDate();
  const rest = new Line(speltOut(unmarked(line), context.language, today));
  const moments = momentsOf(rest, context);
  const named = [...moments.days, ...moments.weekdays][0]?.day ?? null;
  const [from, last] = hasLast ? [today, named] : [named ?? today, null];
  const within: Edges = { ...edgesIn(rest, { days: [], weekdays: [] }), back: false };
  const periods = daysOfRule(rule, from, last).flatMap((day) => {
    const found = periodOf({ ...within, days: [{ at: 0, day }] }, null, context.now);
    return found.kind === 'period' ? [found.period] : [];
  });
  return { kind: 'repeated', periods, rule, last: last === null ? null : String(last) };
}

/** The same words with each of the days that "next Friday", or on a Friday "Friday", may be. Null: no such day. */
function unclearDay(words: string, today: Temporal.PlainDate): readonly string[] | null {
  const noDate = `(?!\\.?,?\\s+(?:den |the |de )?\\d{1,2}[./]|\\.?,?\\s+(?:den |the |de )?\\d{1,2}\\S{0,3}\\s+(?:${MONTH})|\\s+(?:${MONTH}))`;
  const pattern = new RegExp(
    `${BY}(?:(${UNCLEAR_NEXT}) |(?:${COMING}) )?(${WEEKDAY})\\.?${END}${noDate}(?!\\s*(?:varje|every))`,
    'u',
  );
  if (/(?<!\p{L})(?:varje|hver|hvert|elke|iedere|every|each|var|annenhver|varannan)\s/u.test(words))
    return null;
  const found = pattern.exec(words);
  if (found === null) return null;
  const weekday = weekdayOf(found[2] ?? '', 'en', 'anything') ?? 1;
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  if (found[1] === undefined && ahead > 0) return null;
  return [ahead, ahead + 7].map((days) => words.replace(pattern, String(today.add({ days }))));
}

function folded(text: string): string {
  return [...text.normalize('NFC')].map((letter) => plain(letter).slice(0, 2)).join('');
}

function unmarked({ rest }: Line): string {
  return rest.replaceAll(MARKS.date, ' ').replaceAll(MARKS.used, ' ');
}

/** "Min son", "ha fri", "man": in the other languages these short forms of English days are words of their own. */
function withoutFalseDays(words: string, language: Language): string {
  if (language === 'en') return words;
  return words.replace(
    /(?<![\p{L}]|[-–/]\s?)(?<!(?:till|til|tot) )(?:fri|man|son|sun|sat|wed)(?!\p{L}|\s?[-–/]|\.?\s?\d)/gu,
    ' ',
  );
}
