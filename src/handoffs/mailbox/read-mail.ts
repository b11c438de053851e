import { hash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { wordsOfHtml } from './words-of-html.ts';

/** A mail as it is understood: all of it is what somebody else wrote. */
export interface ReadMail {
  /** The same for the same bytes, wherever they lie. */
  readonly id: string;
  /** The one address that it says it comes from, in lower case; null: none, or several. */
  readonly from: string | null;
  readonly subject: string;
  readonly text: string;
  /** Names of letters that it answers. */
  readonly answers: readonly string[];
  readonly hasFile: boolean;
  /** Our own server says that it does not come from where it says. */
  readonly isForged: boolean;
}

export const MAIL_LIMITS = {
  /** Bytes of a mail that are read; the words come first in it. */
  bytes: 500_000,
  /** Characters of its words, and of its subject. */
  text: 20_000,
  subject: 300,
  /** Parts within each other, and letters that it says it answers. */
  depth: 20,
  answers: 30,
} as const;

/**
 * Reads a mail. What is not as it should be is read as far as it goes.
 * @throws where it is made so that it cannot be: parts within each other deeper than `MAIL_LIMITS.depth`
 */
export async function readMail(source: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(source, { maxNestingDepth: MAIL_LIMITS.depth });
  const { from, subject = '', text, html, inReplyTo, references, attachments, headers } = mail;
  const answers = `${inReplyTo ?? ''} ${references ?? ''}`.match(/<[^<>\s]{3,250}>/g) ?? [];
  const proof = headers.find(({ key }) => key === 'authentication-results')?.value ?? '';
  return {
    id: hash('sha256', source),
    from: from?.address?.trim().toLowerCase() || null,
    subject: flat(subject).slice(0, MAIL_LIMITS.subject),
    text: (text?.trim() ? text : wordsOfHtml(html ?? '')).slice(0, MAIL_LIMITS.text).trim(),
    answers: answers.slice(-MAIL_LIMITS.answers),
    hasFile: attachments.some(({ disposition }) => disposition === 'attachment'),
    isForged: /\bdmarc=fail\b/i.test(proof),
  };
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
