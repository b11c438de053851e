import type { Language } from '../../domain/organisation/language.ts';
import { stem } from './stem.ts';
import type { Word } from './text.ts';
import { COURTESY, isKnownWord, nearestStem } from './vocabulary.ts';

/** A word of a text as one language may mean it. */
export interface ReadWord {
  readonly spelt: string;
  readonly plain: string;
  readonly stem: string;
  /** Taken for another word than what is written, by a typing mistake. */
  readonly guessed: boolean;
}

/** A text as one language reads it. */
export interface Reading {
  readonly language: Language;
  readonly words: readonly ReadWord[];
  readonly stems: ReadonlySet<string>;
  /** Where the text begins, once greetings are passed. */
  readonly start: number;
  /** Places of words that name a service of the organisation. */
  readonly services: ReadonlySet<number>;
}

/** Reads a text in a language; when guessing, words that no language knows are taken for the nearest one that this language knows. */
export function read(
  language: Language,
  words: readonly Word[],
  services: ReadonlySet<number>,
  how: 'guessing' | 'exact',
): Reading {
  const start = words.findIndex((word) => !COURTESY.has(word.plain));
  const readWords = words.map((word, at) => readWord(language, word, how === 'exact' || services.has(at)));
  return {
    language,
    start: Math.max(start, 0),
    services,
    words: readWords,
    stems: new Set(readWords.map((word) => word.stem)),
  };
}

function readWord(language: Language, { spelt, plain }: Word, asWritten: boolean): ReadWord {
  const exact = { spelt, plain, stem: stem(language, plain), guessed: false };
  if (asWritten || isKnownWord(plain)) return exact;
  const nearest = nearestStem(language, plain);
  return nearest === null ? exact : { spelt, plain, stem: nearest, guessed: true };
}
