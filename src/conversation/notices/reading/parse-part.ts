import type { Language, LocalText } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import type { Millis } from '../../../domain/timeline/timeline.ts';
import { cleanText } from '../../plain-text/clean.ts';
import { type NamedDay, takeDates, takeDottedDates, takeWeekdays } from './dates.ts';
import { type LineFault, NotUnderstood } from './faults.ts';
import { instantAt } from './instants.ts';
import { Line } from './line.ts';
import { daysOfRule, takeRule, takeUntilWords } from './recurrence.ts';
import { type TimeRange, takeRanges } from './times.ts';
import { namedIn, takeNames } from './what.ts';

/** Part of a window as a line of its author's tells it. */
export interface ReadPart {
  /** Empty: everything. */
  readonly services: readonly string[];
  /** Null is everywhere. */
  readonly sites: readonly string[] | null;
  readonly from: Millis;
  readonly to: Millis;
  readonly effect: LocalText;
}

/** What a line is read with. */
export interface ReadingContext {
  readonly playbook: Playbook;
  /** The author's: two letters name a day in it, and the effect is written in it. */
  readonly language: Language;
  /** When it was written, in the organisation's zone. */
  readonly now: Temporal.ZonedDateTime;
}

const MINUTES_PER_DAY = 24 * 60;

export const LINE_LIMITS = {
  /** Characters of one line. */
  line: 500,
} as const;

/** What some lines tell. */
export interface ReadParts {
  /** In the order of the lines; a line that comes again has several. */
  readonly parts: readonly ReadPart[];
  readonly faults: readonly LineFault[];
  /** Whether a line says that it comes again: then each day is a window of its own. */
  readonly recurs: boolean;
}

/** The parts that some lines tell, one a line, or what is wrong with each that cannot be used. */
export function readParts(context: ReadingContext, text: string): ReadParts {
  const lines = linesOf(text);
  const read = lines.map((line, i) => attempt(line, i + 1, () => readPart(context, line)));
  const values = read.flatMap((each) => ('value' in each ? [each.value] : []));
  return {
    parts: values.flatMap(({ parts }) => parts),
    faults: read.flatMap((each) => ('fault' in each ? [each.fault] : [])),
    recurs: values.some(({ recurs }) => recurs),
  };
}

/** The lines of a text that say something. A list's own marks are not part of them. */
export function linesOf(text: string): string[] {
  return cleanText(text)
    .split(/\n|;\s+/)
    .map((line) => line.replace(/^\s*(?:[-*•·]\s+|\d{1,2}\)\s+(?=\p{L}))/u, '').trim())
    .filter((line) => line !== '');
}

/** Runs a parser on one line; what it does not understand becomes a fault of that line. */
export function attempt<T>(
  text: string,
  line: number,
  read: () => T,
): { readonly value: T } | { readonly fault: LineFault } {
  try {
    if (text.length > LINE_LIMITS.line) throw new NotUnderstood('line-too-long', String(LINE_LIMITS.line));
    return { value: read() };
  } catch (cause) {
    if (!(cause instanceof NotUnderstood)) throw cause;
    return { fault: { line, text, why: cause.why, what: cause.what } };
  }
}

/**
 * One line: a day, from when to when, what and where, and after a colon or a dash what people notice.
 * @throws NotUnderstood
 */
function readPart(context: ReadingContext, text: string): { parts: readonly ReadPart[]; recurs: boolean } {
  const [head, effect] = withoutEffect(context, text);
  const { playbook, language, now } = context;
  const line = new Line(head);
  const named = takeNames(playbook, line);
  const rule = takeRule(line);
  const { days, range } = rule === null ? takeWhen(context, line) : takeRecurring(context, line, rule);
  const { services, sites, unknown } = namedIn(playbook, line);
  if (unknown.length > 0) throw new NotUnderstood('not-understood', unknown.join(' '));
  const hit = [...new Set([...named.services, ...(services ?? [])])];
  const where = [...new Set([...named.sites, ...(sites ?? [])])];
  if (services === null && hit.length === 0) throw new NotUnderstood('what-missing');
  if (days.length === 0) throw new NotUnderstood('date-missing');
  const about = {
    ...{ services: hit, sites: where.length === 0 ? null : where },
    effect: effect === '' ? {} : { [language]: effect },
  };
  const parts = days.map(([first, last]) => ({
    ...about,
    from: instantAt(first, range.from, now.timeZoneId, 'beginning'),
    to: instantAt(last, range.to, now.timeZoneId, 'end'),
  }));
  return { parts, recurs: rule !== null };
}

/** On which days a part begins and from which its end is counted, and the times of the day. */
interface When {
  readonly days: readonly (readonly [first: Temporal.PlainDate, last: Temporal.PlainDate])[];
  readonly range: TimeRange;
}

/** Takes the days and the times out of a line: one day, or one each for the beginning and the end. */
function takeWhen(context: ReadingContext, line: Line): When {
  const { days, range } = takeDaysAndTimes(context, line);
  const [first, last, more] = days;
  if (more !== undefined) throw new NotUnderstood('two-dates');
  if (first === undefined) return { days: [], range };
  if (last === undefined) return { days: [[first.day, first.day]], range };
  // "Saturday 22 – Sunday 06": the second day stands within the range, and says itself that the end is not on the first.
  const isRange = first.at < range.at && range.at < last.at;
  if (!isRange || Temporal.PlainDate.compare(first.day, last.day) >= 0) throw new NotUnderstood('two-dates');
  const to = range.to > MINUTES_PER_DAY ? range.to - MINUTES_PER_DAY : range.to;
  return { days: [[first.day, last.day]], range: { ...range, to } };
}

/** The same for what comes again; a day in it is the last one after "until", else the first. */
function takeRecurring(context: ReadingContext, line: Line, rule: string): When {
  const hasLast = takeUntilWords(line);
  const { days, range } = takeDaysAndTimes(context, line);
  const [named, second] = days;
  if (second !== undefined) throw new NotUnderstood('two-dates');
  const today = context.now.toPlainDate();
  const [from, last] = hasLast ? [today, named?.day ?? null] : [named?.day ?? today, null];
  line.take(/(?<!\p{L})(?:fran och med|fran|fra|from|vanaf|fr\.?o\.?m\.?|starting)(?!\p{L})/u);
  return { days: daysOfRule(rule, from, last).map((day) => [day, day]), range };
}

function takeDaysAndTimes(
  { language, now }: ReadingContext,
  line: Line,
): { days: readonly NamedDay[]; range: TimeRange } {
  const reading = { language, today: now.toPlainDate(), tense: 'ahead' } as const;
  const dated = takeDates(line, reading);
  const weekdays = takeWeekdays(line, reading);
  const [range, second] = takeRanges(line);
  const dotted = takeDottedDates(line, reading);
  if (second !== undefined) throw new NotUnderstood('two-times');
  if (range === undefined) throw new NotUnderstood('time-missing');
  return { days: [...dated, ...weekdays, ...dotted].sort((a, b) => a.at - b.at), range };
}

const COLON = /:(?=\s|$)|:(?=\p{L})/gu;
const DASH = /\s[-–—]\s+(?=\p{L})/gu;

/** What people notice stands after the first colon or dash before which the times were told. */
function withoutEffect(context: ReadingContext, text: string): readonly [head: string, effect: string] {
  const places = [...text.matchAll(COLON), ...text.matchAll(DASH)].sort((a, b) => a.index - b.index);
  const place = places.find(({ index }) => hasTimes(context, text.slice(0, index)));
  if (place === undefined) return [text, ''];
  return [text.slice(0, place.index), text.slice(place.index + place[0].length).trim()];
}

/** A dash may also stand between the beginning and the end: "Saturday 22 – Sunday 06". */
function hasTimes({ playbook, language, now }: ReadingContext, head: string): boolean {
  try {
    const line = new Line(head);
    takeNames(playbook, line);
    takeDates(line, { language, today: now.toPlainDate(), tense: 'ahead' });
    return takeRanges(line).length > 0;
  } catch (cause) {
    // What is wrong with it is said when it is read in earnest.
    if (cause instanceof NotUnderstood) return true;
    throw cause;
  }
}
