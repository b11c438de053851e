import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import { LEXICONS } from './lexicon/all.ts';
import { remembering } from './remember.ts';
import { plain, type Word, wordsOf } from './text.ts';
import { PATTERN_WORDS } from './vocabulary.ts';

const ENOUGH = 0.9;
/** A word of the language's patterns tells less than one of its small words. */
const USED = 0.6;
const AHEAD = 1.4;
const LETTERS: readonly (readonly [RegExp, Language, number])[] = [
  [/[äö]/u, 'sv', 1],
  [/[æø]/u, 'nb', 1],
  [/ij|aa|uu|oe/u, 'nl', 0.4],
  [/th|w[hr]|ing$/u, 'en', 0.3],
];

const TELLING = new Map<Language, ReadonlySet<string>>(
  LANGUAGES.map((language) => [language, new Set(LEXICONS[language].telling.split(/\s+/))]),
);

/** Which of the four languages a text is written in, or null when it does not tell. */
export function languageOf(text: string): Language | null {
  return languageOfWords(wordsOf(text));
}

/** The same for words that are already read. */
export function languageOfWords(words: readonly Word[]): Language | null {
  const each = words.map(({ spelt }) => votesOf(spelt));
  const votes = LANGUAGES.map((language) => ({
    language,
    votes: each.reduce((sum, word) => sum + word[language], 0),
  }));
  const [first, second] = votes.sort((a, b) => b.votes - a.votes);
  if (first === undefined || second === undefined || first.votes < ENOUGH) return null;
  return first.votes >= second.votes * AHEAD ? first.language : null;
}

/** How much one word tells of each language. */
const votesOf = remembering((spelt): Readonly<Record<Language, number>> => {
  const word = { spelt, plain: plain(spelt) };
  const of = (language: Language): number => byWord(language, word) + byLetters(language, spelt);
  return { sv: of('sv'), nb: of('nb'), nl: of('nl'), en: of('en') };
});

/** A word that several languages have tells less of each. */
function byWord(language: Language, { spelt, plain }: Word): number {
  const having = LANGUAGES.filter((other) => TELLING.get(other)?.has(spelt));
  if (having.includes(language)) return 1 / having.length;
  const using = having.length > 0 ? [] : LANGUAGES.filter((other) => PATTERN_WORDS[other].has(plain));
  return using.includes(language) ? USED / using.length : 0;
}

function byLetters(language: Language, spelt: string): number {
  return LETTERS.reduce(
    (sum, [letters, of, weight]) => sum + (of === language && letters.test(spelt) ? weight : 0),
    0,
  );
}
