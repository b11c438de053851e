import { dutyDay } from '../../../domain/duties/due.ts';
import type { Duty } from '../../../domain/duties/duty.ts';
import { countsOf, type DutyMonth, type DutyRow, monthBefore, rowsOf } from '../../../domain/duties/month.ts';
import { dayNumber } from '../../../domain/hours/days.ts';
import type { Action } from '../../actions.ts';
import type { Choice, Fact, NoticeMessage } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { monthInWords } from '../../words/moment.ts';
import { doneChoice, parted } from './card.ts';
import { dateWords, doneWords, dutyTitle } from './words.ts';

const COUNTED = ['done', 'late', 'missed', 'open', 'unknown', 'coming'] as const;

/** "My duties": the present month of the only one, or which one. */
export function tellDuties(talk: Talk): void {
  const month = presentMonth(talk);
  const mine = (talk.event.known.duties ?? []).filter((each) => each.month === month);
  const [first, ...others] = mine;
  if (first === undefined) return talk.note('duty.none');
  if (others.length === 0) return void tellMonth(talk, first);
  const choices = mine.flatMap(({ duty, site }): Choice[] => {
    const rule = talk.playbook.duties.get(duty);
    if (rule === undefined) return [];
    return [talk.offer(dutyTitle(talk, rule, site), { do: 'duty-month', duty, site, month })];
  });
  talk.tell({ kind: 'ask', text: talk.say('duty.which'), hint: null, picture: false, choices });
}

/** A month of a unit's duty, day by day. False: it is not known to whoever asks. */
export function tellMonth(
  talk: Talk,
  wanted: Pick<Extract<Action, { do: 'duty-month' }>, 'duty' | 'site' | 'month'>,
): boolean {
  const duty = talk.playbook.duties.get(wanted.duty);
  const known = talk.event.known.duties?.find(
    ({ duty: id, site, month }) => id === wanted.duty && site === wanted.site && month === wanted.month,
  );
  if (duty === undefined || known === undefined) return false;
  const about = { now: talk.now.epochMilliseconds, since: firstKnown(talk, known) };
  const rows = rowsOf(duty, talk.playbook.timezone, known, about);
  const past = rows.filter(({ state }) => state !== 'coming');
  talk.tell({
    ...{ kind: 'notice', title: dutyTitle(talk, duty, known.site), tone: 'plain', latest: null, history: [] },
    marks: [monthInWords(Temporal.PlainYearMonth.from(known.month), talk.language)],
    ...{ facts: countFacts(talk, rows), advice: [], choices: choicesOf(talk, duty, known) },
    parts: weeksOf(talk, past),
  });
  return true;
}

/** The first day of which anything is known, this month or in the one before. */
function firstKnown({ event }: Talk, { duty, site }: DutyMonth): string | null {
  const months = event.known.duties?.filter((each) => each.duty === duty && each.site === site) ?? [];
  return months.flatMap(({ days }) => Object.keys(days)).toSorted()[0] ?? null;
}

function countFacts(talk: Talk, rows: readonly DutyRow[]): Fact[] {
  const counts = countsOf(rows);
  return COUNTED.filter((state) => counts[state] > 0).map((state) => ({
    label: talk.say(`duty.state-${state}`),
    value: String(counts[state]),
  }));
}

/** Day by day, under its week. */
function weeksOf(talk: Talk, rows: readonly DutyRow[]): NoticeMessage['parts'] {
  const weeks = Map.groupBy(rows, ({ date }) => Temporal.PlainDate.from(date).weekOfYear ?? 0);
  return [...weeks].flatMap(([week, days]) =>
    parted(
      talk.say('duty.week', { week }),
      days.map((row) => ({ label: dateWords(talk, row.date), value: rowInWords(talk, row) })),
    ),
  );
}

function rowInWords(talk: Talk, row: DutyRow): string {
  const words = talk.say(`duty.state-${row.state}`);
  const done = doneWords(talk, row);
  return done === '' ? words : `${words}: ${done}`;
}

function choicesOf(talk: Talk, duty: Duty, { site, month }: DutyMonth): Choice[] {
  const before = monthBefore(month);
  const isKnown =
    talk.event.known.duties?.some((each) => each.site === site && each.month === before) === true;
  const open = openDay(talk, duty, site);
  return [
    ...(open === null ? [] : [doneChoice(talk, duty, { site, day: open })]),
    ...(isKnown
      ? [talk.offer(talk.say('duty.month-before'), { do: 'duty-month', duty: duty.id, site, month: before })]
      : []),
  ];
}

/** The day that can be done now: yesterday's too, while its hours go on past midnight, and today's until it is over. */
function openDay({ playbook, now, event }: Talk, duty: Duty, site: string): string | null {
  const today = now.toPlainDate();
  const months = event.known.duties?.filter((each) => each.duty === duty.id && each.site === site) ?? [];
  const isOpen = (day: Temporal.PlainDate): boolean => {
    const due = dutyDay(duty, playbook.timezone, dayNumber(day));
    return due !== null && (day.equals(today) || due.ends > now.epochMilliseconds);
  };
  // On the first of a month yesterday stands in the month before.
  const isDone = (day: Temporal.PlainDate): boolean =>
    months.some(({ days }) => (days[day.toString()]?.at ?? null) !== null);
  const days = [today.subtract({ days: 1 }), today];
  return days.find((day) => isOpen(day) && !isDone(day))?.toString() ?? null;
}

function presentMonth({ now }: Talk): string {
  return now.toPlainDate().toPlainYearMonth().toString();
}
