import { applyCommand } from '../../domain/notices/apply/apply.ts';
import { dues } from '../../domain/notices/due.ts';
import { isSettled } from '../../domain/notices/ledger.ts';
import type { Author, Notice } from '../../domain/notices/notice.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { servedIds } from '../../domain/organisation/served.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import type { ProcessJob, Step } from '../process/step.ts';
import { KINDS, recordsOf, versionKey } from '../record-codecs.ts';
import { fittingRows, tellAuthor } from './author.ts';
import { commandRecord } from './done-command.ts';
import { NOTICE_EVENTS, type NoticeHappening } from './events.ts';
import { type FanJob, type FanOutParts, firstCursor, nextPortion } from './fan-out.ts';
import type { LedgerParts } from './ledger.ts';
import { nextReaders } from './readers.ts';
import { retryFailed } from './retry.ts';
import { follow } from './served/following.ts';
import { wholeLedger, wholeRows } from './served/ledger.ts';
import { forwarded } from './served/timers.ts';
import { type Echo, type Fan, PROCESS_LIMITS, type ProcessState } from './state.ts';
import { keptTimers } from './timers.ts';

export interface PlanParts extends FanOutParts, LedgerParts {
  readonly store: Store;
  readonly playbooks: ReadonlyMap<string, Playbook>;
}

/** An event of a notice's own conversation, with all that its step is computed from. */
export interface NoticeJob extends ProcessJob<NoticeHappening, ProcessState> {
  /** Null: it is not there (yet). */
  readonly notice: Notice | null;
  /** Of the notice's record; 0: it is not there. */
  readonly version: number;
}

type NoticeStep = Step<ProcessState>;

/** One that is about a notice that is there. */
type KnownJob = NoticeJob & { readonly notice: Notice };

/** Computes the step. What it reads and does beside the commit can be read and done again. */
export async function planStep(parts: PlanParts, job: NoticeJob): Promise<NoticeStep> {
  const { what } = job.event;
  const { notice, process } = job;
  if (what.kind === 'commanded') return commanded(parts, job, what);
  if (what.kind === 'followed') return follows(parts, job, what);
  if (notice === null) return { process };
  const about: KnownJob = { ...job, notice };
  switch (what.kind) {
    case 'changed':
      return changed(parts, about, what);
    case 'portion':
      return what.revision === process.fan?.revision ? portion(parts, about, process.fan) : { process };
    case 'tick':
      return ticked(parts, about);
    case 'retry':
      await retryFailed(parts.store, notice, job.now);
      return { process, timers: [progressTimer(about), ...forward(parts, about, what)] };
    case 'remind':
      return reminding(parts, about, what);
    case 'progress':
      return progress(parts, about);
  }
}

/** A command from outside of any conversation. Whether somebody may give it is asked before. */
function commanded(
  parts: PlanParts,
  job: NoticeJob,
  { command, by, isNew }: Extract<NoticeHappening, { kind: 'commanded' }>,
): NoticeStep {
  const { event, id, notice, process, playbook } = job;
  if (isNew && notice !== null) throw new Error('the reference of a new notice is taken');
  const context = contextOf(job, by);
  const applied = applyCommand(playbook, notice, command, context);
  const done = commandRecord(event, id, applied, context.at);
  if (applied.outcome !== 'done') return { process, records: [done] };
  return {
    process,
    records: [...noticeRecord(job, applied.notice), done],
    timers: keptTimers(applied.notice, applied.news, playbook, momentOf(parts, job)),
  };
}

/** The department changed its notice. */
async function follows(
  parts: PlanParts,
  job: NoticeJob,
  { revision, news }: Extract<NoticeHappening, { kind: 'followed' }>,
): Promise<NoticeStep> {
  const { event, notice, playbook, process, now } = job;
  const about = { playbook, id: event.subject };
  const kept = await follow(parts, about, notice, { revision, news, now: now + event.ahead });
  if (kept === null) return { process };
  return {
    process,
    records: [...noticeRecord(job, kept.notice), ...kept.records],
    timers: keptTimers(kept.notice, kept.news, playbook, momentOf(parts, job)),
  };
}

/** What fell due is seen to, all at once and in the order in which it did. */
function ticked(parts: PlanParts, job: KnownJob): NoticeStep {
  const { notice, playbook, process, now } = job;
  const { ahead } = job.event;
  const applied = applyCommand(playbook, notice, { do: 'tick' }, contextOf(job, notice.author));
  if (applied.outcome !== 'done') return { process };
  const due = dues(notice, playbook.notices.reminders).filter(({ at }) => at <= now + ahead);
  const timers = keptTimers(applied.notice, applied.news, playbook, momentOf(parts, job));
  if (due.length === 0) return { process, timers };
  const word = { kind: 'word-due', notice: notice.id } as const;
  const isWordDue = due.some(({ what }) => what === 'next-word');
  return {
    process,
    records: noticeRecord(job, applied.notice),
    timers: [...timers, ...(isWordDue ? tellAuthor(notice, word, { now, ahead }) : [])],
  };
}

/** A revision begins to go out, in place of those before it. */
async function changed(
  parts: PlanParts,
  job: KnownJob,
  what: Extract<NoticeHappening, { kind: 'changed' }>,
): Promise<NoticeStep> {
  const { notice, process } = job;
  const fan = fanOf(process.fan, notice, what);
  if (fan === null) return { process };
  const echoed = Math.max(process.echoed, fan.echo?.revision ?? 0);
  const step = await portion(parts, { ...job, process: { ...process, echoed } }, fan);
  return { ...step, timers: [...(step.timers ?? []), progressTimer(job)] };
}

/** How a revision goes out; null: as it does already. What was to be said once more by one before it is still said. */
function fanOf(
  present: Fan | null,
  notice: Notice,
  { revision, news }: Extract<NoticeHappening, { kind: 'changed' }>,
): Fan | null {
  const isSaid = notice.publication === 'published' && (news === 'important' || news === 'reminder');
  const own: Echo | null = isSaid ? { revision, how: news } : null;
  const cursor = firstCursor(notice);
  if (present === null || present.revision < revision) {
    const unsaid = present === null || present.cursor === null ? null : present.echo;
    // Whoever the one before has not reached yet gets this one in its stead.
    const silent = news === 'silent' && (present === null || present.cursor === null || present.silent);
    return { revision, cursor, silent, echo: own ?? (notice.publication === 'published' ? unsaid : null) };
  }
  const isKnown = own === null || revision <= (present.echo?.revision ?? 0) || present.revision === revision;
  return isKnown ? null : { ...present, cursor, echo: own };
}

/** The next destinations of a revision. One that is not the present any more waits for the one that is. */
async function portion(parts: PlanParts, job: KnownJob, fan: Fan): Promise<NoticeStep> {
  const { notice, process } = job;
  if (fan.cursor === null || fan.revision !== notice.revision) return { process: { ...process, fan } };
  const { deliveries, records, cursor } = await nextPortion(parts, fanJob(job, fan), fan.cursor);
  const next = { kind: 'portion', revision: fan.revision } as const;
  return {
    process: { ...process, fan: { ...fan, cursor } },
    ...{ deliveries, records },
    timers: cursor === null ? [] : [timerOf(job, next)],
  };
}

/** Whoever has a notice and has not read it is reminded, once for ever. */
async function reminding(parts: PlanParts, job: KnownJob, what: NoticeHappening): Promise<NoticeStep> {
  const { process, notice } = job;
  if (process.reminded === 'done' || !notice.asksRead || notice.publication !== 'published')
    return { process };
  const from = process.reminded?.after ?? null;
  const { deliveries, after } = await nextReaders(parts, fanJob(job, { echo: null, silent: false }), from);
  return {
    process: { ...process, reminded: after === null ? 'done' : { after } },
    deliveries,
    timers: [
      ...(after === null ? [] : [timerOf(job, { kind: 'remind' })]),
      ...(from === null ? forward(parts, job, what) : []),
    ],
  };
}

/** Tells the author how it goes out, where that is not as they were told last. */
async function progress(parts: PlanParts, job: KnownJob): Promise<NoticeStep> {
  const { notice, process, now, event } = job;
  const { ahead } = event;
  const soonest = soonestWord(process);
  // Others may have asked for it, one after the other.
  if (now < soonest) return { process, timers: [timerOf(job, { kind: 'progress' }, soonest)] };
  const ledger = await wholeLedger(parts, notice, process, now + ahead);
  const { at: _at, ...counted } = ledger;
  const sign = JSON.stringify(counted);
  const again = isSettled(ledger)
    ? []
    : [timerOf(job, { kind: 'progress' }, now + PROCESS_LIMITS.progressMs)];
  // As long as nobody was to get it, there is nothing to tell.
  const isKnown = process.told === null ? ledger.intended === 0 : process.told.sign === sign;
  if (isKnown) return { process, timers: again };
  const rows = fittingRows(await wholeRows(parts, notice));
  const told = tellAuthor(notice, { kind: 'going-out', ledger, rows }, { now, ahead });
  return { process: { ...process, told: { at: now, sign } }, timers: [...again, ...told] };
}

/** At once, but not sooner after the last word than the author is told at most. */
function progressTimer(job: KnownJob): TimerChange {
  const { origin } = job.notice;
  const what = { kind: 'progress' } as const;
  // Its author is the department's, who is told of all of it by the notice there.
  if (origin !== undefined)
    return NOTICE_EVENTS.timer({ ...job.event, organisation: origin.organisation, what }, job.now);
  return timerOf(job, what, Math.max(job.now, soonestWord(job.process)));
}

function soonestWord({ told }: ProcessState): number {
  return (told?.at ?? Number.NEGATIVE_INFINITY) + PROCESS_LIMITS.progressMs;
}

/** The same, of what became of it in the organisations that the department serves. */
function forward({ playbooks }: PlanParts, job: KnownJob, what: NoticeHappening): TimerChange[] {
  const { notice } = job;
  return forwarded(notice, servedIds(playbooks, notice.organisation), what, momentOf({ playbooks }, job));
}

function momentOf({ playbooks }: Pick<PlanParts, 'playbooks'>, { event, now }: NoticeJob) {
  return { now, ahead: event.ahead, served: servedIds(playbooks, event.organisation) };
}

function timerOf({ event, now }: NoticeJob, what: NoticeHappening, dueAt = now): TimerChange {
  return NOTICE_EVENTS.timer({ ...event, what }, dueAt);
}

function fanJob(
  { playbook, notice, now, event }: KnownJob,
  { echo, silent }: Pick<Fan, 'echo' | 'silent'>,
): FanJob {
  return { playbook, notice, echo, silent, now, ahead: event.ahead };
}

function contextOf({ event, now }: NoticeJob, by: Author) {
  return { by, at: now + event.ahead, id: event.subject };
}

/** The notice as it is by now, over the version that this was computed from. */
function noticeRecord({ event, now, version }: NoticeJob, notice: Notice): RecordChange[] {
  const { organisation, ahead } = event;
  const from = { user: notice.author.user, desk: false, locale: null, role: null, site: null };
  const versions = new Map([[versionKey(KINDS.notice, notice.id), version]]);
  // What the process changes was there before; what it makes has version 0, as if nobody had read it.
  const context = { organisation, from, reference: NO_REFERENCE, at: now + ahead, versions };
  return recordsOf([{ effect: 'keep-notice', notice, news: null }], context);
}

/** Begins no id. */
const NO_REFERENCE = '\n';
