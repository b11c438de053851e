import { near } from '../near.ts';
import { plain, type Word } from '../text.ts';
import type { Rows } from './lexicon/lexicon.ts';
import { isVocabulary } from './vocabulary.ts';

const SHORTEST_GUESS = 5;
const WIDEST_GAP = 3;
const LONGEST_REST = 6;
const DRAWN_OUT = /(.)\1\1/u;

interface Slot {
  readonly kind: 'word' | 'gap' | 'rest';
  /** Each may be several words. */
  readonly choices: readonly (readonly string[])[];
  readonly optional: boolean;
}

/** A row of words that means something when it stands in a text. */
export type Row = readonly Slot[];

/** Every row of a list. */
export function rowsOf(list: Rows): readonly Row[] {
  return list
    .split(';')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => row.split(/\s+/).map(slotOf));
}

/** The words of a row that consists of one word only. */
export function loneWords(row: Row): readonly string[] {
  const [only, ...more] = row.filter((slot) => !slot.optional);
  if (only?.kind !== 'word' || more.length > 0) return [];
  return only.choices.flatMap((choice) => (choice.length === 1 ? choice : []));
}

/** Whether a row may stand where this word is the first. */
export function mayBegin(row: Row, word: string): boolean {
  for (const { kind, choices, optional } of row) {
    if (kind !== 'word' || choices.some(([first = '']) => isMeant(word, first))) return true;
    if (!optional) return false;
  }
  return true;
}

/** How many words a row takes here, as many as it can, or 0; words that spoil it are in no gap. */
export function taken(row: Row, words: readonly Word[], at: number, spoils: ReadonlySet<string>): number {
  return Math.max(0, takenFrom(row, 0, words, at, spoils) - at);
}

function takenFrom(
  row: Row,
  index: number,
  words: readonly Word[],
  at: number,
  spoils: ReadonlySet<string>,
): number {
  const slot = row[index];
  if (slot === undefined) return at;
  if (slot.kind !== 'word') return afterGap(slot.kind, row, index, words, at, spoils);
  for (const choice of slot.choices) {
    if (!choice.every((meant, offset) => isMeant(words[at + offset]?.plain ?? '', meant))) continue;
    const end = takenFrom(row, index + 1, words, at + choice.length, spoils);
    if (end >= 0) return end;
  }
  return slot.optional ? takenFrom(row, index + 1, words, at, spoils) : -1;
}

function afterGap(
  kind: 'gap' | 'rest',
  row: Row,
  index: number,
  words: readonly Word[],
  at: number,
  spoils: ReadonlySet<string>,
): number {
  const rest = words.slice(at);
  const isFree = (free: readonly Word[]): boolean => !free.some((word) => spoils.has(word.plain));
  if (kind === 'rest') return rest.length <= LONGEST_REST && isFree(rest) ? words.length : -1;
  for (let skipped = 0; skipped <= WIDEST_GAP && isFree(rest.slice(0, skipped)); skipped++) {
    const end = takenFrom(row, index + 1, words, at + skipped, spoils);
    if (end >= 0) return end;
  }
  return -1;
}

function slotOf(part: string): Slot {
  if (part === '…') return { kind: 'rest', choices: [], optional: false };
  if (part === '*') return { kind: 'gap', choices: [], optional: false };
  const optional = part.endsWith('?');
  const choices = part.replace(/['’?]/g, '').split('|');
  return { kind: 'word', choices: choices.map((choice) => choice.split('_').map(plain)), optional };
}

/** Whether a written word is a word that is meant: the same, drawn out ("jaaaa"), or with a typing mistake. */
export function isMeant(written: string, meant: string): boolean {
  if (written === meant) return true;
  if (DRAWN_OUT.test(written) && squeezed(written) === squeezed(meant)) return true;
  return written.length >= SHORTEST_GUESS && near(written, meant) && !isVocabulary(written);
}

function squeezed(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}
