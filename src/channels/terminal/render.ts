import type { Message } from '../../conversation/messages.ts';
import { cleanText } from '../../conversation/plain-text/clean.ts';
import { plainText } from '../../conversation/plain-text/plain-text.ts';
import { wrapped } from './wrap.ts';

const DIM = '\u001b[2m';
const PLAIN = '\u001b[22m';

/**
 * A message for a person at a terminal, with the choices numbered and their ids dim. All that came from elsewhere is
 * cleaned of controls, so that no text moves the cursor, changes colours or writes to the clipboard.
 */
export function terminalText(message: Message, width = 80): string {
  const body = wrapped(plainText(message), width);
  // A form's own button is left out, since a terminal has no fields: the choices lead to the same questions.
  const choices = message.choices.map(({ id, label }, i) => {
    const name = cleanText(label).replace(/\s+/g, ' ');
    return `${i + 1}. ${name} ${DIM}#${cleanText(id).replace(/\s+/g, '')}${PLAIN}`;
  });
  return choices.length === 0 ? body : `${body}\n\n${choices.join('\n')}`;
}
