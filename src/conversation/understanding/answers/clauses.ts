import type { Language } from '../../../domain/organisation/language.ts';
import { near } from '../near.ts';
import type { Reading, ReadWord } from '../reading.ts';
import { remembering, rememberingLatest } from '../remember.ts';
import { stem } from '../stem.ts';
import { LOOKED_AT, type Word, wordsOf } from '../text.ts';
import { isVocabulary } from './vocabulary.ts';

const SHORTEST_GUESS = 6;
const INITIALS = /(?<![\p{L}.])(?:\p{L}\.){2,6}/gu;
const PARTS = /[^.!?;:,\n]+\??/gu;
const JOINTS = /\s(?:och|og|and|men|but|maar)(?=\s)/giu;

/** A part of a sentence. */
export interface Clause {
  readonly words: readonly Word[];
  readonly asks: boolean;
}

/** The parts of a text, of which no more than the usual is looked at: what is denied in one is not denied in the next. */
export function clausesOf(text: string): readonly Clause[] {
  return clausesIn(text.trimStart().slice(0, LOOKED_AT));
}

const clausesIn = rememberingLatest((start): readonly Clause[] => {
  const parts = start.replace(INITIALS, (letters) => letters.replaceAll('.', '')).match(PARTS) ?? [];
  return parts.flatMap((part) =>
    part
      .split(JOINTS)
      .map((clause) => ({ words: wordsOf(clause), asks: part.endsWith('?') }))
      .filter(({ words }) => words.length > 0),
  );
});

/** A clause as one language reads it; words of no list are taken for those that they may be a typing mistake of. */
export function readClause(language: Language, words: readonly Word[], meant: ReadonlySet<string>): Reading {
  const readWords = words.map((word) => readWord(language, word, guesses(meant)));
  const stems = new Set(readWords.map((word) => word.stem));
  return { language, words: readWords, stems, start: 0, services: new Set() };
}

type Guess = (plain: string) => string | undefined;

const known = new WeakMap<ReadonlySet<string>, Guess>();

/** Which of some words a word may be a typing mistake of. */
function guesses(meant: ReadonlySet<string>): Guess {
  const guess = known.get(meant) ?? remembering((plain) => guessOf(plain, meant));
  known.set(meant, guess);
  return guess;
}

function guessOf(plain: string, meant: ReadonlySet<string>): string | undefined {
  if (plain.length < SHORTEST_GUESS || isVocabulary(plain)) return undefined;
  return [...meant].find((word) => word.length >= SHORTEST_GUESS && near(plain, word));
}

function readWord(language: Language, { spelt, plain }: Word, guessed: Guess): ReadWord {
  const guess = guessed(plain);
  return { spelt, plain, stem: stem(language, guess ?? plain), guessed: guess !== undefined };
}
