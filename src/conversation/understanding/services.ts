import type { Playbook } from '../../domain/organisation/playbook.ts';
import { LOST_THINGS } from './lexicon/things.ts';
import { isPartly, likeness, SURE } from './likeness.ts';
import { type Phrase, type ServiceWords, serviceWords } from './phrases.ts';
import { remembering } from './remember.ts';
import type { Word } from './text.ts';

const OWN_NAME = 0.3;
const MORE_WORDS = 0.15;
const BY_THING = 0.75;
const FURTHEST_APART = 3;

/** A service that a text names, and where. */
export interface Mention {
  readonly service: string;
  readonly sureness: number;
  readonly places: readonly number[];
}

/** Every naming of a service in a text, the surest first. */
export function mentionsIn(playbook: Playbook, words: readonly Word[]): readonly Mention[] {
  const { phrases } = serviceWords(playbook);
  const likenessOf = likenessesIn(playbook);
  const likely = words.map(({ plain }) => likenessOf(plain));
  const begun = new Set(likely.flatMap(({ begins }) => begins));
  const mentions = [
    ...inOrder(begun).flatMap((index) => mentionsOf(phrases[index], index, likely)),
    ...words.flatMap((word, at) => pairMentions(playbook, word, words[at + 1], at)),
    ...likely.flatMap(({ things }, at) =>
      things.map((service) => ({ service, sureness: BY_THING, places: [at] })),
    ),
  ];
  return mentions.sort((a, b) => b.sureness - a.sureness || (a.places[0] ?? 0) - (b.places[0] ?? 0));
}

/** The service that is lost when somebody says that a phone is. */
export function lostService(playbook: Playbook): string | null {
  const { things } = serviceWords(playbook);
  const lost = LOST_THINGS.map((thing) => things.find((known) => known.thing === thing));
  return lost.find((thing) => thing !== undefined)?.service ?? null;
}

/** What one word may have to do with the services of an organisation; phrases are told by their place in the list. */
interface Likeness {
  /** For phrases with a word like it: how much it is like each word of the phrase. */
  readonly rated: ReadonlyMap<number, readonly number[]>;
  /** Phrases whose first word it is like. */
  readonly begins: readonly number[];
  /** Phrases of several words that it is all of: "intraphoneappen". */
  readonly whole: readonly number[];
  /** Services that are such a thing. */
  readonly things: readonly string[];
}

const known = new WeakMap<Playbook, (word: string) => Likeness>();

function likenessesIn(playbook: Playbook): (word: string) => Likeness {
  const likeness = known.get(playbook) ?? remembering((word) => likenessIn(serviceWords(playbook), word));
  known.set(playbook, likeness);
  return likeness;
}

function likenessIn({ phrases, things }: ServiceWords, word: string): Likeness {
  const all = phrases.map((phrase, index) => [index, ratings(phrase, word)] as const);
  const rated = all.filter(([, rates]) => rates.some((rate) => rate > 0));
  return {
    rated: new Map(rated),
    begins: rated.filter(([, [first = 0]]) => first > 0).map(([index]) => index),
    whole: phrases.flatMap(({ words }, index) =>
      words.length > 1 && isWritten(word, words.join('')) ? [index] : [],
    ),
    things: things.filter(({ words }) => words.has(word)).map(({ service }) => service),
  };
}

/** How much a word is like each word of a phrase; among several words a compound counts for nothing. */
function ratings({ words }: Phrase, word: string): readonly number[] {
  return words.map((meant) => {
    const rated = likeness(word, meant);
    return words.length === 1 || !isPartly(rated) ? rated : 0;
  });
}

function inOrder(indexes: Iterable<number>): readonly number[] {
  return [...indexes].sort((a, b) => a - b);
}

function mentionsOf(
  phrase: Phrase | undefined,
  index: number,
  likely: readonly Likeness[],
): readonly Mention[] {
  if (phrase === undefined) return [];
  const rated = likely.map((word) => word.rated.get(index) ?? []);
  return rated.flatMap((_, at) => {
    const mention = mentionAround(phrase, rated, at);
    return mention === null ? [] : [mention];
  });
}

/** How much each word of a text is like each word of a phrase. */
type Rated = readonly (readonly number[])[];

/** The phrase with its first word here and the others nearby, in any order. */
function mentionAround(phrase: Phrase, rated: Rated, at: number): Mention | null {
  const places: number[] = [];
  let sum = 0;
  for (const index of phrase.words.keys()) {
    const best = bestNear(rated, index, index === 0 ? [at] : around(at, places));
    if (best === null) return null;
    places.push(best.at);
    sum += best.likeness;
  }
  const length = phrase.words.length;
  const sureness = sum / length + MORE_WORDS * (length - 1) + (phrase.ownName ? OWN_NAME : 0);
  return { service: phrase.service, sureness, places };
}

function around(at: number, taken: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (let place = at - FURTHEST_APART; place <= at + FURTHEST_APART; place++) {
    if (!taken.includes(place)) places.push(place);
  }
  return places;
}

/** The first of the places with the word that is most like it. */
function bestNear(
  rated: Rated,
  index: number,
  places: readonly number[],
): { readonly at: number; readonly likeness: number } | null {
  let best = { at: 0, likeness: 0 };
  for (const at of places) {
    const likeness = rated[at]?.[index] ?? 0;
    if (likeness > best.likeness) best = { at, likeness };
  }
  return best.likeness === 0 ? null : best;
}

/** Two words that are one in the playbook, or one that is two there: "e post", "intraphoneappen". */
function pairMentions(
  playbook: Playbook,
  word: Word,
  next: Word | undefined,
  at: number,
): readonly Mention[] {
  const { phrases, joined } = serviceWords(playbook);
  const { whole } = likenessesIn(playbook)(word.plain);
  const together = next === undefined ? [] : (joined.get(word.plain + next.plain) ?? []);
  return inOrder(new Set([...whole, ...together])).flatMap((index) => {
    const phrase = phrases[index];
    if (phrase === undefined) return [];
    const sureness = SURE.same + MORE_WORDS + (phrase.ownName ? OWN_NAME : 0);
    return [{ service: phrase.service, sureness, places: whole.includes(index) ? [at] : [at, at + 1] }];
  });
}

function isWritten(written: string, joined: string): boolean {
  return joined.length > 5 && likeness(written, joined) >= SURE.mistyped;
}
