import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import { LEXICONS } from '../lexicon/all.ts';
import { plain, type Word } from '../text.ts';
import { isBeside } from './covering.ts';
import { ANSWER_LEXICONS } from './lexicon/all.ts';
import { wordSet } from './vocabulary.ts';

const DIGITS = /^(\d{1,3})(?:an|a|e|de|ste|st|nd|rd|th)?$/;

interface Numbers {
  readonly cardinals: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly last: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

const NUMBERS = new Map<Language, Numbers>(LANGUAGES.map((language) => [language, numbersOf(language)]));
const BESIDE = new Set([...NUMBERS.values()].flatMap(({ beside }) => [...beside]));

/** Which place in a row of so many a text names, from 0, when it says nothing else: "2", "nummer två", "the last one". */
export function numberIn(locale: Language, words: readonly Word[], count: number): number | null {
  const cardinals = new Set<number>();
  const ordinals = new Set<number>();
  for (const { plain } of words) {
    const ordinal = ordinalOf(locale, plain, count);
    const cardinal = cardinalOf(locale, plain);
    if (ordinal !== null) ordinals.add(ordinal);
    else if (cardinal !== null) cardinals.add(cardinal);
    else if (!BESIDE.has(plain) && !isBeside(plain)) return null;
  }
  const [only, ...more] = ordinals.size > 0 ? ordinals : cardinals;
  return only !== undefined && more.length === 0 && only >= 1 && only <= count ? only - 1 : null;
}

function ordinalOf(locale: Language, word: string, count: number): number | null {
  for (const language of meaningIn(locale, word)) {
    const numbers = NUMBERS.get(language);
    if (numbers?.last.has(word)) return count;
    const ordinal = numbers?.ordinals.get(word);
    if (ordinal !== undefined) return ordinal;
  }
  return null;
}

function cardinalOf(locale: Language, word: string): number | null {
  const digits = DIGITS.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  for (const language of meaningIn(locale, word)) {
    const cardinal = NUMBERS.get(language)?.cardinals.get(word);
    if (cardinal !== undefined) return cardinal;
  }
  return null;
}

/** The languages to read a word in: a small word of the language spoken is no number of another one. */
function meaningIn(locale: Language, word: string): readonly Language[] {
  const own = NUMBERS.get(locale);
  const small = own?.beside.has(word) || wordSet(LEXICONS[locale].telling).has(word);
  return small ? [locale] : [locale, ...LANGUAGES];
}

function numbersOf(language: Language): Numbers {
  const { cardinals, ordinals, last, beside } = ANSWER_LEXICONS[language].numbers;
  return {
    cardinals: placesOf(cardinals),
    ordinals: placesOf(ordinals),
    last: wordSet(last),
    beside: wordSet(beside),
  };
}

function placesOf(list: string): ReadonlyMap<string, number> {
  const places = list.split(/\s+/).map((spellings) => spellings.split('|'));
  return new Map(places.flatMap((spellings, at) => spellings.map((word) => [plain(word), at + 1] as const)));
}
