import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import { LOOKED_AT, plain, type Word } from '../text.ts';
import { ANSWER_LEXICONS } from './lexicon/all.ts';
import { denies, isNot } from './negation.ts';
import { type Row, rowsOf, taken } from './rows.ts';
import { isThing, isVocabulary, wordSet } from './vocabulary.ts';

const WORDS = /[\p{L}\p{N}\p{M}'’]+/gu;
const NOTHING: ReadonlySet<string> = new Set();
/** A thing that is named instead is said in few words. */
const FEW = 6;

interface Placed extends Word {
  readonly at: number;
}

interface Signs {
  readonly meant: readonly Row[];
  readonly oops: readonly Row[];
  readonly itIs: readonly Row[];
  readonly no: ReadonlySet<string>;
  readonly but: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly where: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
  readonly that: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
}

const SIGNS = LANGUAGES.map(signsOf);

/** "nej, den andra skrivaren", "jag menade mejlen", "ik bedoel de printer", "not the printer but the phone": a correction of what was said before, with the rest of the text; null for anything else ("nej" alone, "nej det fungerar inte" is an answer, no correction). */
export function correctionIn(text: string): { readonly rest: string } | null {
  const start = text
    .trimStart()
    .slice(0, LOOKED_AT)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '');
  const words = [...start.matchAll(WORDS)].map(({ 0: word, index }) => placed(word, index));
  for (const signs of SIGNS) {
    const from = restIn(signs, words, start);
    const at = from === null ? undefined : words[from]?.at;
    if (at !== undefined) return { rest: start.slice(at).trim() };
  }
  return null;
}

/** At which word the rest begins, or null. */
function restIn(signs: Signs, words: readonly Placed[], text: string): number | null {
  const { at, denied } = opening(signs, words);
  const meant = longest(signs.meant, words, at);
  if (meant > 0) return afterMeant(signs, words, at + meant, text);
  const contrast = afterContrast(signs, words, at, text);
  if (contrast !== null) return contrast;
  if (!denied) return null;
  const is = longest(signs.itIs, words, at);
  return namesThing(signs, words.slice(at + is), is > 0) ? at + is : null;
}

/** "nej", "oj", "förlåt": where they end, and whether they say that something was wrong. */
function opening(signs: Signs, words: readonly Placed[]): { readonly at: number; readonly denied: boolean } {
  let denied = false;
  for (let at = 0; at < words.length; ) {
    const no = signs.no.has(words[at]?.plain ?? '');
    const length = no ? 1 : longest(signs.oops, words, at);
    if (length === 0) return { at, denied };
    denied = true;
    at += length;
  }
  return { at: words.length, denied };
}

function afterMeant(signs: Signs, words: readonly Placed[], at: number, text: string): number | null {
  const contrast = afterContrast(signs, words, at, text);
  if (contrast !== null) return contrast;
  const rest = words.slice(at);
  const [first] = rest;
  if (first === undefined || denies(rest)) return null;
  if (rest.length === 1 && signs.states.has(first.plain)) return null;
  return signs.that.has(first.plain) && rest.length !== 2 ? null : at;
}

/** "inte skrivaren utan datorn", "inte mejlen, telefonen". */
function afterContrast(signs: Signs, words: readonly Placed[], at: number, text: string): number | null {
  if (!isNot(words[at]?.plain ?? '')) return null;
  const until = words.findIndex((word, index) => index > at + 1 && signs.but.has(word.plain));
  const comma = at === 0 ? -1 : words.findIndex((word, index) => index > at + 1 && isAfterComma(word, text));
  const from = until >= 0 ? until + 1 : comma;
  const before = words.slice(at + 1, until >= 0 ? until : comma);
  if (from < 0 || before.length > FEW || denies(words.slice(from))) return null;
  return isNamed(signs, before) && isNamed(signs, words.slice(from)) ? from : null;
}

function isAfterComma({ at }: Placed, text: string): boolean {
  return /,\s?$/.test(text.slice(Math.max(0, at - 2), at));
}

function isNamed(signs: Signs, words: readonly Word[]): boolean {
  const [first] = words;
  if (first === undefined || words.length > FEW) return false;
  return words.some(({ plain }) => isThing(plain)) || signs.determiners.has(first.plain);
}

/** Whether what follows a "no" names a thing, and does not tell how something is. */
function namesThing(signs: Signs, rest: readonly Word[], afterItIs: boolean): boolean {
  const [first, second] = rest;
  if (first === undefined || rest.length > FEW || denies(rest)) return false;
  const said = signs.determiners.has(first.plain) ? rest.slice(1) : rest;
  if (said.some(({ plain }) => signs.states.has(plain) && !signs.determiners.has(plain))) return false;
  if (said.some(({ plain }) => signs.other.has(plain)) && said !== rest) return true;
  if (said !== rest && signs.where.has(second?.plain ?? '') && rest.length > 2) return true;
  if (isThing(first.plain) || (said !== rest && isThing(second?.plain ?? ''))) return true;
  return afterItIs && said.length > 0 && said.length <= 3 && !said.some(({ plain }) => isVocabulary(plain));
}

function longest(rows: readonly Row[], words: readonly Word[], at: number): number {
  return Math.max(...rows.map((row) => taken(row, words, at, NOTHING)));
}

function placed(word: string, at: number): Placed {
  const spelt = word.toLowerCase().replace(/['’]/g, '');
  return { spelt, plain: plain(spelt), at };
}

function signsOf(language: Language): Signs {
  const { meant, oops, itIs, no, but, determiners, where, other, that, states } =
    ANSWER_LEXICONS[language].correction;
  return {
    meant: rowsOf(meant),
    oops: rowsOf(oops),
    itIs: rowsOf(itIs),
    no: wordSet(no),
    but: wordSet(but),
    determiners: wordSet(determiners),
    where: wordSet(where),
    other: wordSet(other),
    that: wordSet(that),
    states: wordSet(states),
  };
}
