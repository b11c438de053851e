import { Process, type ProcessParts } from '../process/process.ts';
import { DUTY_EVENTS, type DutyHappening } from './events.ts';
import { type DutyParts, type DutyProcessState, dutyProcessState, planDuty } from './plan.ts';

/** Takes the events of the duties' own conversations to their commits. */
export function dutyProcess(parts: DutyParts & ProcessParts): Process<DutyHappening, DutyProcessState> {
  return new Process(parts, {
    name: 'a duty',
    events: DUTY_EVENTS,
    stateOf: dutyProcessState,
    plan: (job) => planDuty(parts, job),
  });
}
