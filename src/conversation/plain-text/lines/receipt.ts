import { say } from '../../../locales/say.ts';
import type { Fact, OutageMessage, ReceiptMessage } from '../../messages.ts';
import type { Block } from '../plain-text.ts';
import { indented, some } from './some.ts';

export function receiptLines(message: ReceiptMessage): readonly Block[] {
  const { title, reference, state, language, pictures, history } = message;
  return [
    [title, `${say(language, 'render.reference')}: ${reference}`, state],
    factLines(message.facts),
    withHeading(
      say(language, 'render.pictures'),
      pictures.map(({ name }) => `- ${name}`),
    ),
    withHeading(
      say(language, 'render.history'),
      history.map(({ at, text }) => `- ${[...some(at), indented(text, '  ')].join(': ')}`),
    ),
    message.notes,
  ];
}

export function outageLines({ title, facts, latest, advice, language }: OutageMessage): readonly Block[] {
  return [
    [title],
    factLines(facts),
    some(latest).map((text) => `${say(language, 'render.latest')}: ${text}`),
    some(advice),
  ];
}

function factLines(facts: readonly Fact[]): Block {
  return facts.map(({ label, value }) => `${label}: ${indented(value, '  ')}`);
}

function withHeading(heading: string, lines: Block): Block {
  return lines.length === 0 ? [] : [`${heading}:`, ...lines];
}
