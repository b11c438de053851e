import type { Effect } from '../../conversation/effects.ts';
import type { Known } from '../../conversation/event.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Moment } from '../process/tell.ts';
import { CASE_EVENTS, type CaseHappening } from './events.ts';

/**
 * What a turn wants of reports that are followed up, as timers of their own conversations: so it writes into no other one.
 * @param conversation where the turn is
 */
export function caseTimers(
  effects: readonly Effect[],
  { organisation, followUp }: Playbook,
  conversation: string,
  { now, ahead }: Moment,
): TimerChange[] {
  if (followUp === null) return [];
  const at = (subject: string, what: CaseHappening) =>
    CASE_EVENTS.timer({ organisation, subject, ahead, what }, now);
  return effects.flatMap((effect): TimerChange[] => {
    if (effect.effect === 'keep-report') return [at(effect.report.id, { kind: 'changed' })];
    if (effect.effect !== 'keep-case') return [];
    const { report, news } = effect;
    const { revision } = report.life;
    return [at(report.id, { kind: 'told', revision, news, by: conversation })];
  });
}

/**
 * What fell due of reports by the clock of somebody who tries another day in the playground: no timer rings by that clock.
 * @param ahead of that clock, in ms
 */
export function triedTimers(
  { reports, cases = [] }: Known,
  { organisation, followUp }: Playbook,
  { now, ahead }: Moment,
): TimerChange[] {
  if (followUp === null || ahead === 0) return [];
  const due = new Map([...reports, ...cases].map((report) => [report.id, report.life?.due?.at ?? null]));
  return [...due]
    .filter(([, at]) => at !== null && at <= now + ahead)
    .map(([subject]) => CASE_EVENTS.timer({ organisation, subject, ahead, what: { kind: 'tick' } }, now));
}
