import type { Choice, Message } from '../../conversation/messages.ts';
import { plainText } from '../../conversation/plain-text/index.ts';

/** A message as one line of JSON, for programs: in words, with what can be pressed, and its other fields. */
export function jsonLine(to: string, at: string, message: Message): string {
  const { kind, choices: _choices, text: _text, ...rest } = { text: null, ...message };
  return JSON.stringify({ to, at, kind, text: plainText(message), choices: choicesOf(message), ...rest });
}

/** What can be pressed; what sends a form is the first. */
export function choicesOf(message: Message): Choice[] {
  const all = message.kind === 'form' ? [message.submit, ...message.choices] : message.choices;
  return all.map(({ id, label, style }) => ({ id, label, style }));
}
