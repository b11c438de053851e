import type { AskMessage, ConfirmMessage, MenuMessage, SayMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { choicesData } from './choices.ts';
import { headingData, some, TONES } from './parts.ts';

export function sayData(message: SayMessage): object {
  return { text: literal(message.text), style: TONES[message.tone], ...choicesData(message) };
}

export function askData(message: AskMessage): object {
  const picture = message.picture ? say(message.language, 'render.picture') : null;
  return {
    text: literal(message.text),
    hints: [message.hint, picture].flatMap(some),
    ...choicesData(message),
  };
}

export function confirmData(message: ConfirmMessage): object {
  return { text: literal(message.text), ...choicesData(message) };
}

export function menuData(message: MenuMessage): object {
  return { ...headingData(message.title), text: literal(message.text), ...choicesData(message) };
}
