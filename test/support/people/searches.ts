import { seededRandom } from '../../../bench/benchmark.ts';
import type { Person } from '../../../src/domain/people/person.ts';

/** What somebody types, and whom they mean. */
export interface Search {
  readonly typed: string;
  readonly meant: Person;
  readonly how: string;
}

type Random = () => number;

const NEIGHBOURS: Readonly<Record<string, string>> = {
  ...{ a: 'sq', b: 'vn', c: 'xv', d: 'sf', e: 'wr', f: 'dg', g: 'fh', h: 'gj', i: 'uo', j: 'hk', k: 'jl' },
  ...{ l: 'kö', m: 'n', n: 'bm', o: 'ip', p: 'oå', r: 'et', s: 'ad', t: 'ry', u: 'yi', v: 'cb', y: 'tu' },
};
/** How names are spelt by those who have only heard them. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/ss/, 's'],
  [/nn/, 'n'],
  [/ll/, 'l'],
  [/tt/, 't'],
  [/qv/, 'kv'],
  [/^C/, 'K'],
  [/^K/, 'C'],
  [/ck/, 'k'],
  [/th/i, 't'],
  [/ph/i, 'f'],
  [/f/, 'ph'],
  [/W/, 'V'],
  [/V/, 'W'],
  [/ij/, 'y'],
  [/dt/, 't'],
  [/x/, 'ks'],
  [/s(?=son|sen)/, ''],
  [/sson$/, 'son'],
  [/sen$/, 'son'],
  [/ø/i, 'ö'],
  [/Kj/, 'Ch'],
  [/Hj/, 'J'],
];

/** What is wrong with one word. */
const SLIPS: Readonly<Record<string, (word: string, random: Random) => string>> = {
  missing: (word, random) => without(word, at(word, random)),
  doubled: (word, random) => insert(word, at(word, random), (c) => c),
  swapped: (word, random) => swap(word, at(word, random)),
  neighbour: (word, random) => replace(word, at(word, random), (c) => NEIGHBOURS[c]?.[0] ?? c),
  heard: (word, random) => {
    const fitting = HEARD.filter(([from]) => from.test(word));
    const [from, to] = fitting[Math.floor(random() * fitting.length)] ?? [/$/, ''];
    return word.replace(from, to);
  },
  'without accents': (word) =>
    word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('Ø', 'O'),
  'two letters for one': (word) =>
    word
      .replaceAll('å', 'aa')
      .replaceAll('Å', 'Aa')
      .replace(/[äæ]/g, 'ae')
      .replace(/[öø]/g, 'oe')
      .replace(/[ÖØ]/g, 'Oe'),
};

/** What people type of somebody. */
const SHAPES: Readonly<Record<string, (name: readonly string[], person: Person) => string>> = {
  'whole name': (name) => name.join(' '),
  'last name first': ([first = '', ...last]) => [...last, first].join(' '),
  'name and unit': (name, { unit }) => `${name.join(' ')} ${unit}`,
  'name and role': (name, { role }) => `${name.join(' ')}, ${role}`,
  'small letters': (name) => name.join(' ').toLowerCase(),
};

/**
 * So many searches with something wrong in each, the same for the same people: one slip in one word of the name, in four
 * of ten a second in another. Where somebody else is called the very same, the unit stands there too.
 */
export function madeUpSearches(people: readonly Person[], count: number): readonly Search[] {
  const random = seededRandom(4711);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const names = Map.groupBy(people, ({ name }) => name);
  const searches: Search[] = [];
  while (searches.length < count) {
    const meant = pick(people);
    const words = meant.name.split(' ');
    const long = words.flatMap((word, i) => (word.length > 3 ? [i] : []));
    const slipped = random() < 0.4 ? long : [pick(long)];
    const kinds: string[] = [];
    const typed = words.map((word, i) => {
      if (!slipped.includes(i)) return word;
      const kind = pick(Object.keys(SLIPS));
      kinds.push(kind);
      return SLIPS[kind]?.(word, random) ?? word;
    });
    if (typed.join(' ') === meant.name) continue;
    const isOne = names.get(meant.name)?.length === 1;
    const shape = isOne ? pick(Object.keys(SHAPES)) : 'name and unit';
    searches.push({
      typed: SHAPES[shape]?.(typed, meant) ?? '',
      meant,
      how: `${shape}: ${kinds.join(', ')}`,
    });
  }
  return searches;
}

/** Never the first letter: people get that right. */
function at(word: string, random: Random): number {
  return 1 + Math.floor(random() * (word.length - 1));
}

function without(word: string, i: number): string {
  return word.slice(0, i) + word.slice(i + 1);
}

function insert(word: string, i: number, make: (c: string) => string): string {
  return word.slice(0, i) + make(word[i] ?? '') + word.slice(i);
}

function replace(word: string, i: number, make: (c: string) => string): string {
  return word.slice(0, i) + make(word[i] ?? '') + word.slice(i + 1);
}

function swap(word: string, i: number): string {
  const j = Math.min(i, word.length - 2);
  return word.slice(0, j) + (word[j + 1] ?? '') + (word[j] ?? '') + word.slice(j + 2);
}
