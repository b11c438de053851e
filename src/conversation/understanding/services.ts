import type { Playbook } from '../../domain/organisation/playbook.ts';
import { LOST_THINGS } from './lexicon/things.ts';
import { isPartly, likeness, SURE } from './likeness.ts';
import { type Phrase, type ServiceThing, serviceWords } from './phrases.ts';
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
  const { phrases, things } = serviceWords(playbook);
  const written = [...new Set(words.map((word) => word.plain))];
  const mentions = [
    ...phrases.flatMap((phrase) => mentionsOf(phrase, words, likely(written, phrase))),
    ...words.flatMap((word, at) => pairMentions(phrases, word, words[at + 1], at)),
    ...words.flatMap((word, at) => thingMentions(things, word, at)),
  ];
  return mentions.sort((a, b) => b.sureness - a.sureness || (a.places[0] ?? 0) - (b.places[0] ?? 0));
}

/** The service that is lost when somebody says that a phone is. */
export function lostService(playbook: Playbook): string | null {
  const { things } = serviceWords(playbook);
  const lost = LOST_THINGS.map((thing) => things.find((known) => known.thing === thing));
  return lost.find((thing) => thing !== undefined)?.service ?? null;
}

type Likely = ReadonlyMap<string, readonly number[]>;

/** For every written word, how much it is like each word of the phrase; among several words a compound counts for nothing. */
function likely(written: readonly string[], phrase: Phrase): Likely {
  const single = phrase.words.length === 1;
  const rate = (word: string, meant: string): number => {
    const rated = likeness(word, meant);
    return single || !isPartly(rated) ? rated : 0;
  };
  return new Map(written.map((word) => [word, phrase.words.map((meant) => rate(word, meant))]));
}

function mentionsOf(phrase: Phrase, words: readonly Word[], likely: Likely): readonly Mention[] {
  return words.flatMap((_, at) => {
    const mention = mentionAround(phrase, words, likely, at);
    return mention === null ? [] : [mention];
  });
}

/** The phrase with its first word here and the others nearby, in any order. */
function mentionAround(phrase: Phrase, words: readonly Word[], likely: Likely, at: number): Mention | null {
  const places: number[] = [];
  let sum = 0;
  for (const index of phrase.words.keys()) {
    const best = bestNear(words, likely, index, index === 0 ? [at] : around(at, places));
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

function bestNear(
  words: readonly Word[],
  likely: Likely,
  index: number,
  places: readonly number[],
): { readonly at: number; readonly likeness: number } | null {
  const rated = places.map((at) => ({ at, likeness: likely.get(words[at]?.plain ?? '')?.[index] ?? 0 }));
  const best = rated.sort((a, b) => b.likeness - a.likeness)[0];
  return best === undefined || best.likeness === 0 ? null : best;
}

/** Two words that are one in the playbook, or one that is two there: "e post", "intraphoneappen". */
function pairMentions(
  phrases: readonly Phrase[],
  word: Word,
  next: Word | undefined,
  at: number,
): readonly Mention[] {
  return phrases.flatMap((phrase) => {
    const joined = phrase.words.join('');
    const places =
      phrase.words.length > 1 && isWritten(word.plain, joined)
        ? [at]
        : next !== undefined && word.plain + next.plain === joined
          ? [at, at + 1]
          : null;
    if (places === null) return [];
    return [
      { service: phrase.service, sureness: SURE.same + MORE_WORDS + (phrase.ownName ? OWN_NAME : 0), places },
    ];
  });
}

function isWritten(written: string, joined: string): boolean {
  return joined.length > 5 && likeness(written, joined) >= SURE.mistyped;
}

function thingMentions(things: readonly ServiceThing[], word: Word, at: number): readonly Mention[] {
  return things
    .filter(({ words }) => words.has(word.plain))
    .map(({ service }) => ({ service, sureness: BY_THING, places: [at] }));
}
