import type { ConversationState } from '../../ports/store/turn.ts';
import { Process, type ProcessParts } from '../process/process.ts';
import { CASE_EVENTS, type CaseHappening } from './events.ts';
import { type CaseParts, type CaseState, planCase } from './plan.ts';

const NEW: CaseState = { schema: 1 };

/** Takes the events of reports' own conversations to their commits. */
export function caseProcess(parts: CaseParts & ProcessParts): Process<CaseHappening, CaseState> {
  return new Process(parts, {
    name: 'a report',
    events: CASE_EVENTS,
    stateOf: caseState,
    // Whoever pressed is told, and presses again.
    letsGo: ({ kind }) => kind === 'done',
    plan: (job) => planCase(parts, job),
  });
}

/** What is stored of one; of another version it begins anew. */
export function caseState(stored: Pick<ConversationState, 'state'> | null): CaseState {
  const state = stored?.state as unknown as CaseState | undefined;
  return state?.schema === NEW.schema ? state : NEW;
}
