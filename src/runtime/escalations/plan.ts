import { advance, nextDue, type Stepped, type Surroundings } from '../../domain/escalation/advance.ts';
import { answer, answersAs, close, join, refuse } from '../../domain/escalation/answer.ts';
import { perhapsAsked } from '../../domain/escalation/candidates.ts';
import type { Escalation, EscalationEntry } from '../../domain/escalation/escalation.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import type { ProcessJob, Step } from '../process/step.ts';
import { begin, stop } from './beginnings.ts';
import { changes, pings } from './deliveries.ts';
import { BEGINNINGS, ESCALATION_EVENTS, type EscalationEvent } from './events.ts';
import { newsTimers } from './news.ts';
import { type PingableParts, pingableOf } from './pingable.ts';
import { escalatedRecord, escalationRecord, readEscalation, readReports } from './records.ts';
import { reportRecords } from './report-history.ts';
import type { Copies } from './state.ts';

/** What escalations need from around them. */
export interface EscalationParts extends PingableParts {
  readonly store: Store;
}

type Job = ProcessJob<EscalationEvent, Copies>;

/** An event of an escalation's own conversation, with the escalation as it is. */
interface EscalationJob extends Job {
  readonly escalation: Escalation;
  readonly version: number;
}

/** Computes the step of an event of an escalation's own conversation, or of where all of an organisation begin. */
export async function planEscalation(parts: EscalationParts, job: Job): Promise<Step<Copies>> {
  const { event, playbook, process } = job;
  const { what, subject } = event;
  if (what.kind === 'start') return begin(parts, job, what);
  if (what.kind === 'stop') return stop(parts, job, what);
  if (subject === BEGINNINGS) return { process };
  const { escalation, version } = await readEscalation(parts.store, playbook.organisation, subject);
  if (escalation === null) return { process };
  const about: EscalationJob = { ...job, escalation, version };
  const around = await surroundingsOf(parts, about);
  if (around === null) return { process };
  return what.kind === 'join' && isOver(escalation)
    ? { process, timers: [beginAgain(about, what.report)] }
    : stepOf(parts, about, happen(escalation, what, around));
}

/** The escalation after an event. */
function happen(
  escalation: Escalation,
  what: Exclude<EscalationEvent, { kind: 'start' | 'stop' }>,
  around: Surroundings,
): Stepped {
  switch (what.kind) {
    case 'tick':
      return advance(escalation, around);
    case 'join':
      return join(escalation, [what.report], around);
    case 'left':
      return leave(escalation, what.report, what.why, around);
    case 'answered':
      return answersAs(escalation, [what.answer.contact], what.answer.deed) === null
        ? refuse(escalation, { deed: what.answer.deed, by: what.answer.by }, around)
        : answer(escalation, what.answer, around);
    case 'refused':
      return refuse(escalation, what, around);
  }
}

/** It ends when none of its reports needs it any more. */
function leave(escalation: Escalation, report: string, why: string, around: Surroundings): Stepped {
  const { matter } = escalation;
  // Somebody has it by a ping: that the report is received is what came of it.
  if (escalation.state === 'acknowledged' && why === 'received') return { escalation, happened: [] };
  const reports = matter.reports.filter((id) => id !== report);
  if (reports.length === 0) return close(escalation, why, around);
  if (reports.length === matter.reports.length) return { escalation, happened: [] };
  const left = { ...escalation, matter: { ...matter, reports }, revision: escalation.revision + 1 };
  return { escalation: left, happened: [] };
}

/** One commit: the escalation, its reports' histories, who is pinged, what others see, and when it goes on. */
async function stepOf(
  parts: EscalationParts,
  job: EscalationJob,
  { escalation, happened }: Stepped,
): Promise<Step<Copies>> {
  const { process, playbook, event, now, version } = job;
  if (escalation === job.escalation) return { process };
  const { organisation } = playbook;
  const about = { playbook, escalation, now, ahead: event.ahead };
  const isSeen = escalation.revision !== job.escalation.revision;
  const changed = isSeen ? changes(about, process.copies) : [];
  const again = happened.some(({ what }) => what === 'repeated');
  const asked = await pings(parts, about, contactsIn(happened), process, again);
  const reports = await readReports(parts.store, organisation, escalation.matter.reports);
  const joined = escalation.matter.reports.filter((id) => !job.escalation.matter.reports.includes(id));
  return {
    process: { ...process, copies: asked.copies },
    records: [
      escalationRecord(escalation, version),
      ...joined.map((id) => escalatedRecord(escalation, escalation.matter.kind, id)),
      ...reportRecords(playbook, reports, escalation, happened),
    ],
    deliveries: [...changed, ...asked.deliveries],
    timers: [
      tickTimer(job, escalation),
      ...newsTimers({ ...about, reports: reports.map(({ report }) => report), joined }, happened),
    ],
  };
}

const PINGING: ReadonlySet<EscalationEntry['what']> = new Set([
  'pinged',
  'repeated',
  'overtime-asked',
  'called-in',
]);

function contactsIn(happened: readonly EscalationEntry[]): string[] {
  return happened.flatMap(({ what, contact }) => (PINGING.has(what) && contact !== null ? [contact] : []));
}

/** It goes on when something falls due; else it waits for an answer. */
function tickTimer({ event, now, playbook }: EscalationJob, escalation: Escalation): TimerChange {
  const { organisation } = playbook;
  const { id } = escalation;
  const due = nextDue(escalation);
  if (due === null) return ESCALATION_EVENTS.cancel(organisation, id, 'tick');
  const tick = { organisation, subject: id, ahead: event.ahead, what: { kind: 'tick' } } as const;
  return ESCALATION_EVENTS.timer(tick, Math.max(now, due - event.ahead));
}

function isOver({ state }: Escalation): boolean {
  return state === 'closed' || state === 'exhausted';
}

function beginAgain({ playbook, event, now }: EscalationJob, report: string): TimerChange {
  const matter = { kind: 'report', reports: [report], order: null } as const;
  const what = { kind: 'start', matter, contacts: null } as const;
  return ESCALATION_EVENTS.timer(
    { organisation: playbook.organisation, subject: BEGINNINGS, ahead: event.ahead, what },
    now,
  );
}

async function surroundingsOf(
  parts: EscalationParts,
  { playbook, escalation, event, now }: EscalationJob,
): Promise<Surroundings | null> {
  const { escalation: rules } = playbook;
  if (rules === null) return null;
  const moment = momentOf(playbook, now + event.ahead);
  const pingable = await pingableOf(parts, playbook, perhapsAsked(playbook, escalation, moment));
  return { playbook, rules, now: moment, pingable };
}

function momentOf({ timezone }: Playbook, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
}
