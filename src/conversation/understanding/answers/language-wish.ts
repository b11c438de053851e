import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import { near } from '../near.ts';
import { remembering } from '../remember.ts';
import { type Word, wordsOf } from '../text.ts';
import { COURTESY } from '../vocabulary.ts';
import { ANSWER_LEXICONS } from './lexicon/all.ts';
import { denies } from './negation.ts';
import { wordSet } from './vocabulary.ts';

const MOST_WORDS = 12;
const LOOKED_AT = 300;
const SHORTEST_GUESS = 6;

const all = (of: (language: Language) => string): ReadonlySet<string> =>
  new Set(LANGUAGES.flatMap((language) => [...wordSet(of(language))]));
const BESIDE = new Set([...all((language) => ANSWER_LEXICONS[language].wish.beside), ...COURTESY]);
const FROM = all((language) => ANSWER_LEXICONS[language].wish.from);
const INTO = all((language) => ANSWER_LEXICONS[language].wish.into);
const NAMES = new Map(
  LANGUAGES.map((named) => [named, all((language) => ANSWER_LEXICONS[language].wish.names[named])]),
);

/** "English please", "på svenska tack", "kan du snakke norsk", "byt språk till engelska": the language wished for; null otherwise (a text that merely mentions a language, "det engelska systemet fungerar inte", is null). */
export function languageWish(text: string): Language | null {
  const start = text.trim();
  if (start.length > LOOKED_AT) return null;
  const words = wordsOf(start);
  if (words.length > MOST_WORDS) return null;
  const named = words.map(({ plain }) => namedBy(plain));
  if (!words.every(({ plain }, at) => named[at] !== null || mayStandBeside(plain))) return null;
  if (denies(words.filter(({ plain }, at) => named[at] === null && !COURTESY.has(plain)))) return null;
  const wished = new Set(named.filter((language, at) => language !== null && !isLeft(words, at)));
  const [only, ...more] = wished;
  return more.length === 0 ? (only ?? null) : null;
}

/** "from English": the language that is to be left. */
function isLeft(words: readonly Word[], at: number): boolean {
  return FROM.has(words[at - 1]?.plain ?? '');
}

function mayStandBeside(word: string): boolean {
  return BESIDE.has(word) || FROM.has(word) || INTO.has(word);
}

const namedBy = remembering((word): Language | null => {
  const exact = LANGUAGES.find((language) => NAMES.get(language)?.has(word));
  if (exact !== undefined || word.length < SHORTEST_GUESS || mayStandBeside(word)) return exact ?? null;
  const likely = LANGUAGES.filter((language) =>
    [...(NAMES.get(language) ?? [])].some((name) => name.length >= SHORTEST_GUESS && near(word, name)),
  );
  return likely.length === 1 ? (likely[0] ?? null) : null;
});
