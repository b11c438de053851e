import type { Effect } from '../../conversation/effects.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Report } from '../../domain/reports/report.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Moment } from '../process/tell.ts';
import { ESCALATION_EVENTS, escalationTimer } from './events.ts';

/**
 * What a turn wants of escalations: a report that nobody has is brought to people, one that somebody has is not any more,
 * and answers to pings go to their escalation.
 * @param event the id of the turn's event: each answer is done once
 */
export function escalationTimers(
  effects: readonly Effect[],
  playbook: Playbook,
  event: string,
  moment: Moment,
): TimerChange[] {
  const { organisation } = playbook;
  const reports = new Map(
    effects.flatMap((effect) =>
      effect.effect === 'keep-report' ? [[effect.report.id, effect.report] as const] : [],
    ),
  );
  return [
    ...reports.values().flatMap((report) => ofReport(report, playbook, moment)),
    ...effects.flatMap((effect): TimerChange[] => {
      if (effect.effect !== 'answer-ping') return [];
      const { escalation: subject, answer, refused } = effect;
      const at = { organisation, subject, ahead: moment.ahead };
      const given =
        answer === null
          ? ({ kind: 'refused', id: event, ...refused } as const)
          : ({ kind: 'answered', id: event, answer } as const);
      return [ESCALATION_EVENTS.timer({ ...at, what: given }, moment.now)];
    }),
  ];
}

/** Whether a report is one that is brought to people by itself: by its class, or a matter that is no fault, which somebody has to take. */
export function isEscalated({ escalation }: Playbook, report: Pick<Report, 'class' | 'matter'>): boolean {
  return escalation !== null && (report.matter !== undefined || escalation.classes.includes(report.class));
}

/** Whom such a matter is brought to: those of its policy in their order, when they are there; null: as `who` says. */
function namedFor({ policies }: Playbook, { matter, policy }: Report): readonly string[] | null {
  if (matter === undefined) return null;
  const steps = policies.get(policy ?? '')?.steps ?? [];
  const named = steps.flatMap((step) => (step.order === 'line-of-managers' ? [] : step.contacts));
  return named.length === 0 ? null : named;
}

function ofReport(report: Report, playbook: Playbook, moment: Moment): TimerChange[] {
  const { organisation, id, state } = report;
  if (playbook.escalation === null) return [];
  if (state !== 'open') {
    const what = { kind: 'stop', matter: 'report', report: id, why: state } as const;
    return [escalationTimer(organisation, what, moment)];
  }
  if (!isEscalated(playbook, report)) return [];
  const matter = { kind: 'report', reports: [id], order: null } as const;
  return [
    escalationTimer(organisation, { kind: 'start', matter, contacts: namedFor(playbook, report) }, moment),
  ];
}
