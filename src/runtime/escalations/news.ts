import type { Happening } from '../../conversation/event.ts';
import type { Escalation, EscalationEntry } from '../../domain/escalation/escalation.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Report } from '../../domain/reports/report.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { deskOf } from '../names.ts';
import { type Moment, tellTimer } from '../process/tell.ts';

/** Who reported it, and what came of it. */
export interface NewsJob extends Moment {
  readonly playbook: Playbook;
  readonly escalation: Escalation;
  readonly reports: readonly Report[];
  /** Reports that joined just now: their reporters hear where it stands. */
  readonly joined: readonly string[];
}

type Told = Extract<Happening, { kind: 'escalation-news' }>['what'];

const TOLD: ReadonlySet<string> = new Set<Told>([
  'acknowledged',
  'on-it',
  'call-me',
  'approved',
  'declined',
  'exhausted',
  'passed-on',
]);

/** What reporters are told, each where they reported: who has it, what was decided, and that nobody took it. */
export function newsTimers(job: NewsJob, happened: readonly EscalationEntry[]): TimerChange[] {
  const { escalation, reports, joined } = job;
  if (escalation.matter.kind !== 'report') return [];
  const told = happened.filter(isTold(escalation));
  const all = reports.flatMap((report) => told.map((entry) => toReporter(job, report, entry)));
  const { taken } = escalation;
  if (taken === null) return all;
  const standing = { what: 'acknowledged', contact: taken.contact, by: taken.by, note: null } as const;
  const late = reports.filter(({ id }) => joined.includes(id));
  return [...all, ...late.map((report) => toReporter(job, report, standing))];
}

/** That one of several passes it on is nothing to the reporter; that whoever had it does is. */
function isTold(escalation: Escalation) {
  return ({ what, contact }: EscalationEntry): boolean => {
    if (what !== 'passed-on') return TOLD.has(what);
    const had = escalation.history.findLast(
      (entry) => entry.what === 'acknowledged' || entry.what === 'on-it',
    );
    return had?.contact === contact;
  };
}

function toReporter(
  { playbook, escalation, now, ahead }: NewsJob,
  { id, user, conversation, language }: Report,
  { what, contact, by, note }: Pick<EscalationEntry, 'what' | 'contact' | 'by' | 'note'>,
): TimerChange {
  const { organisation } = playbook;
  const desk = conversation === deskOf(organisation);
  const from = { user, desk, locale: language, role: null, site: null };
  const news: Happening = {
    kind: 'escalation-news',
    ...{ escalation: escalation.id, report: id, what: what as Told },
    ...{ contact, name: by?.name ?? null, note },
  };
  const name = `escalation-news/${organisation}/${escalation.id}/${escalation.revision}/${what}/${id}`;
  return tellTimer({ organisation, conversation, from }, news, name, { now, ahead });
}
