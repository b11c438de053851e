import { REPORT_LIMITS } from '../../../domain/reports/report.ts';
import type { Action } from '../../actions.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import type { LostFlow } from '../flow.ts';
import { finishLost, takeLost } from './lost.ts';

/** An answer was pressed. False: it is not asked any more. */
export function pressLost(
  talk: Talk,
  { flow: begun, question, value }: Extract<Action, { do: 'lost' }>,
): boolean {
  const { flow } = talk;
  if (flow?.name !== 'lost' || flow.begun !== begun || flow.pending !== question) return false;
  takeLost(talk, flow, value);
  return true;
}

/** "That is enough". */
export function pressEnough(talk: Talk, begun: number): boolean {
  const { flow } = talk;
  if (flow?.name !== 'lost' || flow.begun !== begun || flow.report === null) return false;
  finishLost(talk, flow.report);
  return true;
}

/** An answer was written. False: the choice between lost and stolen is no matter of other words. */
export function hearLost(talk: Talk, flow: LostFlow, text: string): boolean {
  if (flow.pending === 'how' || text === '') return false;
  takeLost(talk, flow, cut(text, REPORT_LIMITS.shortText));
  return true;
}
