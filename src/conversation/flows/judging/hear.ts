import { LIFE_LIMITS } from '../../../domain/reports/life/life.ts';
import { newest } from '../../offers.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import type { CaseFlow } from '../flow.ts';
import { sayOwn } from '../follow-up/press.ts';
import { decideWithWords, pressCase } from './press.ts';

/** The words that something with a report waited for. */
export function hearCaseWords(talk: Talk, { report, deed }: CaseFlow, text: string): void {
  talk.flow = null;
  const words = cut(text, LIFE_LIMITS.text);
  if (deed === 'not-urgent' || deed === 'close' || deed === 'ask') decideWithWords(talk, report, deed, words);
  else if (!sayOwn(talk, report, deed, words)) talk.note('report.gone');
}

/** It is done without words. False: nothing waits for them any more. */
export function withoutWords(talk: Talk, begun: number): boolean {
  const { flow } = talk;
  if (flow?.name !== 'case' || flow.begun !== begun) return false;
  hearCaseWords(talk, flow, '');
  return true;
}

/** "Not urgent: the other printer works": a choice on the newest message, and why. False: nothing of the kind. */
export function hearTypedDeed(talk: Talk, text: string): boolean {
  const written = text.toLowerCase();
  for (const { action, label } of newest(talk)) {
    if (action.do !== 'case' || !written.startsWith(label.toLowerCase())) continue;
    const rest = /^\s*[:;,.–-]\s*(?<why>.+)$/su.exec(text.slice(label.length));
    if (rest?.groups?.why === undefined) continue;
    return pressCase(talk, action, cut(rest.groups.why.trim(), LIFE_LIMITS.text));
  }
  return false;
}
