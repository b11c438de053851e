import { cleanText } from '../../../src/conversation/plain-text/clean.ts';
import { fieldsOf } from './calls/views.ts';
import { isObject, type Json } from './check.ts';
import type { FakeMessage } from './world.ts';

/** Something to press, and where it is. */
export interface SlackButton {
  readonly label: string;
  readonly block: Json;
  readonly element: Json;
}

/** What a message says, as a reader sees it: its blocks, or its text where it has none. */
export function textOfMessage({ text, blocks }: Pick<FakeMessage, 'text' | 'blocks'>): string {
  return blocks.length === 0 ? readable(text) : textOfBlocks(blocks);
}

/** What blocks say: texts, fields, labels, and the words on links. Not what stands on buttons. */
export function textOfBlocks(blocks: readonly Json[]): string {
  return cleanText(blocks.flatMap(textsOf).filter(Boolean).join('\n'));
}

/** What can be pressed. */
export function buttonsOf(blocks: readonly Json[]): SlackButton[] {
  return fieldsOf(blocks)
    .filter(({ element }) => element.type === 'button')
    .map(({ block, element }) => ({ label: shown(element.text), block, element }));
}

function textsOf({ type, text, fields, elements, label, title }: Json): string[] {
  const list = type === 'context' && Array.isArray(elements) ? elements : [];
  const own = type === 'markdown' ? String(text) : shown(text);
  return [own, shown(label), shown(title), ...[fields ?? []].flat().map(shown), ...list.map(shown)];
}

/** A text object as it is read. */
function shown(object: unknown): string {
  if (!isObject(object) || typeof object.text !== 'string') return '';
  return object.type === 'mrkdwn' ? readable(object.text) : object.text;
}

/** Markup as it is read: links by their words, escapes undone, no marks of bold. */
function readable(markup: string): string {
  const words = markup
    .replace(/<([^<>|]*)\|([^<>]*)>/g, '$2')
    .replace(/<([^<>]*)>/g, '$1')
    .replace(/(^|\s)\*([^*\n]+)\*(?=\s|$)/g, '$1$2');
  return cleanText(words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}
