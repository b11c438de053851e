import type { AskMessage, ConfirmMessage, MenuMessage, SayMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { aside, type Block, header, paragraph } from '../blocks.ts';
import { choiceBlocks } from './choices.ts';

/** Slack has no coloured ground for a text: a sign stands before it. */
const SIGNS = { good: '✓ ', warning: '⚠ ', plain: '' } as const;

export function sayBlocks(message: SayMessage): Block[] {
  return [...paragraph(`${SIGNS[message.tone]}${message.text}`), ...choiceBlocks(message)];
}

export function askBlocks(message: AskMessage): Block[] {
  const picture = message.picture ? say(message.language, 'render.picture') : '';
  return [...paragraph(message.text), ...aside([message.hint ?? '', picture]), ...choiceBlocks(message)];
}

export function confirmBlocks(message: ConfirmMessage): Block[] {
  return [...paragraph(message.text), ...choiceBlocks(message)];
}

export function menuBlocks(message: MenuMessage): Block[] {
  return [...header(message.title), ...paragraph(message.text), ...choiceBlocks(message)];
}
