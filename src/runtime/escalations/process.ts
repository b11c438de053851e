import { Process, type ProcessParts } from '../process/process.ts';
import { ESCALATION_EVENTS, type EscalationEvent } from './events.ts';
import { type EscalationParts, planEscalation } from './plan.ts';
import { type Copies, copiesOf } from './state.ts';

/** Takes the events of escalations' own conversations to their commits. */
export function escalationProcess(
  parts: EscalationParts & Omit<ProcessParts, 'store'>,
): Process<EscalationEvent, Copies> {
  return new Process(parts, {
    ...{ name: 'an escalation', events: ESCALATION_EVENTS, stateOf: copiesOf },
    plan: (job) => planEscalation(parts, job),
  });
}
