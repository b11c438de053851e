/** What a text can be about, other than wanting to stop. */
export const TOPICS = [
  'report',
  'who',
  'status',
  'my-reports',
  'lost-phone',
  'absence',
  'routine',
  'directory',
  'help',
] as const;
export type Topic = (typeof TOPICS)[number];

/** How much a pattern tells: it leaves no doubt, settles the matter, speaks for it, or only hints at it. */
export type Strength = 'certain' | 'decisive' | 'strong' | 'fair' | 'hint';

/**
 * Patterns, separated by semicolons. A pattern is a row of words:
 * `a|b` one of them · `a?` may be missing · `*` up to four words of any kind · `ring~` any word that begins so ·
 * `~nummer` any word that ends so · `=vår` the word spelt just so · `§` a service of the organisation · `^` at the beginning of the text, after a greeting.
 * Words are compared by their stem, and longer ones forgive a typing mistake.
 */
export type Patterns = string;

/** One language's words, as data. */
export interface Lexicon {
  /** Small words that tell the language, as they are spelt. */
  readonly telling: string;
  /** Words of greeting and courtesy, which carry no meaning of their own. */
  readonly courtesy: string;
  readonly topics: Readonly<Record<Topic, Readonly<Partial<Record<Strength, Patterns>>>>>;
  readonly scope: { readonly one: Patterns; readonly many: Patterns; readonly onlyOne: Patterns };
  /** Words that may stand beside such a sentence besides courtesies: who wants it, and what it is that is to stop. Never a negation. */
  readonly besideCancel: string;
  /** Whole sentences that mean "stop this conversation", separated by semicolons. */
  readonly cancel: string;
}
