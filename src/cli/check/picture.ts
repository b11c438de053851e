import { monthInWords, weekdayInWords } from '../../conversation/words/calendar.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { LOCALE_TAGS, say } from '../../locales/say.ts';
import type { CaseCoverage, Coverage } from '../../playbook/coverage/coverage.ts';
import { type CoveredDay, type DayKind, daysOf } from '../../playbook/coverage/days.ts';
import { patternsOf, type StretchPattern } from '../../playbook/coverage/patterns.ts';
import { caseNames } from './case-name.ts';

const SIGNS: Readonly<Record<DayKind, string>> = { open: '█', half: '▄', closed: '·', 'on-call': '◆' };
const LEGEND: Readonly<
  Record<DayKind, 'calendar.open' | 'calendar.half' | 'calendar.closed' | 'calendar.on-call'>
> = {
  open: 'calendar.open',
  half: 'calendar.half',
  closed: 'calendar.closed',
  'on-call': 'calendar.on-call',
};
/** Patterns beyond this many are counted, not listed. */
const MAX_PATTERNS = 40;

/** The weeks of every case as rows of signs, a column a week, and what falls to the last fallback. Like cases share a picture. */
export function coveragePicture(playbook: Playbook, coverage: Coverage, language: Language): string {
  const legend = (Object.keys(SIGNS) as DayKind[])
    .map((kind) => `${SIGNS[kind]} ${say(language, LEGEND[kind])}`)
    .join('   ');
  const pictures = Map.groupBy(coverage.cases, (each) => casePicture(playbook, coverage, each, language));
  const parts = [...pictures].map(([picture, cases]) =>
    [...caseNames(playbook, coverage, cases, language), picture].join('\n'),
  );
  return [`${title(playbook, coverage, language)}\n${legend}`, ...parts].join('\n\n');
}

/** "Falkenbergs kommun: who answers, 1 December 2026 to …" */
export function title(playbook: Playbook, coverage: Coverage, language: Language): string {
  const day = (at: Temporal.ZonedDateTime) =>
    at.toLocaleString(LOCALE_TAGS[language], { day: 'numeric', month: 'long', year: 'numeric' });
  return say(language, 'calendar.title', {
    name: playbook.name,
    from: day(coverage.from),
    to: day(coverage.to.subtract({ days: 1 })),
  });
}

function casePicture(playbook: Playbook, coverage: Coverage, each: CaseCoverage, language: Language): string {
  const days = daysOf(playbook, coverage, each);
  const rows = [1, 2, 3, 4, 5, 6, 7].map(
    (weekday) => `  ${weekdayName(weekday, language)} ${signs(days, weekday)}`,
  );
  const holes = each.holes.map(
    (hole) =>
      `  ${say(language, 'calendar.hole', { from: local(hole.start, playbook), to: local(hole.end, playbook) })}`,
  );
  return [
    `     ${monthLine(days, language)}`,
    ...rows,
    ...holes,
    ...fallbackLines(playbook, each, language),
  ].join('\n');
}

function fallbackLines(playbook: Playbook, each: CaseCoverage, language: Language): string[] {
  if (each.fallbackOnly.length === 0) return [];
  const patterns = patternsOf(each.fallbackOnly, playbook.timezone);
  const shown = patterns.slice(0, MAX_PATTERNS).map((pattern) => `    ${patternText(pattern, language)}`);
  const more = patterns.length > MAX_PATTERNS ? [`    … +${patterns.length - MAX_PATTERNS}`] : [];
  return [`  ${say(language, 'calendar.fallback-only')} (${each.fallbackOnly.length}):`, ...shown, ...more];
}

function patternText({ first, last, end, count }: StretchPattern, language: Language): string {
  const when =
    count === 1
      ? first.toPlainDate().toString()
      : `× ${count}, ${first.toPlainDate()} … ${last.toPlainDate()}`;
  return `${weekMoment(first, language)} – ${weekMoment(end, language)}   ${when}`;
}

function weekMoment(at: Temporal.ZonedDateTime, language: Language): string {
  return `${weekdayName(at.dayOfWeek, language)} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** One sign a week; the first and the last week may be cut. */
function signs(days: readonly CoveredDay[], weekday: number): string {
  const blank = days[0] !== undefined && days[0].date.dayOfWeek > weekday ? ' ' : '';
  return (
    blank +
    days
      .filter((day) => day.date.dayOfWeek === weekday)
      .map((day) => SIGNS[day.kind])
      .join('')
  );
}

/** The months above the weeks in which they begin. */
function monthLine(days: readonly CoveredDay[], language: Language): string {
  const offset = (days[0]?.date.dayOfWeek ?? 1) - 1;
  let line = '';
  days.forEach(({ date }, i) => {
    const column = Math.floor((i + offset) / 7);
    if (date.day === 1 && column >= line.length)
      line = line.padEnd(column) + monthInWords(date.month, language).slice(0, 3);
  });
  return line;
}

function weekdayName(weekday: number, language: Language): string {
  return weekdayInWords(weekday, language, 'short').slice(0, 2);
}

function local(at: number, playbook: Playbook): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(playbook.timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
