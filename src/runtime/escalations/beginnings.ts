import { perhapsAsked } from '../../domain/escalation/candidates.ts';
import type { Escalation, Matter } from '../../domain/escalation/escalation.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Report } from '../../domain/reports/report.ts';
import { isAlike } from '../../domain/reports/tie.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';
import type { ProcessJob, Step } from '../process/step.ts';
import { KINDS } from '../record-codecs.ts';
import { ESCALATION_EVENTS, type EscalationEvent } from './events.ts';
import { pingableOf } from './pingable.ts';
import type { EscalationParts } from './plan.ts';
import { escalatedRecord, escalationOf, escalationRecord, readReports } from './records.ts';
import type { Copies } from './state.ts';

type Job = ProcessJob<EscalationEvent, Copies>;
type Start = Extract<EscalationEvent, { kind: 'start' }>;

/**
 * Where a matter is brought to people: as one of an escalation that is under way, for several reports of one outage are
 * told once, or as a new one. Nothing begins where nobody could be written to, or for what somebody has already.
 */
export async function begin(parts: EscalationParts, job: Job, what: Start): Promise<Step<Copies>> {
  const nothing = { process: job.process };
  const { playbook, event, now } = job;
  const { organisation } = playbook;
  const { matter } = what;
  const [id = ''] = matter.reports;
  const [found] = await readReports(parts.store, organisation, [id]);
  if (playbook.escalation === null || found === undefined || isDone(matter, found.report)) return nothing;
  const before = await escalationOf(parts.store, organisation, matter.kind, id);
  if (before !== null && isUnderWay(before)) return nothing;
  const same = matter.kind === 'report' ? await sameOutage(parts.store, playbook, found.report) : null;
  if (same !== null) {
    const join = {
      organisation,
      subject: same.id,
      ahead: event.ahead,
      what: { kind: 'join', report: id },
    } as const;
    return { ...nothing, timers: [ESCALATION_EVENTS.timer(join, now)] };
  }
  const escalation = newEscalation(playbook, what, found.report, before, now + event.ahead);
  const moment = Temporal.Instant.fromEpochMilliseconds(now + event.ahead).toZonedDateTimeISO(
    playbook.timezone,
  );
  const contacts = perhapsAsked(playbook, escalation, moment);
  if ((await pingableOf(parts, playbook, contacts)).size === 0) return nothing;
  const tick = { organisation, subject: escalation.id, ahead: event.ahead, what: { kind: 'tick' } } as const;
  return {
    ...nothing,
    records: [escalationRecord(escalation, 0), escalatedRecord(escalation, matter.kind, id)],
    timers: [ESCALATION_EVENTS.timer(tick, now)],
  };
}

/** Tells the escalation that a report is in that it is not needed for it any more. */
export async function stop(
  { store }: EscalationParts,
  job: Job,
  { matter, report, why }: Extract<EscalationEvent, { kind: 'stop' }>,
): Promise<Step<Copies>> {
  const { organisation } = job.playbook;
  const escalation = await escalationOf(store, organisation, matter, report);
  if (escalation === null || escalation.state === 'closed') return { process: job.process };
  const left = { organisation, subject: escalation.id, ahead: job.event.ahead } as const;
  return {
    process: job.process,
    timers: [ESCALATION_EVENTS.timer({ ...left, what: { kind: 'left', report, why } }, job.now)],
  };
}

/** What is not open is with somebody already, or over. */
function isDone({ kind }: Matter, { state }: Report): boolean {
  return kind === 'report' && state !== 'open';
}

/** One that everybody was asked about is not begun again by its reporter's next word; a report that is open again is. */
function isUnderWay({ state, matter }: Escalation): boolean {
  return state === 'open' || state === 'exhausted' || (state === 'acknowledged' && matter.kind !== 'report');
}

function newEscalation(
  playbook: Playbook,
  { matter, contacts }: Start,
  report: Report,
  before: Escalation | null,
  at: number,
): Escalation {
  const { class: matterClass, service, site, role, policy } = report;
  const name = matter.kind === 'report' ? report.id : `${report.id}-${matter.kind}`;
  return {
    id: before === null ? name : nextName(before.id, name),
    organisation: playbook.organisation,
    ...{ matter, contacts, begun: at, state: 'open', pings: [], rung: null, restsUntil: null },
    situation: { class: matterClass, service, site, role, policy },
    ...{ overtime: null, taken: null, revision: 0, history: [] },
  };
}

/** One that comes again is another: `K7M2-QX4P`, then `K7M2-QX4P-n2`. */
function nextName(before: string, name: string): string {
  const [, number = '1'] = /-n(\d+)$/.exec(before) ?? [];
  return `${name}-n${Number(number) + 1}`;
}

/** The escalation of another report that is of the same outage; what is dangerous joins only what is. */
async function sameOutage(
  store: Pick<Store, 'findRecords' | 'record'>,
  playbook: Playbook,
  report: Report,
): Promise<Escalation | null> {
  // Each lost phone is a matter of its own, and what is said of no service is of no outage that is known.
  if (report.matter !== undefined || (report.service === null && report.outage === null)) return null;
  const { organisation } = playbook;
  for (const state of ['open', 'acknowledged'] as const) {
    const { items } = await store.findRecords({
      ...{ organisation, kind: KINDS.escalation, keys: { state, matter: 'report' } },
      ...{ order: 'newest', limit: STORE_LIMITS.pageSize },
    });
    const escalations = items.map(({ body }) => body as unknown as Escalation);
    // All at once: one after the other it would be a way to the store for each, and a thousand matters take minutes to begin.
    const ids = escalations.flatMap(({ matter }) => matter.reports.slice(0, 1));
    const found = await readReports(store, organisation, ids);
    const same = new Set(
      found.filter((each) => isSame(playbook, report, each.report)).map((each) => each.report.id),
    );
    const first = escalations.find(({ matter }) => same.has(matter.reports[0] ?? ''));
    if (first !== undefined) return first;
  }
  return null;
}

function isSame(playbook: Playbook, report: Report, other: Report): boolean {
  if (report.id === other.id || report.class !== other.class || report.policy !== other.policy) return false;
  const isDanger = ({ circumstances }: Report): boolean => circumstances.includes(playbook.danger ?? '');
  if (isDanger(report) && !isDanger(other)) return false;
  if (report.outage !== null && report.outage === other.outage) return true;
  return report.service !== null && isAlike(playbook, report, other);
}
