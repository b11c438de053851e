import type { Message } from '../../conversation/messages.ts';
import { cleanText, cut } from '../../conversation/plain-text/clean.ts';
import { escapedHtml } from '../../conversation/plain-text/html.ts';
import { plainText } from '../../conversation/plain-text/plain-text.ts';
import type { Language } from '../../domain/organisation/language.ts';
import { MAIL_LIMITS } from './limits.ts';

/** What a letter says. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What stands below every letter: how to end it. */
export interface Footer {
  readonly text: string;
  readonly link: string;
}

/**
 * A message as a letter. Its first line is the subject. Nobody can press anything in a letter, so its choices are left out.
 * @param links addresses of ours that may stand in the text, to be followed; no other becomes a link
 */
export function letterOf(
  message: Message,
  organisation: string,
  links: readonly string[],
  footer: Footer | null,
): Letter {
  const words = cleanText(plainText(message));
  const [first = '', ...rest] = words.split('\n');
  const body = rest.join('\n').trim() === '' ? words : rest.join('\n').trim();
  const foot = footer === null ? '' : `\n\n-- \n${footer.text}\n${footer.link}\n`;
  return {
    subject: cut(`${organisation}: ${first}`.replaceAll(/\s+/g, ' '), MAIL_LIMITS.subject),
    text: `${body}${foot}`,
    html: htmlOf(message.language, first, body === words ? '' : body, links, footer),
  };
}

function htmlOf(
  language: Language,
  heading: string,
  body: string,
  links: readonly string[],
  footer: Footer | null,
): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .filter((each) => each !== '')
    .map((each) => `<p style="margin:0 0 1em">${linked(each, links).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  const foot =
    footer === null
      ? ''
      : `<hr style="border:0;border-top:1px solid #8a949e"><p style="color:#4d5b68;font-size:14px"><a href="${escapedHtml(footer.link)}">${escapedHtml(footer.text)}</a></p>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="font:16px/1.5 system-ui,'Segoe UI',Roboto,sans-serif;max-width:40rem;margin:0 auto;padding:16px">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 1em">${linked(heading, links)}</h1>
${paragraphs}
${foot}
</body></html>
`;
}

/** Escapes a text, and lets our own addresses in it be followed. */
function linked(text: string, links: readonly string[]): string {
  const link = links.find((each) => text.includes(each));
  if (link === undefined) return escapedHtml(text);
  const [before = '', ...after] = text.split(link);
  return `${escapedHtml(before)}<a href="${escapedHtml(link)}">${escapedHtml(link)}</a>${linked(after.join(link), links)}`;
}
