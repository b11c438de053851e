import type { Happening } from '../../event.ts';
import type { Talk } from '../../talk.ts';
import { correctionIn } from '../../understanding/answers/correction.ts';
import { saysCritical, saysDanger } from '../../understanding/answers/danger.ts';
import { isMereAgreement, type ReplyWord, replyIn } from '../../understanding/answers/reply.ts';
import { SURE, understand } from '../../understanding/understand.ts';
import type { Flow } from '../flow.ts';
import { askAgain } from '../own-reports.ts';
import { advance } from './advance.ts';
import { isAboutService, sayDanger, takeAnswer, tellMore } from './answer.ts';
import { beginReport, putAside } from './begin.ts';
import { detailOf } from './details.ts';
import type { Draft } from './draft.ts';
import { reportedService } from './facts.ts';
import { pressBack, pressReached } from './press.ts';
import { QUESTION, VALUE } from './question.ts';

type ReportFlow = Extract<Flow, { name: 'report' }>;
type Said = Extract<Happening, { kind: 'said' }>;

/** Something was written while a report is being made, and it is none of the offered choices. */
export function hearInReport(talk: Talk, flow: ReportFlow, said: Said): void {
  const { begun, draft } = flow;
  const { text } = said;
  if (text === '') return hearNoWords(talk, begun, draft);
  if (saysDanger(text) && !draft.danger) return sayDanger(talk, begun, tellMore(talk, draft, text));
  const word = replyIn(talk.language, text);
  if (word !== null && !takesText(draft.pending ?? '')) {
    if (!hearWord(talk, begun, draft, word, text)) askOnceMore(talk, begun, draft);
    return;
  }
  if (word !== null && hearWord(talk, begun, draft, word, text)) return;
  const correction = correctionIn(text);
  if (correction !== null) return hearCorrection(talk, begun, draft, correction.rest);
  const stated = saysCritical(text) ? { ...draft, stated: true } : draft;
  if (stated.stated && !draft.stated && hearWorse(talk, draft, true)) return;
  if (draft.pending !== null && takesText(draft.pending))
    return takeAnswer(talk, begun, stated, { question: draft.pending, value: text, asked: '', label: text });
  if (draft.pending === QUESTION.service) return hearService(talk, begun, stated, text);
  if (isAnotherMatter(talk, draft, text)) return askWhichMatter(talk, begun, draft, text);
  talk.note(draft.pending === QUESTION.reached ? 'report.noted' : 'report.noted-but-choose');
  advance(talk, begun, { ...tellMore(talk, stated, text), pending: null });
}

/** Pictures alone, which are kept by now, or nothing that could be read. */
function hearNoWords(talk: Talk, begun: number, draft: Draft): void {
  const asked = draft.pending !== null && detailOf(draft.pending) === 'picture';
  if (asked && talk.hasSpoken) return takeAnswer(talk, begun, draft, skipped(draft.pending ?? ''));
  advance(talk, begun, draft);
}

function hearWord(talk: Talk, begun: number, draft: Draft, word: ReplyWord, text: string): boolean {
  const isDetail = draft.pending !== null && detailOf(draft.pending) !== null;
  switch (word) {
    case 'back':
      return pressBack(talk, begun);
    case 'restart':
      restart(talk, draft);
      return true;
    case 'later':
      putAside(talk);
      talk.note('flow.later');
      return true;
    case 'skip':
    case 'do-not-know':
    case 'done':
      if (!isDetail) return false;
      takeAnswer(talk, begun, draft, {
        ...skipped(draft.pending ?? ''),
        value: word === 'done' ? VALUE.enough : VALUE.skip,
      });
      return true;
    case 'worse':
      return hearWorse(talk, draft);
    case 'thanks':
      talk.note('hear.thanks', {}, 'good');
      return true;
    case 'yes':
    case 'no':
      if (takesText(draft.pending ?? '')) return hearBareAnswer(talk, begun, draft, word);
      return draft.pending === QUESTION.reached && hearReached(talk, draft, word === 'yes', text);
    default:
      return false;
  }
}

/** It got worse while the report was being made, or is urgent by the reporter's word: what is kept is judged again. */
function hearWorse(talk: Talk, draft: Draft, stated = false): boolean {
  const report = draft.report === null ? null : talk.report(draft.report);
  if (report === null || report.class === 'critical') return false;
  askAgain(talk, report, stated);
  return true;
}

/** "No" to "since when?" has nothing to tell; "yes" is no answer to it. */
function hearBareAnswer(talk: Talk, begun: number, draft: Draft, word: 'yes' | 'no'): boolean {
  if (word === 'yes') askOnceMore(talk, begun, draft);
  else takeAnswer(talk, begun, draft, skipped(draft.pending ?? ''));
  return true;
}

function askOnceMore(talk: Talk, begun: number, draft: Draft): void {
  talk.note('report.need-choice');
  advance(talk, begun, { ...draft, pending: null });
}

function skipped(question: string) {
  return { question, value: VALUE.skip, asked: '', label: '' };
}

/** "Yes" or "no" to the newest question whether somebody was reached. */
function hearReached(talk: Talk, { report }: Draft, reached: boolean, text: string): boolean {
  // "Ok" may only mean that the number was read.
  if (isMereAgreement(talk.language, text)) return false;
  const asked = talk.before.offers.findLast(
    ({ action }) => action.do === 'reached' && action.reached === reached && action.report === report,
  );
  if (asked?.action.do !== 'reached') return false;
  return pressReached(talk, asked.action.report, asked.action);
}

/** Everything from the start, in other words. What is kept already stays among the person's reports. */
function restart(talk: Talk, draft: Draft): void {
  talk.flow = null;
  if (draft.report !== null) talk.note('report.kept-before-restart', { reference: draft.report });
  beginReport(talk, { text: '', service: null });
}

/** "No, the other printer": another service is asked about anew, other words take the place of the old ones. */
function hearCorrection(talk: Talk, begun: number, draft: Draft, rest: string): void {
  const { service } = understand(talk.playbook, talk.language, rest);
  const text = rest === '' ? draft.text : rest;
  const name = talk.serviceName(service);
  if (service === null || name === null || service === reportedService(talk, draft)) {
    talk.note('report.corrected');
    const report = draft.report === null ? null : talk.report(draft.report);
    const told = report === null ? { ...draft, text } : tellMore(talk, draft, text);
    return advance(talk, begun, { ...told, pending: null });
  }
  talk.note('report.corrected-service', { service: name });
  const answers = draft.answers.filter(({ question }) => !isAboutService(question));
  advance(talk, begun, { ...draft, text, service, answers, decided: false, pending: null });
}

/** In place of a service somebody described the fault. */
function hearService(talk: Talk, begun: number, draft: Draft, text: string): void {
  const told = tellMore(talk, draft, text);
  const unclear = told.service === null && draft.text !== '';
  if (unclear) talk.note('report.which-unclear');
  advance(talk, begun, { ...told, pending: null });
}

function takesText(question: string): boolean {
  const detail = detailOf(question);
  return question === QUESTION.site || (detail !== null && detail !== 'who' && detail !== 'picture');
}

/** A report on another service, in plain words. */
function isAnotherMatter(talk: Talk, draft: Draft, text: string): boolean {
  const { intent, service, confidence } = understand(talk.playbook, talk.language, text);
  const current = reportedService(talk, draft);
  return (
    intent === 'report' && confidence >= SURE && service !== null && current !== null && service !== current
  );
}

function askWhichMatter(talk: Talk, begun: number, draft: Draft, text: string): void {
  const { service } = understand(talk.playbook, talk.language, text);
  talk.keepUnclear(text);
  talk.flow = { name: 'report', begun, draft };
  talk.tell({
    kind: 'confirm',
    text: talk.say('report.ask-another', { service: talk.serviceName(service) ?? '' }),
    choices: [
      talk.offer(talk.say('report.another'), { do: 'understood', wish: 'report', service }, 'main'),
      talk.offer(talk.say('report.same'), { do: 'resume', flow: begun }),
    ],
  });
}
