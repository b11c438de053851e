import { dutySpans } from '../../domain/duties/due.ts';
import type { HoursCalendar, HoursException } from '../../domain/hours/day-plan.ts';
import { type DayNumber, dayNumber } from '../../domain/hours/days.ts';
import type { HoursNotation, Span } from '../../domain/hours/notation.ts';
import { parseHours } from '../../domain/hours/parse.ts';
import { type HoursState, schedule } from '../../domain/hours/schedule.ts';
import type { OrganisationCalendar } from '../../domain/organisation/calendar.ts';
import type { Timeline } from '../../domain/timeline/timeline.ts';
import { redDays } from '../red-days.ts';
import type { ContactFile, PlaybookFile } from '../schema/playbook.ts';

const ALWAYS = parseHours('24/7');

/** Contacts that keep the same hours in the same zone and country share one timeline. */
export class HoursShelf {
  readonly #content: PlaybookFile;
  readonly #timelines = new Map<string, Timeline<HoursState>>();
  readonly #redDays = new Map<string, (day: DayNumber) => boolean>();

  constructor(content: PlaybookFile) {
    this.#content = content;
  }

  /** The organisation's own days, and the hours within which planned work disturbs most. */
  calendar(): OrganisationCalendar {
    const { timezone, notices } = this.#content;
    const core = notices['core-hours'];
    return {
      isRedDay: this.#isRedDay(undefined),
      coreHours: core === undefined ? null : this.#schedule(undefined, core, timezone),
    };
  }

  /** Named hours by the organisation's own zone and days. */
  ownHours(name: string): Timeline<HoursState> {
    return this.#schedule(undefined, name, this.#content.timezone);
  }

  /** Within which of named hours a duty is to be done, day by day. */
  dutySpans(name: string): (day: DayNumber) => readonly Span[] {
    const calendar = this.#calendarOf(undefined, name);
    return (day) => dutySpans(this.#notation(name), calendar, day);
  }

  of(contact: ContactFile, name: string): Timeline<HoursState> {
    const zone = contact.timezone ?? this.#content.timezone;
    const key = `${name}|${zone}|${contact.country ?? ''}`;
    const timeline = this.#timelines.get(key) ?? this.#schedule(contact.country, name, zone);
    this.#timelines.set(key, timeline);
    return timeline;
  }

  #schedule(country: string | undefined, name: string, zone: string): Timeline<HoursState> {
    return schedule(this.#notation(name), this.#calendarOf(country, name), zone);
  }

  #notation(name: string): HoursNotation {
    return this.#content.hours[name] ?? ALWAYS;
  }

  #calendarOf(country: string | undefined, name: string): HoursCalendar {
    const exceptions = this.#content.exceptions
      .filter((exception) => exception.hours.includes(name))
      .map(compileException);
    return { isRedDay: this.#isRedDay(country), exceptions };
  }

  #isRedDay(country: string | undefined): (day: DayNumber) => boolean {
    const { holidays } = this.#content;
    const dates = (list: readonly { date: string }[]) => list.map(({ date }) => date);
    const own = {
      country: holidays.country,
      region: holidays.region,
      add: dates(holidays.add),
      remove: dates(holidays.remove),
    };
    const isRed =
      this.#redDays.get(country ?? '') ??
      redDays(country === undefined ? own : { country, add: [], remove: [] });
    this.#redDays.set(country ?? '', isRed);
    return isRed;
  }
}

function compileException(exception: PlaybookFile['exceptions'][number]): HoursException {
  const day = (text: string | undefined) => dayNumber(Temporal.PlainDate.from(text ?? exception.date ?? ''));
  return { from: day(exception.from), to: day(exception.to), spans: exception.open };
}
