import { z } from 'zod';
import { dayAt, dutyDay } from '../../domain/duties/due.ts';
import type { Duty } from '../../domain/duties/duty.ts';
import {
  advance,
  type DutyNews,
  type DutyState,
  didDuty,
  NEW_DUTY,
  undidDuty,
} from '../../domain/duties/life.ts';
import type { DutyEntry } from '../../domain/duties/month.ts';
import { dayNumber } from '../../domain/hours/days.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { ConversationState, TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import type { ProcessJob, Step } from '../process/step.ts';
import { DUTY_EVENTS, type DutyHappening } from './events.ts';
import { entryOf, type KeptMonth, monthName, monthRecord, readMonth, withEntry } from './record.ts';
import { type DutyTelling, tellDone, tellNews, tellUndone } from './tell.ts';

export interface DutyParts {
  readonly store: Pick<Store, 'record' | 'findRecords'>;
}

const state = z.object({
  schema: z.literal(1),
  day: z.int().nullable(),
  stage: z.enum(['reminded', 'again', 'missed', 'done']),
});
/** What a unit's duty remembers. */
export type DutyProcessState = DutyState & { readonly schema: 1 };
export type DutyJob = ProcessJob<DutyHappening, DutyProcessState>;
type DutyStep = Step<DutyProcessState>;

/** As it is stored; of another version it begins anew. */
export function dutyProcessState(stored: ConversationState | null): DutyProcessState {
  const result = state.safeParse(stored?.state);
  return result.success ? result.data : { schema: 1, ...NEW_DUTY };
}

/** A unit's duty as the playbook has it now. */
interface UnitDuty {
  readonly duty: Duty;
  readonly site: string;
}

const OPEN: DutyEntry = { state: 'open', at: null, by: null };

/** Computes the step of an event of a duty's own conversation. */
export async function planDuty(parts: DutyParts, job: DutyJob): Promise<DutyStep> {
  const unit = unitOf(job);
  // The playbook has it no more.
  if (unit === null) return { process: job.process };
  switch (job.event.what.kind) {
    case 'done':
      return planDone(parts, job, unit);
    case 'undone':
      return planUndone(parts, job, unit);
    case 'start':
    case 'tick':
      return planTick(parts, job, unit);
  }
}

async function planTick(parts: DutyParts, job: DutyJob, unit: UnitDuty): Promise<DutyStep> {
  const { playbook, process } = job;
  const step = advance(unit.duty, playbook.timezone, process, job.now);
  const about = telling(parts, job, unit);
  const told = await Promise.all(step.news.map((news) => tellNews(about, news)));
  return {
    process: { schema: 1, ...step.state },
    records: await newsRecords(parts, job, unit, step.news),
    timers: [nextTimer(job, step.next), ...told.flat()],
  };
}

/** What is kept of the days that there is news of: at most two, and of one month mostly. */
async function newsRecords(
  { store }: DutyParts,
  job: DutyJob,
  { duty, site }: UnitDuty,
  news: readonly DutyNews[],
): Promise<RecordChange[]> {
  const months = new Map<string, KeptMonth>();
  for (const { what, day } of news) {
    const name = monthName(duty.id, site, day);
    const kept = months.get(name.month) ?? (await readMonth(store, job.event.organisation, name));
    const entry: DutyEntry = what === 'missed' ? { ...OPEN, state: 'missed' } : OPEN;
    months.set(name.month, withEntry(kept, day, entry));
  }
  return [...months.values()].map((kept) => monthRecord(job.event.organisation, kept, job.now));
}

/** Somebody pressed. What is done already stays as it is, and they are shown by whom. */
async function planDone(parts: DutyParts, job: DutyJob, unit: UnitDuty): Promise<DutyStep> {
  const { event, playbook, process, now } = job;
  const { what, organisation } = event;
  if (what.kind !== 'done') return { process };
  const day = dayNumber(Temporal.PlainDate.from(what.day));
  const due = dutyDay(unit.duty, playbook.timezone, day);
  if (due === null || day > dayAt(now, playbook.timezone)) return { process };
  const kept = await readMonth(parts.store, organisation, monthName(unit.duty.id, unit.site, day));
  const before = entryOf(kept, day);
  const about = telling(parts, job, unit);
  if (before !== null && before.at !== null)
    return {
      process,
      timers: await tellDone(about, { day, entry: before, to: what.to, isNew: false, was: null }),
    };
  const entry: DutyEntry = { state: now >= due.ends ? 'late' : 'done', at: now, by: what.by };
  const step = advance(unit.duty, playbook.timezone, didDuty(process, day), now);
  // What else is due at this very moment has its own tick.
  const after = step.news.length > 0 ? didDuty(process, day) : step.state;
  const told = await tellDone(about, { day, entry, to: what.to, isNew: true, was: before?.state ?? null });
  return {
    process: { schema: 1, ...after },
    records: [monthRecord(organisation, withEntry(kept, day, entry), now)],
    timers: [nextTimer(job, step.news.length > 0 ? now : step.next), ...told],
  };
}

/** It was pressed by mistake. On the same day it can be taken back; after that the month stays as it is. */
async function planUndone(parts: DutyParts, job: DutyJob, unit: UnitDuty): Promise<DutyStep> {
  const { event, playbook, process, now } = job;
  const { what, organisation } = event;
  if (what.kind !== 'undone') return { process };
  const { timezone } = playbook;
  const day = dayNumber(Temporal.PlainDate.from(what.day));
  const due = dutyDay(unit.duty, timezone, day);
  const kept = await readMonth(parts.store, organisation, monthName(unit.duty.id, unit.site, day));
  const before = entryOf(kept, day);
  if (due === null || before === null || before.at === null) return { process };
  const about = telling(parts, job, unit);
  if (dayAt(before.at, timezone) !== dayAt(now, timezone))
    return { process, timers: await tellUndone(about, { day, entry: before, to: what.to, isTaken: false }) };
  const state = undidDuty(process, due, now);
  const entry: DutyEntry = { ...OPEN, state: now >= due.ends ? 'missed' : 'open' };
  const step = advance(unit.duty, timezone, state, now);
  return {
    process: { schema: 1, ...state },
    records: [monthRecord(organisation, withEntry(kept, day, entry), now)],
    timers: [
      nextTimer(job, step.news.length > 0 ? now : step.next),
      ...(await tellUndone(about, { day, entry, to: what.to, isTaken: true })),
    ],
  };
}

function unitOf({ event, playbook }: DutyJob): UnitDuty | null {
  const [id = '', site = ''] = event.subject.split('.');
  const duty = playbook.duties.get(id);
  return duty?.units.has(site) === true ? { duty, site } : null;
}

/** @param next null: never */
function nextTimer({ event }: DutyJob, next: number | null): TimerChange {
  const { organisation, subject } = event;
  if (next === null) return DUTY_EVENTS.cancel(organisation, subject, 'tick');
  return DUTY_EVENTS.timer({ organisation, subject, ahead: 0, what: { kind: 'tick' } }, next);
}

function telling({ store }: DutyParts, job: DutyJob, { duty, site }: UnitDuty): DutyTelling {
  const { id, playbook, now } = job;
  return { store, playbook, duty, site, event: id, now, ahead: 0 };
}
