import { happened } from '../../domain/reports/history.ts';
import { type Picture, REPORT_LIMITS, type Report } from '../../domain/reports/report.ts';
import { cut } from '../plain-text/clean.ts';
import type { Talk } from '../talk.ts';
import { sayMoment } from '../when.ts';
import { stateInWords, tellReceipt, titleOf } from './receipt.ts';
import { advance } from './report/advance.ts';
import { askQuestion } from './report/asking.ts';
import { putAside } from './report/begin.ts';
import { detailId } from './report/details.ts';
import { newDraft } from './report/draft.ts';
import { keepReport } from './report/making.ts';
import { QUESTION } from './report/question.ts';
import { forgetReminders } from './report/reached.ts';

const MOST_SHOWN = 10;

/** The person's own reports, newest first. */
export function tellReports(talk: Talk): void {
  const reports = talk.reports();
  const items = reports.slice(0, MOST_SHOWN).map((report) => {
    const title = titleOf(talk, report);
    const { id } = talk.offer(title, { do: 'open-report', report: report.id });
    return {
      ...{ reference: report.id, title, state: stateInWords(talk, report), when: sayMoment(talk, report.at) },
      choice: id,
    };
  });
  const note =
    reports.length === 0
      ? talk.say('my-reports.none')
      : reports.length > MOST_SHOWN
        ? talk.say('my-reports.newest', { count: MOST_SHOWN })
        : null;
  talk.tell({
    kind: 'reports',
    title: talk.say('my-reports.title'),
    items,
    note,
    choices: [
      ...items.map(({ choice, title }) => ({ id: choice, label: cut(title, 80), style: 'plain' as const })),
      ...(reports.length > 0
        ? []
        : [talk.offer(talk.say('menu.report'), { do: 'wish', wish: 'report', service: null }, 'main')]),
    ],
  });
}

export function askAddition(talk: Talk, report: Report): void {
  putAside(talk, report.id);
  talk.flow = { name: 'add', begun: talk.number, report: report.id };
  const choices = [talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: talk.number }, 'quiet')];
  const text = talk.say('add.ask', { reference: report.id });
  talk.tell({ kind: 'ask', text, hint: talk.say('add.hint'), picture: true, choices });
}

/** What was written, or sent, is added to the report. */
export function addToReport(talk: Talk, report: Report, text: string, pictures: readonly Picture[]): void {
  const what = cut([report.what, text].filter((part) => part !== '').join('\n'), REPORT_LIMITS.text);
  const all = [...report.pictures, ...pictures].slice(0, REPORT_LIMITS.pictures);
  const added = happened(report, talk.now.epochMilliseconds, 'added', { what, pictures: all });
  keepReport(talk, added);
  talk.flow = null;
  talk.note('add.added', {}, 'good');
  tellReceipt(talk, added, 'receipt.title');
}

/** What is to be changed? */
export function askCorrection(talk: Talk, report: Report): void {
  putAside(talk, report.id);
  const draft = newDraft(talk.playbook.version, {
    ...{ report: report.id, decided: true, text: report.what, service: report.service },
    stated: report.statedCritical,
  });
  const details = talk.playbook.details.filter((detail) => detail !== 'picture');
  askQuestion(talk, talk.number, draft, {
    id: QUESTION.correct,
    text: talk.say('correct.ask', { reference: report.id }),
    options: [
      ...(talk.playbook.services.size === 0
        ? []
        : [{ value: QUESTION.service, label: talk.say('fact.service') }]),
      ...details.map((detail) => ({ value: detailId(detail), label: talk.say(`fact.${detail}`) })),
    ],
    hint: null,
    picture: false,
  });
}

/** It has become worse: the organisation's circumstances are asked for again, and the rules decide again. */
export function askAgain(talk: Talk, report: Report, stated = false): void {
  putAside(talk, report.id);
  const { id, what, service } = report;
  const draft = newDraft(talk.playbook.version, { report: id, text: what, service, stated, again: true });
  advance(talk, talk.number, draft);
}

export function askWithdrawal(talk: Talk, report: Report): void {
  talk.tell({
    kind: 'confirm',
    text: talk.say('withdraw.ask', { title: titleOf(talk, report) }),
    choices: [
      talk.offer(talk.say('withdraw.yes'), { do: 'withdraw-report', report: report.id, sure: true }, 'main'),
      talk.offer(talk.say('withdraw.no'), { do: 'open-report', report: report.id }),
    ],
  });
}

export function withdraw(talk: Talk, report: Report): void {
  const now = talk.now.epochMilliseconds;
  if (report.state !== 'withdrawn')
    keepReport(talk, happened(report, now, 'withdrawn', { state: 'withdrawn' }));
  forgetReminders(talk, report.id);
  if (talk.flow?.name === 'report' && talk.flow.draft.report === report.id) talk.flow = null;
  talk.left = talk.left.filter((flow) => flow.name !== 'report' || flow.draft.report !== report.id);
  talk.note('withdraw.done', { reference: report.id });
}
