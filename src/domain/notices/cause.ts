/**
 * Why somebody did not surely get a notice, or a supplier an order, as far as people can be told in their own language. What is behind it, in a
 * sentence for operators, is the platform's own and only in English.
 */
export const CAUSES = [
  // It was not wanted any more.
  'superseded',
  'taken-back',
  'unsubscribed',
  'muted',
  'unasked',
  'read',
  'new-there',
  'never-arrived',
  'unchangeable',
  'elsewhere',
  // There is no way there.
  'left',
  'unknown-address',
  'no-channel',
  // It was refused.
  'content',
  'refused',
  'given-up',
  'words',
  // Of what goes to suppliers.
  'login',
  'not-set-up',
  'no-address',
  // Nobody can say.
  'stopped',
  'unanswered',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What the outbox keeps of it: the cause, and a sentence for operators. */
export interface Reason {
  /** Null: none that authors are told. */
  readonly cause: Cause | null;
  readonly sentence: string;
}

const BETWEEN = ': ';

/** As one text, for the outbox: `left: the bot was removed there`. */
export function reasonText({ cause, sentence }: Reason): string {
  return cause === null ? sentence : `${cause}${BETWEEN}${sentence}`;
}

/** Reads what `reasonText` wrote. A text that begins with no cause has none. */
export function readReason(text: string): Reason {
  const cause = CAUSES.find((each) => text.startsWith(`${each}${BETWEEN}`)) ?? null;
  return { cause, sentence: cause === null ? text : text.slice(cause.length + BETWEEN.length) };
}
