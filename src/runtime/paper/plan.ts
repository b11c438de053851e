import { z } from 'zod';
import { versionsOf, wholeVersion } from '../../conversation/paper/sheets.ts';
import { printedVersion } from '../../conversation/paper/version.ts';
import type { UnitCopy } from '../../domain/paper/copies.ts';
import {
  advancePaper,
  dueOf,
  NEW_PAPER,
  outstanding,
  type PaperState,
  type PaperTimes,
  printedAll,
  type Versions,
} from '../../domain/paper/life.ts';
import type { PaperRule } from '../../domain/paper/paper.ts';
import { afterWorkingDays } from '../../domain/paper/working-days.ts';
import type { ConversationState, TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import { type SignedNews, signedLetters } from '../commitment/letters.ts';
import type { Ways } from '../escalations/pingable.ts';
import type { ProcessJob, Step } from '../process/step.ts';
import { PACK, PAPER_EVENTS, type PaperHappening, SHEETS } from './events.ts';
import type { PrintLinks } from './known.ts';
import { planPack } from './pack.ts';
import { readUnit, unitRecord } from './records.ts';
import { planSheets } from './sheets.ts';
import { type PaperTelling, tellPaperNews, tellPrinted, tellPrintedAlready, tellStale } from './tell.ts';

export interface PaperParts {
  readonly store: Pick<Store, 'record' | 'findRecords'>;
  /** How people are written to besides chats. */
  readonly ways: Ways;
  readonly printLinks?: PrintLinks;
}

const versions = z.record(z.string(), z.string());
const state = z.object({
  schema: z.literal(1),
  ...{ printed: versions, stage: z.enum(['printed', 'asked', 'again', 'missed']), asked: versions },
  ...{ askedAt: z.number().nullable(), toldAt: z.number().nullable() },
});
/** What a unit's paper remembers. */
export type PaperProcessState = PaperState & { readonly schema: 1 };
export type PaperJob = ProcessJob<PaperHappening, PaperProcessState>;
type PaperStep = Step<PaperProcessState>;

/** As it is stored; of another version it begins anew. */
export function paperProcessState(stored: ConversationState | null): PaperProcessState {
  const result = state.safeParse(stored?.state);
  return result.success ? result.data : { schema: 1, ...NEW_PAPER };
}

/** A unit's paper as the playbook has it now. */
interface UnitPaper {
  readonly rule: PaperRule;
  readonly site: string;
  readonly wanted: Versions;
  readonly times: PaperTimes;
}

/** Computes the step of an event of the own conversation of a unit's paper, or of an organisation's sheets. */
export async function planPaper(parts: PaperParts, job: PaperJob): Promise<PaperStep> {
  if (job.event.subject === SHEETS) return planSheets(parts, job);
  if (job.event.subject === PACK) return planPack(parts, job);
  if (job.event.what.kind === 'signed') return planSigned(parts, job, job.event.what.signed);
  const unit = unitOf(job);
  // The playbook has it no more.
  if (unit === null) return { process: job.process };
  return job.event.what.kind === 'done' ? planDone(parts, job, unit) : planTick(parts, job, unit);
}

function planSigned(
  { ways }: PaperParts,
  { process, playbook, now }: PaperJob,
  signed: SignedNews,
): PaperStep {
  return { process, deliveries: ways.mail ? signedLetters(playbook, signed, now) : [] };
}

async function planTick(parts: PaperParts, job: PaperJob, unit: UnitPaper): Promise<PaperStep> {
  const { state: next, news, next: at } = advancePaper(unit.times, job.process, unit.wanted, job.now);
  const told = news === null ? null : await tellPaperNews(telling(parts, job, unit, next), news);
  return {
    process: { ...next, schema: 1 },
    records: [await recordOf(parts, job, unit, next)],
    timers: [timerAt(job, at), ...(told?.timers ?? [])],
    ...(told !== null && { deliveries: told.deliveries }),
  };
}

/** Somebody pressed. What is printed already stays as it is; an old version is answered with the present one. */
async function planDone(parts: PaperParts, job: PaperJob, unit: UnitPaper): Promise<PaperStep> {
  const { process, event, now } = job;
  if (event.what.kind !== 'done') return { process };
  const { by, to, version } = event.what;
  const about = telling(parts, job, unit, process);
  if (outstanding(process.printed, unit.wanted).length === 0) {
    const copy = await readUnit(parts.store, event.organisation, unit.rule.id, unit.site);
    return { process, timers: tellPrintedAlready(about, copy?.has ?? { at: now, by }, to) };
  }
  if (version !== wholeVersion(unit.wanted)) return { process, timers: tellStale(about, to) };
  const next = printedAll(process, unit.wanted);
  const printed = { at: now, by };
  const copy = copyOf(unit, next, { ...printed, version: printedVersion(job.playbook) });
  return {
    process: { ...next, schema: 1 },
    records: [unitRecord(event.organisation, copy, now)],
    timers: [timerAt(job, null), ...(await tellPrinted(about, printed, to))],
  };
}

function unitOf({ event, playbook }: PaperJob): UnitPaper | null {
  const [id = '', site = ''] = event.subject.split('.');
  const rule = playbook.paper.get(id);
  if (rule?.units.has(site) !== true) return null;
  const { within, again } = rule;
  const times = {
    within,
    again,
    after: (from: number, days: number) => afterWorkingDays(playbook, from, days),
  };
  return { rule, site, wanted: versionsOf(playbook, rule), times };
}

async function recordOf({ store }: PaperParts, { event, now }: PaperJob, unit: UnitPaper, next: PaperState) {
  const { organisation } = event;
  const before = await readUnit(store, organisation, unit.rule.id, unit.site);
  return unitRecord(organisation, copyOf(unit, next, before?.has ?? null), now);
}

function copyOf({ rule, site, wanted, times }: UnitPaper, state: PaperState, has: UnitCopy['has']): UnitCopy {
  return {
    ...{ rule: rule.id, site, stage: state.stage, askedAt: state.askedAt, due: dueOf(times, state), has },
    missing: outstanding(state.printed, wanted).map(({ sheet }) => sheet),
  };
}

/** @param next null: not before the playbook changes */
function timerAt({ event }: PaperJob, next: number | null): TimerChange {
  const { organisation, subject } = event;
  if (next === null) return PAPER_EVENTS.cancel(organisation, subject, 'tick');
  return PAPER_EVENTS.timer({ organisation, subject, ahead: 0, what: { kind: 'tick' } }, next);
}

function telling(
  { store, ways, printLinks }: PaperParts,
  { id, playbook, process, now }: PaperJob,
  { rule, site, wanted, times }: UnitPaper,
  next: PaperState,
): PaperTelling {
  const about = {
    store,
    ways,
    printLinks: printLinks ?? null,
    playbook,
    rule,
    site,
    event: id,
    now,
    ahead: 0,
  };
  return {
    ...{ ...about, version: wholeVersion(wanted), due: dueOf(times, next) },
    ...{ changes: outstanding(next.printed, wanted), wasMissed: process.stage === 'missed' },
  };
}
