import { LANGUAGES } from '../../../domain/organisation/language.ts';
import { LEXICONS } from '../lexicon/all.ts';
import { THINGS } from '../lexicon/things.ts';
import { plain } from '../text.ts';
import { PATTERN_WORDS } from '../vocabulary.ts';
import { ANSWER_LEXICONS } from './lexicon/all.ts';

const BETWEEN_WORDS = /[\s;|?_*…~=^§]+/u;

/** Words of a list or of rows, without accents. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(BETWEEN_WORDS)
      .filter((word) => word !== '')
      .map(plain),
  );
}

/** The plain words of everything that a lexicon says, in however many parts. */
function wordsWithin(part: object | string): readonly string[] {
  return typeof part === 'string' ? [...wordSet(part)] : Object.values(part).flatMap(wordsWithin);
}

const things = new Set(THINGS.flatMap((thing) => [...wordSet(thing)]));
const vocabulary = new Set([
  ...things,
  ...LANGUAGES.flatMap((language) => [
    ...PATTERN_WORDS[language],
    ...wordsWithin(LEXICONS[language].telling),
    ...wordsWithin(ANSWER_LEXICONS[language]),
  ]),
]);

/** Whether a word is just so in some list, so that it is no typing mistake. */
export function isVocabulary(word: string): boolean {
  return vocabulary.has(word);
}

/** Whether a word is what a printer, a computer or the like is called. */
export function isThing(word: string): boolean {
  return things.has(word);
}
