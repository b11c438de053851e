import type { LifeRefusal, Lived, LivingReport } from '../../domain/reports/life/life.ts';
import type { Report } from '../../domain/reports/report.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import type { ProcessJob, Step } from '../process/step.ts';
import { KINDS, recordsOf, versionKey } from '../record-codecs.ts';
import { CASE_EVENTS, type CaseHappening } from './events.ts';
import { newsTimers } from './news.ts';
import { type Came, caseStep } from './step.ts';

export interface CaseParts {
  readonly store: Pick<Store, 'record' | 'findRecords'>;
}

/** What the conversation of a report with itself remembers; the report is its record. */
export interface CaseState {
  readonly schema: 1;
  /** What came of the newest that was done outside of any conversation, newest last, at most `KEPT_OUTCOMES`. */
  readonly outcomes?: readonly CaseOutcome[];
}

/** What came of something that was done from outside; `why` null: it was done. */
export interface CaseOutcome {
  readonly id: string;
  readonly why: LifeRefusal | null;
}

const KEPT_OUTCOMES = 20;

type Job = ProcessJob<CaseHappening, CaseState>;

/** Computes the step of an event of a report's own conversation. */
export async function planCase(parts: CaseParts, job: Job): Promise<Step<CaseState>> {
  const { event, playbook } = job;
  const { organisation, subject: id, what } = event;
  const record = await parts.store.record({ organisation, kind: KINDS.report, id });
  if (record === null) return { process: job.process };
  const before = record.body as unknown as Report;
  const came = caseStep(playbook, before, what, nowOf(job));
  const process = remembering(job.process, what, came);
  if (came.outcome === 'refused') return { process };
  const isChanged = came.report.life.revision !== before.life?.revision;
  return {
    process,
    records: isChanged ? kept(job, came.report, record.version) : [],
    timers: [tickTimer(job, came.report), ...(await toldTimers(parts, job, came))],
  };
}

function remembering(process: CaseState, what: CaseHappening, came: Lived): CaseState {
  if (what.kind !== 'done') return process;
  const outcome = { id: what.id, why: came.outcome === 'refused' ? came.why : null };
  return { ...process, outcomes: [...(process.outcomes ?? []), outcome].slice(-KEPT_OUTCOMES) };
}

function toldTimers(parts: CaseParts, { playbook, now, event }: Job, came: Came): Promise<TimerChange[]> {
  const { what, ahead } = event;
  const by = what.kind === 'told' ? what.by : null;
  const main = what.kind === 'main' && what.what !== 'withdrawn' ? what.main : null;
  return newsTimers({ store: parts.store, playbook, report: came.report, by, main, now, ahead }, came.news);
}

/** One timer, at what falls due next. */
function tickTimer({ event, now }: Job, { id, organisation, life: { due } }: LivingReport): TimerChange {
  const { ahead } = event;
  if (due === null) return CASE_EVENTS.cancel(organisation, id, 'tick');
  const tick = { organisation, subject: id, ahead, what: { kind: 'tick' } } as const;
  return CASE_EVENTS.timer(tick, Math.max(now, due.at - ahead));
}

function kept({ event, now }: Job, report: LivingReport, version: number): RecordChange[] {
  return recordsOf([{ effect: 'keep-case', report, news: [] }], {
    organisation: event.organisation,
    from: { user: report.user, desk: false, locale: null, role: null, site: null },
    // It makes nothing new.
    reference: '-',
    at: now + event.ahead,
    versions: new Map([[versionKey(KINDS.report, report.id), version]]),
  });
}

function nowOf({ now, event, playbook }: Job): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now + event.ahead).toZonedDateTimeISO(playbook.timezone);
}
