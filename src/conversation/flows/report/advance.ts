import type { Report } from '../../../domain/reports/report.ts';
import type { Talk } from '../../talk.ts';
import { tellKnown } from '../notices/known.ts';
import { tellReceipt } from '../receipt.ts';
import { tellRoutineOf } from '../routine.ts';
import { askQuestion } from './asking.ts';
import { nextDetail } from './details.ts';
import type { Draft } from './draft.ts';
import type { Verdict } from './facts.ts';
import { keepDecided } from './making.ts';
import { QUESTION } from './question.ts';
import { nextStep, outageQuestion } from './questions.ts';
import { forgetReminders, remindOf, tellNumbers } from './reached.ts';
import { verdictInWords } from './verdict.ts';

/** Takes a report one step further: the next question, the numbers, or its receipt. */
export function advance(talk: Talk, begun: number, draft: Draft): void {
  if (draft.decided) return afterDecision(talk, begun, draft);
  const next = nextStep(talk, draft);
  switch (next.step) {
    case 'ask':
      return askQuestion(talk, begun, draft, next.question);
    case 'notice':
      talk.flow = { name: 'report', begun, draft: { ...draft, pending: outageQuestion(next.notice.id) } };
      return tellKnown(talk, next.notice, begun);
    case 'solved':
      return tellSolved(talk, begun, draft, next.end.advice === null ? null : talk.local(next.end.advice));
    case 'decide':
      return decided(talk, begun, draft, next.verdict);
  }
}

/** It works again: nothing is reported, unless the person wants to. */
function tellSolved(talk: Talk, begun: number, draft: Draft, advice: string | null): void {
  talk.flow = null;
  talk.left = [{ name: 'report', begun, draft }, ...talk.left];
  const text = [talk.say('report.solved'), ...(advice === null ? [] : [advice])].join('\n');
  const choices = [
    talk.offer(talk.say('flow.back'), { do: 'back', flow: begun }, 'quiet'),
    talk.offer(talk.say('menu.report'), { do: 'wish', wish: 'report', service: null }),
  ];
  talk.tell({ kind: 'say', text, tone: 'good', choices });
}

/** The number comes first, then the rest is written down. */
function decided(talk: Talk, begun: number, draft: Draft, verdict: Verdict): void {
  const report = keepDecided(talk, draft, verdict);
  const next: Draft = {
    ...draft,
    decided: true,
    report: report.id,
    pictures: [],
    pending: null,
    again: false,
  };
  const lead = verdictInWords(talk, draft, verdict);
  if (verdict.class === 'critical') {
    remindOf(talk, report, 1);
    return askReached(talk, begun, next, report, lead);
  }
  forgetReminders(talk, report.id);
  talk.tell({ kind: 'say', text: lead.join('\n'), tone: 'plain' });
  afterDecision(talk, begun, next);
}

/** The details, and then the numbers again for what nobody has yet, or the receipt. */
function afterDecision(talk: Talk, begun: number, draft: Draft): void {
  const report = talk.report(draft.report ?? '');
  if (report === null || report.state === 'withdrawn') {
    talk.flow = null;
    return talk.note('report.gone');
  }
  if (report.class === 'critical' && report.state === 'open')
    return askReached(talk, begun, draft, report, []);
  const detail = nextDetail(talk, draft, report);
  if (detail !== null) return askQuestion(talk, begun, draft, detail);
  if (report.state === 'open')
    return askReached(talk, begun, draft, report, [talk.say('report.kept', { reference: report.id })]);
  finish(talk, report);
}

function askReached(talk: Talk, begun: number, draft: Draft, report: Report, lead: readonly string[]): void {
  talk.flow = { name: 'report', begun, draft: { ...draft, pending: QUESTION.reached } };
  tellNumbers(talk, report, lead, []);
}

/** The receipt, and what to do meanwhile. */
export function finish(talk: Talk, report: Report): void {
  talk.flow = null;
  tellReceipt(talk, report, 'receipt.title-done');
  tellRoutineOf(talk, report);
}
