import { type HoursCalendar, planDay } from '../../../../../src/domain/hours/day-plan.ts';
import { type DayNumber, dayNumber } from '../../../../../src/domain/hours/days.ts';
import { covers, type HoursNotation, type HoursRule } from '../../../../../src/domain/hours/notation.ts';
import type { Millis } from '../../../../../src/domain/timeline/timeline.ts';
import { day } from '../arrange.ts';
import type { Contest, Country, NextChange } from './parties.ts';

/** Ours and the library say different things of an instant. */
export interface StateDifference {
  readonly kind: 'state';
  readonly contest: Contest;
  readonly at: Millis;
  readonly ours: boolean;
  readonly theirs: boolean;
}

/** The library names another next change than ours, and its own states agree with ours, not with its answer. */
export interface ChangeDifference {
  readonly kind: 'change';
  readonly contest: Contest;
  readonly at: Millis;
  readonly ours: NextChange;
  readonly theirs: NextChange;
}

export type Difference = StateDifference | ChangeDifference;

/** A known reason for a difference, as a predicate that holds for that reason only. */
export interface Explanation {
  readonly name: string;
  readonly holds: (difference: Difference) => boolean;
}

const HOUR = 3_600_000;
const EASTERS = ['2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21'].map(day);

/** The Dutch days on which date-holidays (`public`) and the library's table differ. */
const DUTCH = {
  goodFriday: new Set(EASTERS.map((easter) => easter - 2)),
  fifthOfMay: new Set([2025, 2026, 2027, 2028, 2029, 2030].map((year) => day(`${year}-05-05`))),
  easterSunday: new Set(EASTERS),
  whitSunday: new Set(EASTERS.map((easter) => easter + 49)),
};

export const EXPLANATIONS: readonly Explanation[] = [
  { name: 'NL: the library counts Good Friday as red', holds: dutch(DUTCH.goodFriday) },
  { name: 'NL: the library counts 5 May as red', holds: dutch(DUTCH.fifthOfMay) },
  { name: 'NL: the library does not count Easter Sunday as red', holds: dutch(DUTCH.easterSunday) },
  { name: 'NL: the library does not count Whit Sunday as red', holds: dutch(DUTCH.whitSunday) },
  {
    name: 'the library lets a rule for the day itself cut off the span that runs over midnight into it',
    holds: (it) => it.kind === 'state' && it.ours && byNight(it),
  },
  {
    name: 'the library keeps the part after midnight of a span that a later rule took away from the day before',
    holds: (it) => it.kind === 'state' && !it.ours && byNight(it),
  },
  {
    name: 'the library puts a change of the skipped hour into the hour after it',
    holds: (it) => it.kind === 'change' && isMovedPastSkip(it),
  },
  {
    name: 'the library gives up when asked in the second of the repeated hours',
    holds: (it) => it.kind === 'change' && it.theirs === 'gave-up' && isInRepeat(it, it.at),
  },
  {
    name: 'the library passes over a change in the second of the repeated hours',
    holds: (it) => it.kind === 'change' && isLater(it.theirs, it.ours) && isInRepeat(it, it.ours),
  },
];

/** Our definition gives the library's answer once these Dutch days change colour. */
function dutch(days: ReadonlySet<DayNumber>): (difference: Difference) => boolean {
  return (it) =>
    it.kind === 'state' &&
    it.contest.country.code === 'NL' &&
    openByDefinition(it, flipped(it, days)) === it.theirs;
}

/** The library's rules for midnight give its answer, and ours would not, its red days given to both. */
function byNight(it: StateDifference): boolean {
  const calendar = libraryCalendar(it);
  return openByDefinition(it, calendar) !== it.theirs && openByLibraryRules(it, calendar) === it.theirs;
}

function libraryCalendar(it: StateDifference): HoursCalendar {
  return it.contest.country.code === 'NL'
    ? flipped(it, new Set(Object.values(DUTCH).flatMap((days) => [...days])))
    : it.contest.calendar;
}

function flipped({ contest }: StateDifference, days: ReadonlySet<DayNumber>): HoursCalendar {
  const { isRedDay } = contest.calendar;
  return { isRedDay: (number) => isRedDay(number) !== days.has(number), exceptions: [] };
}

function openByDefinition({ contest, at }: StateDifference, calendar: HoursCalendar): boolean {
  const { today, minute } = wallClock(contest.country, at);
  const [plan, before] = [today, today - 1].map((number) => planDay(contest.notation, calendar, number));
  return covers(plan!.spans, minute) || covers(before!.spans, minute + 1440);
}

/** A rule that matches the day drops the earlier rules whole, with their spans from the day before. */
function openByLibraryRules({ contest, at }: StateDifference, calendar: HoursCalendar): boolean {
  const { today, minute } = wallClock(contest.country, at);
  const { rules } = contest.notation;
  const last = rules.findLastIndex((rule) => matches(rule, calendar, today));
  const fromBefore = (rule: HoursRule) =>
    matches(rule, calendar, today - 1) && covers(rule.spans, minute + 1440);
  return covers(rules[last]?.spans ?? [], minute) || rules.slice(Math.max(last, 0)).some(fromBefore);
}

function matches({ days }: HoursRule, calendar: HoursCalendar, number: DayNumber): boolean {
  const anyTime: HoursNotation = { text: '', rules: [{ days, spans: [{ from: 0, to: 1440 }] }] };
  return planDay(anyTime, calendar, number).spans.length > 0;
}

function wallClock({ zone }: Country, at: Millis): { today: DayNumber; minute: number } {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { today: dayNumber(wall.toPlainDate()), minute: wall.hour * 60 + wall.minute };
}

/** The clock change at or last before an instant, if it goes this way. */
function lastChange({ contest }: ChangeDifference, at: NextChange, way: 'forward' | 'back'): Millis | null {
  if (typeof at !== 'number') return null;
  const change = Temporal.Instant.fromEpochMilliseconds(at + 1)
    .toZonedDateTimeISO(contest.country.zone)
    .getTimeZoneTransition('previous');
  if (change === null) return null;
  const forward = change.offsetNanoseconds > change.subtract({ nanoseconds: 1 }).offsetNanoseconds;
  return forward === (way === 'forward') ? change.epochMilliseconds : null;
}

/** Ours is the moment at which the clock goes forward, theirs is up to an hour later. */
function isMovedPastSkip(it: ChangeDifference): boolean {
  const change = lastChange(it, it.theirs, 'forward');
  return change !== null && it.ours === change && Number(it.theirs) < change + HOUR;
}

function isInRepeat(it: ChangeDifference, when: NextChange): boolean {
  const change = lastChange(it, when, 'back');
  return change !== null && Number(when) < change + HOUR;
}

function isLater(theirs: NextChange, ours: NextChange): boolean {
  return typeof ours === 'number' && (theirs === null || (typeof theirs === 'number' && theirs > ours));
}
