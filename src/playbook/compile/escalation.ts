import type { EscalationRules } from '../../domain/escalation/rules.ts';
import type { HoursState } from '../../domain/hours/schedule.ts';
import type { Timeline } from '../../domain/timeline/timeline.ts';
import type { EscalationFile } from '../schema/escalation.ts';

/** How an organisation brings to people what nobody has taken yet; null: it does not. */
export function compileEscalation(
  file: EscalationFile | undefined,
  hours: (name: string) => Timeline<HoursState>,
): EscalationRules | null {
  if (file === undefined) return null;
  return {
    ...{ classes: file.for, ways: file.ways, waitMs: millis(file.wait) },
    ...{ repeats: file.repeat.times, repeatMs: millis(file.repeat.every) },
    ...{ quiet: file.quiet === undefined ? null : hours(file.quiet), gateway: file.gateway ?? null },
  };
}

function millis(duration: Temporal.Duration): number {
  // Days of 24 hours: only durations of up to a week are taken, and nobody waits for an answer by the calendar.
  return duration.total({ unit: 'millisecond', relativeTo: Temporal.PlainDate.from('2026-01-01') });
}
