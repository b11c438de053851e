import { soundOf } from './fold.ts';
import { bitsIn, lettersIn, slipsBetween } from './slips.ts';

/** A known word that a written one may mean, and how like it is, from 0 to 1. */
export interface Likely {
  readonly word: number;
  readonly likeness: number;
}

const SAME = 1;
const ALIKE = 0.9;
const BEGINNING = 0.85;
const SLIP = 0.86;
/** What is less like the written word is not meant. */
const LEAST = 0.4;
/** Words that begin alike; more are too many to mean one of them. */
const MOST_BEGINNINGS = 300;
/** Words that are taken for the written one, the likeliest. */
const MOST_LIKELY = 24;
/** Shorter words are not forgiven slips: everything would be like them. */
const SHORTEST_SLIPPED = 3;

/** All words of a directory, and which of them a written word may mean. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #letters: Int32Array;
  readonly #places: ReadonlyMap<string, number>;
  readonly #bySound: ReadonlyMap<string, readonly number[]>;
  /** By the first letter of how they sound: people get that one right. */
  readonly #byFirst: ReadonlyMap<string, readonly number[]>;
  readonly #all: readonly number[];

  /** @param words folded, each once, sorted by code unit */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#all = words.map((_, i) => i);
    this.#letters = Int32Array.from(words, lettersIn);
    this.#places = new Map(words.map((word, i) => [word, i]));
    const sounds = words.map(soundOf);
    this.#bySound = Map.groupBy(this.#all, (i) => sounds[i] ?? '');
    this.#byFirst = Map.groupBy(this.#all, (i) => sounds[i]?.[0] ?? '');
  }

  /** The words that may be meant, each once, the likeliest first. */
  likely(written: string): Likely[] {
    const found = new Map<number, number>();
    const add = (word: number, likeness: number): void => {
      if (likeness >= LEAST && likeness > (found.get(word) ?? 0)) found.set(word, likeness);
    };
    const same = this.#places.get(written);
    if (same !== undefined) add(same, SAME);
    this.#addBeginnings(written, add);
    if (!/\d/.test(written) && written.length >= SHORTEST_SLIPPED) {
      const sound = soundOf(written);
      for (const word of this.#bySound.get(sound) ?? []) add(word, ALIKE);
      this.#addSlips(written, this.#byFirst.get(sound[0] ?? '') ?? [], add);
      if (found.size === 0) this.#addSlips(written, this.#all, add);
    }
    return [...found]
      .map(([word, likeness]) => ({ word, likeness }))
      .sort((a, b) => b.likeness - a.likeness || a.word - b.word)
      .slice(0, MOST_LIKELY);
  }

  #addBeginnings(written: string, add: (word: number, likeness: number) => void): void {
    if (written.length < 2) return;
    const first = this.#firstFrom(written);
    const last = Math.min(this.#words.length, first + MOST_BEGINNINGS);
    for (let i = first; i < last; i++) {
      const word = this.#words[i] ?? '';
      if (!word.startsWith(written)) break;
      add(i, BEGINNING * (0.75 + (0.25 * written.length) / word.length));
    }
  }

  #firstFrom(written: string): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] ?? '') < written) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #addSlips(written: string, among: readonly number[], add: (word: number, likeness: number) => void): void {
    const most = mostSlips(written.length);
    const letters = lettersIn(written);
    for (const place of among) {
      // Each slip takes at most one letter away, and brings one.
      if (bitsIn(letters ^ (this.#letters[place] ?? 0)) > 2 * most) continue;
      const word = this.#words[place] ?? '';
      const slips = slipsBetween(written, word, most);
      if (slips <= most) add(place, SLIP - (0.9 * slips) / Math.max(6, word.length + 2));
    }
  }
}

/** How many slips a word of so many letters may have. */
function mostSlips(letters: number): number {
  if (letters <= 4) return 1;
  return letters <= 9 ? 2 : 3;
}
