import { Process, type ProcessParts } from '../process/process.ts';
import { PAPER_EVENTS, type PaperHappening } from './events.ts';
import { type PaperParts, type PaperProcessState, paperProcessState, planPaper } from './plan.ts';

/** Takes the events of the own conversations of units' paper, and of organisations' sheets, to their commits. */
export function paperProcess(parts: PaperParts & ProcessParts): Process<PaperHappening, PaperProcessState> {
  return new Process(parts, {
    name: 'paper',
    events: PAPER_EVENTS,
    stateOf: paperProcessState,
    plan: (job) => planPaper(parts, job),
  });
}
