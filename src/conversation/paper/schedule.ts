import type { MatterClass } from '../../domain/contacts/contact.ts';
import { answersBetween, instantIn, who } from '../../domain/contacts/who.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import type { ContactInWords, StepInWords } from '../who/answer-in-words.ts';
import type { Audience } from '../who/audience.ts';
import { answerInWords } from '../who/words.ts';
import { className } from '../words/class-name.ts';
import { dayOf, timeInWords } from '../words/moment.ts';

/** So many days are printed: a new pack comes every week. */
export const SCHEDULE_DAYS = 7;
/** Rows of one class; what changes more often than that is not read on paper. */
const MOST_ROWS = 60;

/** From when to when somebody answers. */
export interface ScheduleRow {
  readonly when: string;
  /** Why the usual ones are not there; null: they are. */
  readonly closed: string | null;
  /** Whom to call, in the order in which to try. */
  readonly steps: readonly string[];
}

/** Who answers for a class of matters in the coming days. */
export interface ScheduleInWords {
  readonly name: string;
  readonly rows: readonly ScheduleRow[];
  /** There would be more rows. */
  readonly isCut: boolean;
}

interface Asked {
  readonly class: MatterClass;
  readonly language: Language;
  readonly audience: Audience;
  readonly now: Temporal.ZonedDateTime;
}

/** From the beginning of today for a week, equal neighbours as one row. */
export function scheduleInWords(playbook: Playbook, asked: Asked): ScheduleInWords {
  const { now, language } = asked;
  const from = now.withTimeZone(playbook.timezone).startOfDay();
  const to = from.add({ days: SCHEDULE_DAYS });
  const situation = { class: asked.class, service: null, site: null, role: null };
  const segments = answersBetween(playbook, situation, from.epochMilliseconds, to.epochMilliseconds);
  const rows = joined(
    segments.map(({ start, end }) => {
      const begins = later(instantIn(playbook, start), from);
      return { ...saidAt(playbook, asked, begins), begins, ends: earlier(instantIn(playbook, end), to) };
    }),
  );
  return {
    name: className(playbook, asked.class, language),
    rows: rows.slice(0, MOST_ROWS).map(({ begins, ends, closed, steps }) => ({
      when: stretch(begins, ends, language),
      ...{ closed, steps },
    })),
    isCut: rows.length > MOST_ROWS,
  };
}

interface Row extends Omit<ScheduleRow, 'when'> {
  readonly begins: Temporal.ZonedDateTime;
  readonly ends: Temporal.ZonedDateTime;
}

function saidAt(
  playbook: Playbook,
  { class: matterClass, language, audience }: Asked,
  at: Temporal.ZonedDateTime,
): Pick<ScheduleRow, 'closed' | 'steps'> {
  const answer = who(playbook, { class: matterClass, service: null, site: null, role: null }, at);
  const { steps } = answerInWords(playbook, answer, language, audience);
  const reason = say(language, `reason.${answer.reason}`);
  return {
    closed: answer.open ? null : say(language, 'paper.closed', { reason }),
    steps: steps.map(stepLine),
  };
}

/** "If nobody answers within 10 minutes: IT-leder +47 …; IT-konsulent +47 …" */
function stepLine({ lead, heading, contacts }: StepInWords): string {
  const first = lead ?? heading;
  return `${first.replace(/[.:]$/, '')}: ${contacts.map(contactLine).join('; ')}`;
}

function contactLine({ role, phone, extension, email, url, remarks }: ContactInWords): string {
  const page = phone === null ? (url?.replace(/^https?:\/\//, '') ?? null) : null;
  const ways = [phone?.text ?? null, extension, email, page].filter((way) => way !== null);
  if (ways.length > 0) return [role, ...ways].join(' ');
  const [remark] = remarks;
  return remark === undefined ? role : `${role} (${remark.replace(/\.$/, '')})`;
}

function joined(rows: readonly Row[]): Row[] {
  const whole: Row[] = [];
  for (const row of rows) {
    const before = whole.at(-1);
    const isSame =
      before !== undefined &&
      before.closed === row.closed &&
      before.steps.join('\n') === row.steps.join('\n');
    if (isSame) whole[whole.length - 1] = { ...before, ends: row.ends };
    else whole.push(row);
  }
  return whole;
}

/** "Friday 27 November, 08:00–16:30", or with both days. Midnight at the end is the end of the day before. */
function stretch(begins: Temporal.ZonedDateTime, ends: Temporal.ZonedDateTime, language: Language): string {
  const isMidnight = ends.equals(ends.startOfDay());
  const last = isMidnight ? ends.subtract({ nanoseconds: 1 }) : ends;
  const end = isMidnight ? '24:00' : timeInWords(ends, language);
  const from = `${dayOf(begins, language, false)}, ${timeInWords(begins, language)}`;
  if (last.toPlainDate().equals(begins.toPlainDate())) return `${from}–${end}`;
  return `${from} – ${dayOf(last, language, false)}, ${end}`;
}

function later(one: Temporal.ZonedDateTime | null, other: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return one !== null && Temporal.ZonedDateTime.compare(one, other) > 0 ? one : other;
}

function earlier(one: Temporal.ZonedDateTime | null, other: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return one !== null && Temporal.ZonedDateTime.compare(one, other) < 0 ? one : other;
}
