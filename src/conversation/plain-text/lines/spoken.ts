import { say } from '../../../locales/say.ts';
import type { AskMessage, ConfirmMessage, SayMessage } from '../../messages.ts';
import type { Block } from '../plain-text.ts';
import { some } from './some.ts';

export function textLines({ text }: SayMessage | ConfirmMessage): readonly Block[] {
  return [[text]];
}

export function askLines({ text, hint, picture, language }: AskMessage): readonly Block[] {
  return [[text, ...some(hint), ...(picture ? [say(language, 'render.picture')] : [])]];
}
