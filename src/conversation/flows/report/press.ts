import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import type { Flow } from '../flow.ts';
import { tellReceipt } from '../receipt.ts';
import { advance } from './advance.ts';
import { type Given, takeAnswer } from './answer.ts';
import { askDetail, detailOf } from './details.ts';
import { newDraft } from './draft.ts';
import { markNoAnswer, markReceived, remindOf, tellNumbers } from './reached.ts';

type ReportFlow = Extract<Flow, { name: 'report' }>;

/** A choice of a question was pressed. One of another question, or of a flow that is over, does nothing (false). */
export function pressAnswer(talk: Talk, begun: number, given: Given): boolean {
  const flow = flowBegun(talk, begun);
  if (flow === null || flow.draft.pending !== given.question) return false;
  takeUp(talk, flow);
  takeAnswer(talk, begun, flow.draft, given);
  return true;
}

/** One question back. */
export function pressBack(talk: Talk, begun: number): boolean {
  const flow = flowBegun(talk, begun);
  if (flow === null) return false;
  takeUp(talk, flow);
  const answers = flow.draft.answers.slice(0, -1);
  const detail = detailOf(flow.draft.answers.at(-1)?.question ?? '');
  const draft = { ...flow.draft, answers, pending: null };
  if (detail !== null) askDetail(talk, begun, draft, detail);
  else advance(talk, begun, { ...draft, danger: false, decided: false });
  return true;
}

/** What was left is taken up again. */
export function pressResume(talk: Talk, begun: number): boolean {
  const flow = flowBegun(talk, begun);
  if (flow === null) return false;
  takeUp(talk, flow);
  const answers =
    flow.draft.version === talk.playbook.version
      ? flow.draft.answers
      : flow.draft.answers.filter(({ question }) => !question.startsWith('tree:'));
  advance(talk, begun, { ...flow.draft, answers, version: talk.playbook.version });
  return true;
}

/** Somebody was reached, or not. */
export function pressReached(
  talk: Talk,
  id: string,
  pressed: { readonly reached: boolean; readonly contact: string | null; readonly tried: readonly string[] },
): boolean {
  const report = talk.report(id);
  if (report === null) return false;
  if (report.state !== 'open') {
    talk.note(report.state === 'received' ? 'reached.already' : 'report.gone');
    tellReceipt(talk, report, 'receipt.title');
    return true;
  }
  if (!pressed.reached) {
    const tried = markNoAnswer(talk, report, pressed.contact);
    tellNumbers(talk, tried, [talk.say('reached.next')], pressed.tried);
    return true;
  }
  const received = markReceived(talk, report, pressed.contact);
  talk.note(received.class === 'critical' ? 'reached.received-critical' : 'reached.received', {}, 'good');
  goOn(talk, id);
  return true;
}

/** The flow of a report goes on where it waited; without one only the receipt is left to show. */
function goOn(talk: Talk, id: string): void {
  const { flow } = talk;
  const report = talk.report(id);
  if (flow?.name === 'report' && flow.draft.report === id)
    return advance(talk, flow.begun, { ...flow.draft, pending: null });
  if (flow === null && report !== null) {
    const draft = newDraft(talk.playbook.version, { report: id, decided: true, text: report.what });
    return advance(talk, talk.number, draft);
  }
  if (report !== null) tellReceipt(talk, report, 'receipt.title');
}

/** A report that still waits to be heard by somebody. */
export function remindReached(talk: Talk, id: string, times: number): void {
  const report = talk.report(id);
  if (report === null || report.state !== 'open') return;
  remindOf(talk, report, times + 1);
  tellNumbers(talk, report, [talk.say('reached.reminder', { reference: report.id })], []);
}

/** The question came far too late. Whom to call is told once more, and it is not asked again by itself. */
export function tellMissed(talk: Talk, id: string, due: number): void {
  const report = talk.report(id);
  if (report === null || report.state !== 'open') return;
  const when = sayMoment(talk, due);
  tellNumbers(talk, report, [talk.say('reached.too-late', { reference: report.id, when })], []);
}

/** Somebody at IT took the question away. */
export function tellNotAsked(talk: Talk, id: string): void {
  const report = talk.report(id);
  if (report?.state === 'open') talk.note('reached.not-asked', { reference: report.id }, 'warning');
}

/** The flow that began in a turn, going on or left. */
function flowBegun(talk: Talk, begun: number): ReportFlow | null {
  const found = [talk.flow, ...talk.left].find((flow) => flow?.begun === begun);
  return found?.name === 'report' ? found : null;
}

/** Makes it the one that is going on; another one is left. */
function takeUp(talk: Talk, flow: ReportFlow): void {
  const others = talk.left.filter(({ begun }) => begun !== flow.begun);
  const current = talk.flow !== null && talk.flow.begun !== flow.begun ? [talk.flow] : [];
  talk.left = [...current, ...others];
  talk.flow = flow;
}
