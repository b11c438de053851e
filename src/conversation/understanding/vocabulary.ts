import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import { LEXICONS } from './lexicon/all.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { THINGS } from './lexicon/things.ts';
import { near } from './near.ts';
import { wordsIn } from './pattern.ts';
import { remembering } from './remember.ts';
import { stem } from './stem.ts';
import { plain } from './text.ts';

const SHORTEST_GUESS = 5;

/** Greetings and courtesies of all languages, without accents. */
export const COURTESY: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => spaced(LEXICONS[language].courtesy)),
);

/** The words that a language's patterns name, without accents. */
export const PATTERN_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = byLanguage(
  (language) => new Set(patternWords(LEXICONS[language])),
);
const stems = byLanguage((language) => stemsOf(language, allWords(LEXICONS[language])));
const things = new Set(THINGS.flatMap((thing) => spaced(thing)));

/** A word that some language's lists have, so that it is no typing mistake. */
export const isKnownWord = remembering(
  (word) => things.has(word) || LANGUAGES.some((language) => stems[language].has(stem(language, word))),
);

/** The stem of the word of a language's patterns that this one is a typing mistake of, or null. */
export function nearestStem(language: Language, word: string): string | null {
  return nearest[language](word);
}

const nearest = byLanguage((language) => remembering((word) => nearestOf(language, word)));

function nearestOf(language: Language, word: string): string | null {
  if (word.length < SHORTEST_GUESS) return null;
  for (const known of PATTERN_WORDS[language]) {
    if (known.length >= SHORTEST_GUESS && near(word, known)) return stem(language, known);
  }
  return null;
}

function allWords(lexicon: Lexicon): readonly string[] {
  return [...patternWords(lexicon), ...spaced(lexicon.telling), ...spaced(lexicon.courtesy)];
}

function patternWords(lexicon: Lexicon): readonly string[] {
  const topics = Object.values(lexicon.topics).flatMap((strengths) => Object.values(strengths));
  return [...topics, ...Object.values(lexicon.scope)].flatMap(wordsIn);
}

function stemsOf(language: Language, list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map((word) => stem(language, word)));
}

function spaced(list: string): readonly string[] {
  return list
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(plain);
}

function byLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return { sv: make('sv'), nb: make('nb'), nl: make('nl'), en: make('en') };
}
