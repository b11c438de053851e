import type { Report } from '../../../domain/reports/report.ts';
import { REPORT_DETAILS, type ReportDetail } from '../../../domain/triage/triage.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import type { Talk } from '../../talk.ts';
import { askQuestion } from './asking.ts';
import { answerTo, type Draft } from './draft.ts';
import { type Option, type Question, VALUE } from './question.ts';
import { siteQuestion } from './questions.ts';

const PREFIX = 'detail:';

/** The next thing that the organisation wants to know; null when all is known, skipped, or enough was told. */
export function nextDetail(talk: Talk, draft: Draft, report: Report): Question | null {
  if (draft.answers.some(({ value }) => value === VALUE.enough)) return null;
  const open = talk.playbook.details.find(
    (detail) => answerTo(draft, detailId(detail)) === null && isMissing(report, detail),
  );
  return open === undefined ? null : detailQuestion(talk, open);
}

export function detailId(detail: ReportDetail): string {
  return `${PREFIX}${detail}`;
}

/** Which detail a question asks for; null if it is another question. */
export function detailOf(question: string): ReportDetail | null {
  const name = question.startsWith(PREFIX) ? question.slice(PREFIX.length) : '';
  return REPORT_DETAILS.find((detail) => detail === name) ?? null;
}

function isMissing(report: Report, detail: ReportDetail): boolean {
  switch (detail) {
    case 'what':
      return report.what === '';
    case 'where':
      return report.site === null && report.where === null;
    case 'who':
      return report.hit === null;
    case 'since':
      return report.since === null;
    case 'contact-back':
      return report.contactBack === null;
    case 'picture':
      return report.pictures.length === 0;
  }
}

const HINTS: Readonly<Record<ReportDetail, TextKey | null>> = {
  what: 'detail.hint-what',
  where: 'report.hint-site',
  who: null,
  since: 'detail.hint-since',
  'contact-back': 'detail.hint-contact-back',
  picture: 'detail.hint-picture',
};

/** A detail as a question. */
function detailQuestion(talk: Talk, detail: ReportDetail): Question {
  const hint = HINTS[detail];
  return {
    id: detailId(detail),
    text: talk.say(`detail.ask-${detail}`),
    options: [
      ...optionsFor(talk, detail),
      { value: VALUE.skip, label: talk.say('detail.skip'), style: 'quiet' },
      { value: VALUE.enough, label: talk.say('detail.enough'), style: 'quiet' },
    ],
    hint: hint === null ? null : talk.say(hint),
    picture: detail === 'picture' || detail === 'what',
  };
}

/** Asks for a detail, known already or not. */
export function askDetail(talk: Talk, begun: number, draft: Draft, detail: ReportDetail): void {
  askQuestion(talk, begun, draft, detailQuestion(talk, detail));
}

function optionsFor(talk: Talk, detail: ReportDetail): Option[] {
  switch (detail) {
    case 'where':
      return siteQuestion(talk).options.filter(({ value }) => value !== VALUE.other);
    case 'who':
      return (['one', 'several', 'everybody'] as const).map((hit) => ({
        value: hit,
        label: talk.say(`report.hit-${hit}`),
      }));
    case 'since':
      return (['now', 'today', 'yesterday'] as const).map((when) => ({
        value: talk.say(`detail.since-${when}`),
        label: talk.say(`detail.since-${when}`),
      }));
    case 'contact-back':
      return [{ value: talk.say('detail.contact-here'), label: talk.say('detail.contact-here') }];
    case 'what':
    case 'picture':
      return [];
  }
}
