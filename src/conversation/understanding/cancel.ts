import { LANGUAGES } from '../../domain/organisation/language.ts';
import { LEXICONS } from './lexicon/all.ts';
import { near } from './near.ts';
import { plain, type Word } from './text.ts';
import { COURTESY } from './vocabulary.ts';

/** Whoever writes more than this says more than that they want to stop. */
const MOST_WORDS = 10;
const SHORTEST_GUESS = 6;

const BESIDE: ReadonlySet<string> = new Set([
  ...COURTESY,
  ...LANGUAGES.flatMap((language) => LEXICONS[language].besideCancel.split(' ').map(plain)),
]);

type Sentence = readonly string[];

const SENTENCES: readonly Sentence[] = LANGUAGES.flatMap((language) => LEXICONS[language].cancel.split(';'))
  .map((sentence) => sentence.trim().split(/\s+/).map(plain))
  .sort((a, b) => b.length - a.length);

/** Longest first, as all lists of sentences. */
const BY_FIRST_WORD = Map.groupBy(SENTENCES, ([first = '']) => first);
/** Those whose first word may be written with a mistake, by its last letter, which has to be right. */
const BY_LAST_LETTER = Map.groupBy(
  SENTENCES.filter(([first = '']) => first.length >= SHORTEST_GUESS),
  ([first = '']) => first.slice(-1),
);

/** Whether a text says that the conversation is to stop, and nothing else: every word belongs to such a sentence or may stand beside it. */
export function isCancel(words: readonly Word[]): boolean {
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  let stops = 0;
  for (let at = 0; at < words.length; ) {
    const length = sentenceAt(words, at);
    if (length === 0 && !mayStandBeside(words[at])) return false;
    if (length > 0) stops++;
    at += Math.max(length, 1);
  }
  return stops > 0;
}

function mayStandBeside(word: Word | undefined): boolean {
  return word !== undefined && BESIDE.has(word.plain);
}

/** How many words the longest such sentence takes here; 0 for none. */
function sentenceAt(words: readonly Word[], at: number): number {
  const first = words[at]?.plain ?? '';
  return Math.max(
    longest(BY_FIRST_WORD.get(first), words, at),
    longest(BY_LAST_LETTER.get(first.slice(-1)), words, at),
  );
}

function longest(sentences: readonly Sentence[] = [], words: readonly Word[], at: number): number {
  for (const sentence of sentences) if (standsAt(sentence, words, at)) return sentence.length;
  return 0;
}

function standsAt(sentence: Sentence, words: readonly Word[], at: number): boolean {
  for (const [offset, meant] of sentence.entries())
    if (!isMeant(words[at + offset]?.plain, meant)) return false;
  return true;
}

/** The word, or it with a typing mistake; never an inflection, which says something else ("avbryts", "cancelled"). */
function isMeant(written: string | undefined, meant: string): boolean {
  if (written === undefined || written === meant) return written === meant;
  if (meant.length < SHORTEST_GUESS || written.slice(-1) !== meant.slice(-1)) return false;
  return !written.startsWith(meant) && !meant.startsWith(written) && near(written, meant);
}
