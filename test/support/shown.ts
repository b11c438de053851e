import type { SlackMessage } from '../../src/channels/slack/render.ts';
import type { TeamsCard } from '../../src/channels/teams/render.ts';
import { cleanText } from '../../src/conversation/plain-text/clean.ts';

type Json = { readonly [key: string]: unknown };

/** Every object in some JSON that has a `type`. */
export function parts(node: unknown): Json[] {
  if (Array.isArray(node)) return node.flatMap(parts);
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Json;
  return [...(typeof own.type === 'string' ? [own] : []), ...Object.values(own).flatMap(parts)];
}

/** The texts that a card shows, as a reader sees them. */
export function shownInTeams({ body }: TeamsCard): string[] {
  const inputs = parts(body).flatMap(({ choices = [], label, value }) => [
    ...(choices as Json[]).map(({ title }) => title),
    label,
    value,
  ]);
  const texts = parts(body).flatMap(({ text, title, inlines = [] }) => [
    text,
    title,
    ...(inlines as unknown[]),
  ]);
  return [...texts, ...inputs].filter((text) => typeof text === 'string');
}

const LINK = /<(?:tel:|mailto:|https?:\/\/)[^<>|]*\|([^<>|]*)>/g;

/** The texts that a Slack message shows, as a reader sees them. Fails on markup that is not ours. */
export function shownInSlack({ blocks }: SlackMessage): string[] {
  return parts(blocks).flatMap(({ type, text, initial_value: value, emoji, verbatim }) => {
    if (type === 'plain_text' && emoji !== false) throw new Error('plain text with emoji codes');
    if (type === 'mrkdwn' && verbatim !== true) throw new Error('markup that makes links by itself');
    const shown = type === 'mrkdwn' ? readMrkdwn(String(text)) : text;
    return [shown, value].filter((each) => typeof each === 'string');
  });
}

function readMrkdwn(markup: string): string {
  const bare = markup.replace(LINK, '$1').replace(/^\*(.*)\*$/gm, '$1');
  if (/[<>*_~`]/.test(bare.replace(/[\w.-]+@[\w.-]+|[\w.-]+\.[\w./-]+/g, '')))
    throw new Error(`markup that is not ours: ${markup}`);
  return bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A text as it is compared: cleaned, with one space for any. */
export function asRead(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** Writes a text in many places, and finds out in which of them a message has it. */
export class Marked {
  #count = 0;
  readonly #written: string;

  constructor(written: string) {
    this.#written = written;
  }

  /** The text with a mark of its own. */
  readonly next = (): string => {
    this.#count += 1;
    return `${this.#written} ¶${this.#count}¶`;
  };

  /** What of a message cannot be read in what is shown of it. */
  missing(message: unknown, shown: readonly string[]): string[] {
    const all = asRead(shown.join(' | '));
    const marks = JSON.stringify(message).match(/¶\d+¶/g) ?? [];
    return marks.map((mark) => asRead(`${this.#written} ${mark}`)).filter((text) => !all.includes(text));
  }
}
