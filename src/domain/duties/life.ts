import type { DayNumber } from '../hours/days.ts';
import type { Millis } from '../timeline/timeline.ts';
import { type DutyDay, dayAt, dutyDay, nextDutyDay } from './due.ts';
import type { Duty } from './duty.ts';

/** How far it has come with a day. */
export type DutyStage = 'reminded' | 'again' | 'missed' | 'done';

/** What is remembered of a unit's duty: the newest day that was begun. Plain data. */
export interface DutyState {
  /** Null: none yet. */
  readonly day: DayNumber | null;
  readonly stage: DutyStage;
}

export const NEW_DUTY: DutyState = { day: null, stage: 'done' };

/** What people are told of a day. */
export interface DutyNews {
  readonly what: 'remind' | 'again' | 'missed';
  readonly day: DayNumber;
}

/** Where a duty stands now, what is to be told, and when to look again (null: never). */
export interface DutyStep {
  readonly state: DutyState;
  readonly news: readonly DutyNews[];
  readonly next: Millis | null;
}

type Rule = Pick<Duty, 'spansOn' | 'againMs'>;

/**
 * Takes a unit's duty to the present. Each day is begun once, said again once, and missed or done once, however often and
 * however late it is asked. Of days that went by wholly while nobody asked nothing is told.
 */
export function advance(duty: Rule, zone: string, state: DutyState, now: Millis): DutyStep {
  const open = ofOpenDay(duty, zone, state, now);
  if (open.next !== null) return open;
  const before = open.state.day;
  const earliest = dayAt(now, zone) - 1;
  let coming = nextDutyDay(duty, zone, before === null ? earliest : Math.max(earliest, before + 1));
  while (coming !== null && coming.ends <= now) coming = nextDutyDay(duty, zone, coming.day + 1);
  if (coming === null || coming.begins > now) return { ...open, next: coming?.begins ?? null };
  const { day, again, ends } = coming;
  const isLate = again !== null && again <= now;
  return {
    state: { day, stage: isLate ? 'again' : 'reminded' },
    news: [...open.news, { what: isLate ? 'again' : 'remind', day }],
    next: isLate ? ends : (again ?? ends),
  };
}

/** Somebody did it. What was done for an earlier day changes nothing of the present one. */
export function didDuty(state: DutyState, day: DayNumber): DutyState {
  return state.day !== null && state.day > day ? state : { day, stage: 'done' };
}

/** It was not done after all: its day is as far as it would be by now. An earlier day changes nothing of the present one. */
export function undidDuty(state: DutyState, due: DutyDay, now: Millis): DutyState {
  const { day, again, ends } = due;
  if (state.day !== day) return state;
  if (now >= ends) return { day, stage: 'missed' };
  return { day, stage: again !== null && again <= now ? 'again' : 'reminded' };
}

/** `next` null: no day is open any more. */
function ofOpenDay(duty: Rule, zone: string, state: DutyState, now: Millis): DutyStep {
  const { day, stage } = state;
  const over = { state, news: [], next: null };
  if (day === null || stage === 'done' || stage === 'missed') return over;
  const due = dutyDay(duty, zone, day);
  // The playbook says meanwhile that it was no day of the duty.
  if (due === null) return { ...over, state: { day, stage: 'done' } };
  if (now >= due.ends)
    return { state: { day, stage: 'missed' }, news: [{ what: 'missed', day }], next: null };
  if (stage === 'again' || due.again === null) return { state, news: [], next: due.ends };
  if (now < due.again) return { state, news: [], next: due.again };
  return { state: { day, stage: 'again' }, news: [{ what: 'again', day }], next: due.ends };
}
