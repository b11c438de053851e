import type { AskMessage, ConfirmMessage, MenuMessage, SayMessage } from '../../messages.ts';
import type { Shortener } from './shortener.ts';

export function shortText(message: SayMessage | ConfirmMessage, to: Shortener): SayMessage | ConfirmMessage {
  return { ...message, text: to.text(message.text) };
}

export function shortAsk(message: AskMessage, to: Shortener): AskMessage {
  return { ...message, text: to.text(message.text), hint: to.optional(message.hint) };
}

export function shortMenu(message: MenuMessage, to: Shortener): MenuMessage {
  return { ...message, title: to.line(message.title), text: to.text(message.text) };
}
