import { foldedWords } from './fold.ts';
import { Vocabulary } from './vocabulary.ts';

/** What of an entry is searched, each with all its spellings: one for each language, say. */
export interface Searched {
  readonly names: readonly string[];
  readonly services: readonly string[];
  readonly roles: readonly string[];
  readonly units: readonly string[];
  /** Internal numbers. */
  readonly extensions: readonly string[];
}

/** An entry that was found. */
export interface Hit {
  /** Its place in what was indexed. */
  readonly entry: number;
  /** How much of what was written it explains, from 0 to 1. */
  readonly score: number;
  /** Every word was found in it, spelt just so. */
  readonly exact: boolean;
}

/** How much a word tells by where it stands. */
const WEIGHTS = { names: 1, services: 1, extensions: 1, roles: 0.8, units: 0.75 } as const satisfies Record<
  keyof Searched,
  number
>;
export const SEARCH_LIMITS = {
  /** Words of a search that are looked at. */
  words: 8,
  hits: 50,
} as const;
/** Under this an entry explains too little of what was written. */
const LEAST_SCORE = 0.45;
/** Words longer than this in a row are also known as one: "annakarin", "vanderberg". */
const JOINED_WORDS = 4;

/**
 * Finds entries by misspelt words. Made once and never changed; a search changes nothing that is seen.
 * Of 10,000 people it takes about 5 MB.
 */
export class PeopleIndex {
  readonly #vocabulary: Vocabulary;
  /** The entries of all words, one word after the other: those of word i are from `#starts[i]` to `#starts[i + 1]`. */
  readonly #starts: Uint32Array;
  readonly #entries: Uint32Array;
  readonly #weights: Uint8Array;
  readonly #rarity: Float32Array;
  readonly #sum: Float32Array;
  readonly #best: Float32Array;
  readonly #exact: Uint8Array;

  constructor(entries: readonly Searched[]) {
    const found = weighed(entries);
    const words = [...found.keys()].sort((a, b) => (a < b ? -1 : 1));
    this.#vocabulary = new Vocabulary(words);
    const lists = words.map((word) => found.get(word) ?? new Map<number, number>());
    this.#starts = startsOf(lists);
    this.#entries = Uint32Array.from(lists.flatMap((list) => [...list.keys()]));
    this.#weights = Uint8Array.from(
      lists.flatMap((list) => [...list.values()].map((weight) => Math.round(weight * 100))),
    );
    const all = Math.log(entries.length + 2);
    this.#rarity = Float32Array.from(lists, ({ size }) => 0.25 + 0.75 * (1 - Math.log(size + 1) / all));
    this.#sum = new Float32Array(entries.length);
    this.#best = new Float32Array(entries.length);
    this.#exact = new Uint8Array(entries.length);
  }

  /** The entries that were most likely meant, the likeliest first; equals in the order in which they were indexed. */
  search(text: string, limit: number = SEARCH_LIMITS.hits): readonly Hit[] {
    const words = foldedWords(text).slice(0, SEARCH_LIMITS.words);
    const touched: number[] = [];
    let whole = 0;
    for (const word of words) whole += this.#addWord(word, touched);
    const hits: Hit[] = [];
    for (const entry of touched) {
      const score = whole === 0 ? 0 : (this.#sum[entry] ?? 0) / whole;
      if (score >= LEAST_SCORE) hits.push({ entry, score, exact: this.#exact[entry] === words.length });
      this.#sum[entry] = 0;
      this.#exact[entry] = 0;
    }
    return hits.sort((a, b) => b.score - a.score || a.entry - b.entry).slice(0, limit);
  }

  /** Adds what one word says of each entry. @returns how much it weighs */
  #addWord(word: string, touched: number[]): number {
    const here: number[] = [];
    let weighs = 0.25;
    for (const { word: place, likeness } of this.#vocabulary.likely(word)) {
      weighs = Math.max(weighs, likeness * (this.#rarity[place] ?? 0));
      this.#mark(place, likeness, here);
    }
    for (const entry of here) {
      if (this.#sum[entry] === 0) touched.push(entry);
      this.#sum[entry] = (this.#sum[entry] ?? 0) + weighs * (this.#best[entry] ?? 0);
      this.#best[entry] = 0;
      const marks = this.#exact[entry] ?? 0;
      this.#exact[entry] = (marks & 127) + (marks >> 7);
    }
    return weighs;
  }

  #mark(place: number, likeness: number, here: number[]): void {
    const end = this.#starts[place + 1] ?? 0;
    for (let i = this.#starts[place] ?? 0; i < end; i++) {
      const entry = this.#entries[i] ?? 0;
      const says = (likeness * (this.#weights[i] ?? 0)) / 100;
      const before = this.#best[entry] ?? 0;
      if (likeness === 1) this.#exact[entry] = (this.#exact[entry] ?? 0) | 128;
      if (says <= before) continue;
      if (before === 0) here.push(entry);
      this.#best[entry] = says;
    }
  }
}

/** The words of all entries, each with those that have it and how much it tells of them. */
function weighed(entries: readonly Searched[]): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  entries.forEach((entry, i) => {
    for (const [word, weight] of wordsOf(entry)) {
      const those = found.get(word) ?? new Map<number, number>();
      those.set(i, Math.max(weight, those.get(i) ?? 0));
      found.set(word, those);
    }
  });
  return found;
}

function startsOf(lists: readonly { readonly size: number }[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach(({ size }, i) => {
    starts[i + 1] = (starts[i] ?? 0) + size;
  });
  return starts;
}

function* wordsOf(entry: Searched): Generator<readonly [string, number]> {
  for (const [part, weight] of Object.entries(WEIGHTS) as [keyof Searched, number][])
    for (const text of entry[part]) {
      const words = foldedWords(text);
      for (const word of words) yield [word, weight];
      if (part === 'names' || part === 'services')
        for (const joined of joinedWords(words)) yield [joined, weight];
    }
}

/** "annakarin" for Anna-Karin, "vanderberg" for van der Berg: the first two words, and all but the first. */
function joinedWords(words: readonly string[]): string[] {
  if (words.length < 3 || words.length > JOINED_WORDS + 1) return [];
  return [words.slice(0, 2).join(''), words.slice(1).join('')];
}
