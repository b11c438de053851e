import { LANGUAGES } from '../../../domain/organisation/language.ts';
import type { Word } from '../text.ts';
import { ANSWER_LEXICONS } from './lexicon/all.ts';
import { wordSet } from './vocabulary.ts';

const NOT = new Set(LANGUAGES.flatMap((language) => [...wordSet(ANSWER_LEXICONS[language].not)]));
const NONE = new Set(LANGUAGES.flatMap((language) => [...wordSet(ANSWER_LEXICONS[language].none)]));

/** "inte", "not": a word that denies what stands beside it. */
export function isNot(word: string): boolean {
  return NOT.has(word);
}

/** "inte", "ingen", "nobody": any word that denies. */
export function isNegation(word: string): boolean {
  return NOT.has(word) || NONE.has(word);
}

/** Whether a text denies anything. */
export function denies(words: readonly Word[]): boolean {
  return words.some(({ plain }) => isNegation(plain));
}
