import { escapedHtml } from '../../conversation/plain-text/html.ts';
import type { HandoffLetter } from '../../ports/handoff.ts';
import type { Outgoing } from '../../ports/post.ts';
import type { PictureFiles } from '../pictures.ts';

/**
 * The name of a letter: the same at every try, and it tells whoever reads an answer which order it belongs to.
 * @param host what stands behind the @
 */
export function messageId(
  letter: Pick<HandoffLetter, 'organisation' | 'order' | 'name'>,
  host: string,
): string {
  return `<${letter.name}.${letter.order}.${letter.organisation}@${host}>`;
}

/** The order that a letter's name belongs to; null: it is none of ours. */
export function orderOfMessageId(
  id: string,
): { readonly organisation: string; readonly order: string } | null {
  const found = /^<?[a-z0-9-]+\.([0-9A-Z]{4}-[0-9A-Z]{4})\.([a-z][a-z0-9-]*)@/.exec(id.trim());
  const [, order, organisation] = found ?? [];
  return order === undefined || organisation === undefined ? null : { organisation, order };
}

/** A letter as mail: all about one order is one thread. */
export function mailOf(
  letter: HandoffLetter,
  address: string,
  { files }: Pick<PictureFiles, 'files'>,
  host: string,
): Outgoing {
  const first = messageId({ ...letter, name: letter.thread ?? 'order' }, host);
  const own = messageId(letter, host);
  return {
    ...{ to: address, subject: letter.subject, text: letter.text, html: htmlOf(letter) },
    ...{ messageId: own, inReplyTo: own === first ? null : first, unsubscribe: null },
    // The supplier's system may confirm it by itself.
    ...{ wanted: true, replyTo: letter.replyTo, attachments: files },
  };
}

function htmlOf({ language, subject, text }: HandoffLetter): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
    .map((each) => `<p style="margin:0 0 1em">${escapedHtml(each).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapedHtml(subject)}</title></head>
<body style="font:16px/1.5 system-ui,'Segoe UI',Roboto,sans-serif;max-width:40rem">
${paragraphs}
</body></html>
`;
}
