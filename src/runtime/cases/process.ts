import { Process, type ProcessParts } from '../process/process.ts';
import { CASE_EVENTS, type CaseHappening } from './events.ts';
import { type CaseParts, type CaseState, planCase } from './plan.ts';

const STATE: CaseState = { schema: 1 };

/** Takes the events of reports' own conversations to their commits. */
export function caseProcess(parts: CaseParts & ProcessParts): Process<CaseHappening, CaseState> {
  return new Process(parts, {
    name: 'a report',
    events: CASE_EVENTS,
    stateOf: () => STATE,
    plan: (job) => planCase(parts, job),
  });
}
