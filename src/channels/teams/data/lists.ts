import type { ProposalMessage, ReportsMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { choicesData } from './choices.ts';
import { headingData, some } from './parts.ts';

export function reportsData(message: ReportsMessage): object {
  const { items, language } = message;
  return {
    ...headingData(message.title),
    items: items.map(({ reference, title, state, when, choice }) => ({
      title: literal(title),
      state: literal(state),
      reference: literal(reference),
      when: ` · ${literal(when)}`,
      open: literal(say(language, 'render.open', { what: reference })),
      choice,
    })),
    notes: some(message.note),
    ...choicesData(
      message,
      items.map(({ choice }) => choice),
    ),
  };
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
