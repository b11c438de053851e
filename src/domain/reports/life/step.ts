import type { Playbook } from '../../organisation/playbook.ts';
import { happened } from '../history.ts';
import type { LifeHappening, ReportState } from '../report.ts';
import type {
  LifeContext,
  LifeDue,
  LifeDueKind,
  LifeNews,
  LifeRefusal,
  Lived,
  LivingReport,
  ReporterNews,
  ReportLife,
} from './life.ts';
import { LIFE_LIMITS } from './life.ts';
import type { FollowUpRules } from './rules.ts';
import { waitEnds } from './waiting.ts';

/** All that a step in a report's life rests on. */
export interface LifeJob extends LifeContext {
  readonly playbook: Playbook;
  readonly rules: FollowUpRules;
  readonly report: LivingReport;
}

/** What a step does. */
export interface LifeStep {
  readonly what: LifeHappening | null;
  readonly text?: string | null;
  readonly state?: ReportState;
  readonly life?: Partial<ReportLife>;
  readonly report?: Partial<Pick<LivingReport, 'class' | 'what'>>;
  readonly news?: readonly LifeNews[];
}

/** Takes a step; what was reminded of before counts anew, unless the step says otherwise. */
export function step(
  job: LifeJob,
  { what, text = null, state, life, report: more, news = [] }: LifeStep,
): Lived {
  const { report: before, now, by } = job;
  const change = {
    ...more,
    ...(state !== undefined && { state }),
    life: { ...before.life, reminded: 0, ...life, revision: before.life.revision + 1 },
  };
  const at = now.epochMilliseconds;
  const named = by.name === null && by.contact === null ? null : by;
  const report =
    what === null ? { ...before, ...change } : happened(before, at, what, change, cutText(text), named);
  return { outcome: 'done', report: report as LivingReport, news };
}

export function refuse(why: LifeRefusal): Lived {
  return { outcome: 'refused', why };
}

/** Something that falls due after a time of the rules. */
export function dueAfter({ rules, now }: LifeJob, what: LifeDueKind, duration: Temporal.Duration): LifeDue {
  return { what, at: waitEnds(rules, duration, now) };
}

/** Nothing more happens to it by itself. */
export function isOver({ state }: Pick<LivingReport, 'state'>): boolean {
  return state === 'closed' || state === 'withdrawn';
}

/** Whether it still waits for somebody to judge it. */
export function isToJudge({ state, life }: LivingReport): boolean {
  return (state === 'open' || state === 'received' || state === 'looking') && life.judgement === null;
}

/** Whether the supplier has it. */
export function isHanded({ state }: Pick<LivingReport, 'state'>): boolean {
  return state === 'handed-on' || state === 'in-work' || state === 'solved';
}

/** Whoever a report goes to when it is handed on; null: nobody is named. */
export function supplierOf({ playbook, rules, report }: LifeJob): string | null {
  return playbook.services.get(report.service ?? '')?.supplier ?? rules.supplier;
}

/** To the reporters of this report and of those that go on as it. */
export function toReporters(what: ReporterNews): readonly LifeNews[] {
  return [
    { to: 'reporter', what },
    { to: 'joined', what },
  ];
}

/** Somebody has it, or it is over: what rings is quiet. */
export const QUIET: readonly LifeNews[] = [
  { to: 'escalation', what: 'stop', matter: 'judge' },
  { to: 'escalation', what: 'stop', matter: 'report' },
];

/** The card of those who judge shows how things stand. */
export const CARD: LifeNews = { to: 'judges', what: 'update' };

function cutText(text: string | null): string | null {
  return text === null || text === '' ? null : text.slice(0, LIFE_LIMITS.text).toWellFormed();
}
