import { orderOfMessageId } from '../mail/letter.ts';
import type { ReadMail } from './read-mail.ts';

/** The alphabet of references, as names.ts makes them. */
const REFERENCE = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g;
/** References of a subject that are looked for. */
const MOST = 5;

/** Which orders a mail may be about: first the one whose letter it answers, then those that its subject names. */
export interface Mentioned {
  readonly thread: readonly { readonly organisation: string; readonly order: string }[];
  readonly subject: readonly string[];
}

export function mentionedIn({ answers, subject }: Pick<ReadMail, 'answers' | 'subject'>): Mentioned {
  const thread = answers.toReversed().map(orderOfMessageId);
  return {
    thread: thread.filter((found) => found !== null),
    subject: [...new Set(subject.toUpperCase().match(REFERENCE) ?? [])].slice(0, MOST),
  };
}

/**
 * Whether a mail is believed to be the supplier's: it says that it comes from one of its addresses or domains, from one
 * address only, and our own mail server does not say that this is forged.
 */
export function isBelieved(
  { from, isForged }: Pick<ReadMail, 'from' | 'isForged'>,
  believed: readonly string[],
): boolean {
  if (from === null || isForged) return false;
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return believed.some((each) => (each.includes('@') ? each === from : each === domain));
}
