import { HIT, type Hit, type Picture, REPORT_LIMITS, type Report } from '../../../domain/reports/report.ts';
import type { ReportDetail } from '../../../domain/triage/triage.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { understand } from '../../understanding/understand.ts';
import { setProfile } from '../profile.ts';
import { advance } from './advance.ts';
import { askDetail, detailOf } from './details.ts';
import { type Answered, answered, type Draft } from './draft.ts';
import { keepReport } from './making.ts';
import { QUESTION, VALUE } from './question.ts';

/** An answer as it is given: its value, and how question and answer read. */
export interface Given {
  readonly question: string;
  readonly value: string;
  readonly asked: string;
  readonly label: string;
}

/** Takes an answer in, and goes on. */
export function takeAnswer(talk: Talk, begun: number, draft: Draft, given: Given): void {
  const { question, value } = given;
  if (value === VALUE.danger) return sayDanger(talk, begun, draft);
  // The words themselves stand in the report; here they only tell that there was an answer.
  const entry: Answered = { question, value: cut(value, REPORT_LIMITS.shortText), trail: trailOf(given) };
  const next = answered(draft, entry);
  const detail = detailOf(question);
  if (detail !== null) takeDetail(talk, draft, detail, value);
  if (question === QUESTION.role && value !== VALUE.other) setProfile(talk, { role: value });
  if (question === QUESTION.site && talk.playbook.sites.has(value)) setProfile(talk, { site: value });
  if (question === QUESTION.correct) return correct(talk, begun, next, value);
  advance(talk, begun, next);
}

/** Danger to life or health is never argued with: critical at once. */
export function sayDanger(talk: Talk, begun: number, draft: Draft): void {
  advance(talk, begun, { ...draft, danger: true, decided: false, pending: null });
}

function trailOf({ question, asked, label }: Given): Answered['trail'] {
  const told = question === QUESTION.judge || question.startsWith('tree:');
  return told ? { question: asked, answer: label } : null;
}

function takeDetail(talk: Talk, draft: Draft, detail: ReportDetail, value: string): void {
  const report = talk.report(draft.report ?? '');
  if (report === null || value === VALUE.skip || value === VALUE.enough) return;
  const short = cut(value, REPORT_LIMITS.shortText);
  switch (detail) {
    case 'what':
      return keepReport(talk, { ...report, what: value });
    case 'where':
      return takePlace(talk, report, value, short);
    case 'who':
      return keepReport(talk, { ...report, hit: hitIn(value) ?? report.hit });
    case 'since':
      return keepReport(talk, { ...report, since: short });
    case 'contact-back':
      setProfile(talk, { contactBack: short });
      return keepReport(talk, { ...report, contactBack: short });
    case 'picture':
      return;
  }
}

/** A unit that is chosen is remembered as the person's own; words are the place of this report only. */
function takePlace(talk: Talk, report: Report, value: string, short: string): void {
  if (!talk.playbook.sites.has(value)) return keepReport(talk, { ...report, where: short });
  if (talk.site === null) setProfile(talk, { site: value });
  keepReport(talk, { ...report, site: value });
}

function hitIn(value: string): Hit | null {
  return HIT.find((hit) => hit === value) ?? null;
}

/** What is to be changed: it is asked again. */
function correct(talk: Talk, begun: number, draft: Draft, value: string): void {
  const again = { ...draft, answers: draft.answers.filter(({ question }) => question !== QUESTION.correct) };
  if (value === QUESTION.service) {
    const answers = again.answers.filter(({ question }) => !isAboutService(question));
    return advance(talk, begun, { ...again, service: null, answers, decided: false });
  }
  const detail = detailOf(value);
  if (detail === null) return advance(talk, begun, again);
  askDetail(talk, begun, again, detail);
}

/** Questions whose answers fall when the service turns out to be another. */
export function isAboutService(question: string): boolean {
  return [QUESTION.service, QUESTION.judge].some((id) => id === question) || /^(tree|outage):/.test(question);
}

/** Words that tell more: they go into the description, and may name the service. */
export function tellMore(talk: Talk, draft: Draft, text: string): Draft {
  const told = cut(draft.text === '' ? text : `${draft.text}\n${text}`, REPORT_LIMITS.text);
  const service = draft.service ?? understand(talk.playbook, talk.language, text).service;
  const report = draft.report === null ? null : talk.report(draft.report);
  if (report !== null)
    keepReport(talk, {
      ...report,
      what: cut(report.what === '' ? text : `${report.what}\n${text}`, REPORT_LIMITS.text),
    });
  return { ...draft, text: told, service };
}

/** Pictures belong to the report whenever they are sent. */
export function takePictures(talk: Talk, draft: Draft, pictures: readonly Picture[]): Draft {
  if (pictures.length === 0) return draft;
  const report = draft.report === null ? null : talk.report(draft.report);
  const more = (have: readonly Picture[]) => [...have, ...pictures].slice(0, REPORT_LIMITS.pictures);
  if (report === null) return { ...draft, pictures: more(draft.pictures) };
  keepReport(talk, { ...report, pictures: more(report.pictures) });
  return draft;
}
