import type { SupportTime } from '../../../domain/notices/notice.ts';
import { concerns } from '../../../domain/notices/view.ts';
import { takeDates, takeDottedDates, takeWeekdays } from './dates.ts';
import { type LineFault, NotUnderstood } from './faults.ts';
import { instantAt } from './instants.ts';
import { Line } from './line.ts';
import { attempt, linesOf, type ReadingContext, type ReadPart } from './parse-part.ts';
import { takeRanges } from './times.ts';
import { takeWhom, whomBefore } from './whom.ts';
import { EVERY_DAY } from './words.ts';

/** What the line is about anyway. */
const FILLING = /^(?:support(?:en)?|brukerstøtten?|helpdesk|ondersteuning|:|,|-|–|—|\s)+/iu;
/** What is left of two names of places that were taken. */
const LEFT = /^(?:och|og|en|and)(?=\s|$)|(?:^|\s)(?:och|og|en|and)$/giu;

/** A telephone number, which is no time: "0293-21 80 00", "+46 293 21 80 00". */
const PHONE = /(?<![\d+])(?:0\d{1,3}-\d{2,3}(?: \d{2,3}){2}|\+\d[\d -]{6,}\d)(?!\d)/g;
/** Letters of nobody's that stand for numbers while a line is read. */
const FIRST_STAND_IN = 0xe000;

/**
 * When somebody can be reached because of a window: "support by phone 10–16 both days". Without a day it is each day of
 * the parts; "Tierp: by phone 10–16" is for Tierp alone, on the days of its parts.
 */
export function readSupport(
  context: ReadingContext,
  text: string,
  parts: readonly ReadPart[],
): { readonly support: readonly SupportTime[]; readonly faults: readonly LineFault[] } {
  const read = linesOf(text).map((line, i) => attempt(line, i + 1, () => readLine(context, line, parts)));
  return {
    support: read.flatMap((each) => ('value' in each ? each.value : [])),
    faults: read.flatMap((each) => ('fault' in each ? [each.fault] : [])),
  };
}

function readLine(
  { playbook, language, now }: ReadingContext,
  written: string,
  parts: readonly ReadPart[],
): SupportTime[] {
  const phones: string[] = [];
  const text = written.replace(PHONE, (phone) =>
    String.fromCharCode(FIRST_STAND_IN + phones.push(phone) - 1),
  );
  const before = whomBefore(playbook, text.replace(FILLING, ''));
  const line = new Line(before?.rest ?? text);
  const whom = before?.whom ?? takeWhom(playbook, line);
  const reading = { language, today: now.toPlainDate(), tense: 'ahead' } as const;
  line.take(new RegExp(`(?<!\\p{L})(?:${EVERY_DAY})(?!\\p{L})`, 'u'));
  const dated = [...takeDates(line, reading), ...takeWeekdays(line, reading)];
  const [range, second] = takeRanges(line);
  const days = [...dated, ...takeDottedDates(line, reading)];
  if (range === undefined) throw new NotUnderstood('time-missing');
  if (second !== undefined) throw new NotUnderstood('two-times');
  if (days.length > 1) throw new NotUnderstood('two-dates');
  const rest = line.restSpelt
    .replace(/\s+/g, ' ')
    .replace(FILLING, '')
    .replace(/[\s,:–—-]+$/gu, '')
    .replace(LEFT, '')
    .replace(/[\ue000-\uf8ff]/g, (letter) => phones[letter.charCodeAt(0) - FIRST_STAND_IN] ?? '')
    .trim();
  const how = rest === '' ? {} : { [language]: rest };
  const place = { sites: whom.sites, services: whom.services.length === 0 ? null : whom.services };
  const theirs = parts.filter((part) => concerns(playbook, part, place));
  const meant = days.length === 0 ? daysOf(theirs, now.timeZoneId) : days.map(({ day }) => day);
  if (meant.length === 0) throw new NotUnderstood('date-missing');
  return meant.map((day) => ({
    ...(whom.services.length > 0 && { services: whom.services }),
    ...(whom.sites !== null && { sites: whom.sites }),
    from: instantAt(day, range.from, now.timeZoneId, 'beginning'),
    to: instantAt(day, range.to, now.timeZoneId, 'end'),
    text: how,
  }));
}

/** The days on which the parts begin, each once. */
function daysOf(parts: readonly Pick<ReadPart, 'from'>[], zone: string): Temporal.PlainDate[] {
  const days = parts.map(({ from }) =>
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate(),
  );
  const unique = new Map(days.map((day) => [String(day), day]));
  return [...unique.values()].sort(Temporal.PlainDate.compare);
}
