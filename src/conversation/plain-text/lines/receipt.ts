import { say } from '../../../locales/say.ts';
import type { ReceiptMessage } from '../../messages.ts';
import type { Block } from '../plain-text.ts';
import { factLines, historyLines, withHeading } from './some.ts';

export function receiptLines(message: ReceiptMessage): readonly Block[] {
  const { title, reference, state, language, pictures, history } = message;
  return [
    [title, `${say(language, 'render.reference')}: ${reference}`, state],
    factLines(message.facts),
    withHeading(
      say(language, 'render.pictures'),
      pictures.map(({ name }) => `- ${name}`),
    ),
    withHeading(say(language, 'render.history'), historyLines(history)),
    message.notes,
  ];
}
