import type { ProposalMessage, ReportsMessage } from '../../../conversation/messages.ts';
import { cut } from '../../../conversation/plain-text/clean.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { choicesData } from './choices.ts';
import { headingData, some } from './parts.ts';

/** Characters of a report's title in the name of its row. */
const TITLE = 300;

export function reportsData(message: ReportsMessage): object {
  const { items, language } = message;
  return {
    ...headingData(message.title),
    items: items.map(({ reference, title, state, when, choice }) => ({
      title: literal(title),
      state: literal(state),
      reference: literal(reference),
      when: ` · ${literal(when)}`,
      open: literal(say(language, 'render.open', { what: rowInWords(title, state, reference, when) })),
      choice,
    })),
    notes: some(message.note),
    ...choicesData(
      message,
      items.map(({ choice }) => choice),
    ),
  };
}

/** The name of a row begins with all that is read there: who steers by voice says it. */
function rowInWords(title: string, state: string, reference: string, when: string): string {
  return `${cut(title, TITLE)} ${state} ${reference} · ${when}`;
}

export function proposalData(message: ProposalMessage): object {
  return {
    ...headingData(message.title),
    text: literal(message.text),
    reports: message.reports.map(({ reference, text }) => ({
      reference: literal(reference),
      text: literal(text),
    })),
    ...choicesData(message),
  };
}
