import { z } from 'zod';
import { RECEIVER_LIMITS } from '../limits.ts';
import type { Activity } from './activity.ts';
import { decoded, hasQuotation, textOfHtml } from './html.ts';
import type { Meaning } from './meaning.ts';
import { mentionsOf, withMentions } from './mentions.ts';
import { picturesOf } from './pictures.ts';

const html = z.object({ contentType: z.literal('text/html'), content: z.string() });

/** What somebody wrote, and the pictures with it. A mention of the bot alone is a message too: without words. */
export function said(activity: Activity): Meaning {
  const pictures = picturesOf(activity.attachments);
  const text = textOf(activity).slice(0, RECEIVER_LIMITS.text).toWellFormed();
  const isEmpty = text === '' && pictures.length === 0;
  if (isEmpty && mentionsOf(activity).length === 0)
    return { ignored: 'a message without words and pictures' };
  return { what: { kind: 'said', text, pictures }, signs: [] };
}

/** Teams sends words as plain text, and again as HTML, which alone tells what of it is a quotation. */
function textOf(activity: Activity): string {
  const mentions = mentionsOf(activity);
  const formatted = htmlOf(activity.attachments);
  const plain = plainly(withMentions(activity.text ?? '', mentions), activity.textFormat);
  if (formatted !== null && (plain === '' || hasQuotation(formatted))) return textOfHtml(formatted, mentions);
  return plain;
}

function htmlOf(attachments: readonly unknown[]): string | null {
  for (const attachment of attachments) {
    const { data } = html.safeParse(attachment);
    if (data !== undefined) return data.content;
  }
  return null;
}

/** Even in plain text Teams writes `&nbsp;` beside a mention. */
function plainly(text: string, format: string | undefined): string {
  const words = format === 'xml' ? decoded(text) : text.replaceAll('&nbsp;', ' ');
  return words
    .replace(/\u00a0/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}
