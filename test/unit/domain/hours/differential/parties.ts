import OpeningHours from 'opening_hours';
import type { HoursCalendar } from '../../../../../src/domain/hours/day-plan.ts';
import type { DayNumber } from '../../../../../src/domain/hours/days.ts';
import type { HoursNotation } from '../../../../../src/domain/hours/notation.ts';
import { parseHours } from '../../../../../src/domain/hours/parse.ts';
import { sameOpenness, schedule } from '../../../../../src/domain/hours/schedule.ts';
import { holdsUntil, type Millis } from '../../../../../src/domain/timeline/timeline.ts';
import { redDays } from '../../../../../src/playbook/red-days.ts';

export interface Country {
  readonly code: 'SE' | 'NO' | 'NL';
  readonly zone: string;
}

/** When a rule next opens or closes; null is never, `gave-up` is an error instead of an answer. */
export type NextChange = Millis | null | 'gave-up';

/** Somebody who evaluates one rule in one country. */
export interface Party {
  isOpen(at: Millis): boolean;
  nextChange(at: Millis): NextChange;
}

/** One rule in one country, read by both. */
export interface Contest {
  readonly country: Country;
  readonly rule: string;
  readonly notation: HoursNotation;
  readonly calendar: HoursCalendar;
  readonly ours: Party;
  readonly library: Party;
}

/** Our red days of a country, as a playbook without additions has them. */
export function ourRedDays({ code }: Country): (day: DayNumber) => boolean {
  return redDays({ country: code, add: [], remove: [] });
}

/** Sets up a rule for both. The library takes the process's zone: set TZ to the country's before asking it. */
export function contest(country: Country, rule: string, isRedDay: (day: DayNumber) => boolean): Contest {
  const notation = parseHours(rule);
  const calendar = { isRedDay, exceptions: [] };
  const timeline = schedule(notation, calendar, country.zone);
  const ours: Party = {
    isOpen: (at) => timeline.segmentAt(at).value.open,
    nextChange: (at) => holdsUntil(timeline, at, sameOpenness),
  };
  return { country, rule, notation, calendar, ours, library: libraryParty(country, rule) };
}

function libraryParty({ code }: Country, rule: string): Party {
  const place = { lat: 0, lon: 0, address: { country_code: code.toLowerCase(), state: '' } };
  const library = new OpeningHours(rule, place);
  const isOpen = (at: Millis) => library.getState(new Date(at));
  return { isOpen, nextChange: (at) => nextOpenOrClosed(library, at) };
}

/** The library also stops where only a comment changes, such as the name of a red day. */
function nextOpenOrClosed(library: OpeningHours, at: Millis): NextChange {
  const open = library.getState(new Date(at));
  try {
    let next = library.getNextChange(new Date(at));
    while (next !== undefined && library.getState(next) === open) next = library.getNextChange(next);
    return next?.getTime() ?? null;
  } catch (error) {
    if (!String(error).includes('infinite loop')) throw error;
    return 'gave-up';
  }
}
