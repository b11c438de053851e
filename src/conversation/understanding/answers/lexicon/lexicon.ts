import type { Patterns } from '../../lexicon/lexicon.ts';
import type { ReplyWord } from '../reply-words.ts';

/**
 * Rows of words, separated by semicolons:
 * `a|b` one of them · `a_b` two words that are one of them · `a?` may be missing · `*` up to three words · `…` at the end: up to six more words, none of which takes it back.
 * Words are compared without accents, as they are spelt here: no stems, but typing mistakes from five letters on.
 */
export type Rows = string;

/** What is stated, and what only looks like it. */
export interface Statement {
  readonly says: Patterns;
  /** Jokes, names of places and the like: a pattern of `says` that shares a word with one of these counts for nothing. */
  readonly lookalikes: Patterns;
}

/** One language's words for short answers, as data. */
export interface AnswerLexicon {
  readonly replies: Readonly<Record<ReplyWord, Rows>>;
  /** Words that agree to something, but do not state that anything happened. */
  readonly agree: Rows;
  /** What looks like a reply and is none: "precis nu". */
  readonly noReply: Rows;
  /** Small words that may stand beside an answer and change nothing. Never a negation. */
  readonly beside: string;
  /** Words that take back what was said, or cut it short. */
  readonly but: string;
  /** Words that make an open "I got hold of …" something else. */
  readonly spoils: string;

  /** Small words that tell one choice from another all the same: "several", "only". */
  readonly quantities: string;
  readonly numbers: {
    /** From one to ten; `a|b` are spellings of the same number. */
    readonly cardinals: string;
    readonly ordinals: string;
    readonly last: string;
    /** Words that may stand beside a number. */
    readonly beside: string;
  };

  readonly not: string;
  /** "nobody", "none": negations that are no "not". */
  readonly none: string;

  readonly danger: Statement;
  readonly critical: Statement;
  /** Words that may stand between a negation or a condition and what it denies. */
  readonly between: string;
  /** Words that may follow a negation at the end: "inte längre". */
  readonly tail: string;
  /** Words before something that is asked or supposed, and not stated: "vid", "om", "vad är". */
  readonly supposed: string;
  /** Phrases that ask what a word means. */
  readonly asked: Patterns;

  /** Words that a question begins with which asks whether it is so: "är det". */
  readonly asking: string;

  readonly correction: {
    /** "jag menade". */
    readonly meant: Rows;
    /** "fel", "förlåt": may stand before it. */
    readonly oops: Rows;
    readonly no: string;
    /** "det är". */
    readonly itIs: Rows;
    /** "but rather": "utan" in "inte X utan Y". */
    readonly but: string;
    readonly determiners: string;
    /** What may follow a determiner that stands alone: "den i receptionen". */
    readonly where: string;
    readonly other: string;
    /** Words that begin a sentence, and no thing: "att". */
    readonly that: string;
    /** Words that tell how something is, so that it is an answer and names nothing. */
    readonly states: string;
  };

  readonly wish: {
    /** What the four languages are called, by language. */
    readonly names: Readonly<Record<'sv' | 'nb' | 'nl' | 'en', string>>;
    readonly beside: string;
    readonly from: string;
    readonly into: string;
  };
}
