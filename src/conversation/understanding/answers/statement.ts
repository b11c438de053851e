import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import { type Found, find } from '../find.ts';
import type { Patterns } from '../lexicon/lexicon.ts';
import { type Pattern, patternsOf, wordsIn } from '../pattern.ts';
import { type PatternIndex, patternIndex } from '../pattern-index.ts';
import type { Reading } from '../reading.ts';
import type { Word } from '../text.ts';
import { type Clause, clausesOf, readClause } from './clauses.ts';
import { isBeside } from './covering.ts';
import { ANSWER_LEXICONS } from './lexicon/all.ts';
import { isNegation, isNot } from './negation.ts';
import { wordSet } from './vocabulary.ts';

const MOST_BETWEEN = 5;
/** "isn't", "doesn't". */
const WITH_ITS_VERB = /nt$/;

/** What may be stated, and how a language says, denies, supposes or asks it. */
export interface Matter {
  readonly language: Language;
  readonly says: PatternIndex<Pattern>;
  readonly lookalikes: PatternIndex<Pattern>;
  readonly asked: PatternIndex<Pattern>;
  readonly meant: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly tail: ReadonlySet<string>;
  readonly supposed: ReadonlySet<string>;
}

/** A matter as each language speaks of it. */
export function mattersOf(what: 'danger' | 'critical'): readonly Matter[] {
  return LANGUAGES.map((language) => {
    const lexicon = ANSWER_LEXICONS[language];
    const { says, lookalikes } = lexicon[what];
    return {
      language,
      says: indexed(language, says),
      lookalikes: indexed(language, lookalikes),
      asked: indexed(language, lexicon.asked),
      meant: new Set(wordsIn(says)),
      between: wordSet(lexicon.between),
      tail: wordSet(lexicon.tail),
      supposed: wordSet(lexicon.supposed),
    };
  });
}

function indexed(language: Language, list: Patterns): PatternIndex<Pattern> {
  return patternIndex(patternsOf(language, list), (pattern) => pattern);
}

/** Whether some part of a text states a matter, in any language: it is not denied, supposed or meant as a joke there. */
export function states(
  matters: readonly Matter[],
  text: string,
  counts: (clause: Clause) => boolean,
): boolean {
  return clausesOf(text).some((clause) => counts(clause) && statesIn(matters, clause));
}

/** Languages are mixed and alike: what any of them takes for a denial is one. */
function statesIn(matters: readonly Matter[], clause: Clause): boolean {
  const read = matters.map((matter) => ({
    matter,
    reading: readClause(matter.language, clause.words, matter.meant),
  }));
  const said = read.flatMap(({ matter, reading }) =>
    matter.says(reading).flatMap((one) => everyPlace(one, reading)),
  );
  if (said.length === 0) return false;
  if (read.some(({ matter, reading }) => matter.asked(reading).some((one) => find(one, reading) !== null)))
    return false;
  const jokes = new Set(
    read.flatMap(({ matter, reading }) =>
      matter.lookalikes(reading).flatMap((one) => everyPlace(one, reading).flat()),
    ),
  );
  const serious = said.filter((places) => !places.some((place) => jokes.has(place)));
  const back = serious.filter((places) => matters.some((one) => takesBack(one, clause.words, places))).flat();
  return serious.some((places) => !places.some((place) => back.includes(place)));
}

/** The places of a pattern wherever it stands in a text. */
function everyPlace(pattern: Pattern, reading: Reading): readonly (readonly number[])[] {
  const places: (readonly number[])[] = [];
  for (let from = 0; from < reading.words.length; ) {
    const found: Found | null = find(pattern, { ...reading, words: reading.words.slice(from) });
    if (found === null || found.places.length === 0) break;
    const start = from;
    places.push(found.places.map((place) => place + start));
    from += (found.places[0] ?? 0) + 1;
    if (pattern.anchored) break;
  }
  return places;
}

function takesBack(matter: Matter, words: readonly Word[], places: readonly number[]): boolean {
  const first = Math.min(...places);
  const last = Math.max(...places);
  return isDeniedBefore(matter, words, first) || isDeniedAfter(matter, words, last);
}

/** "inte någon direkt", "vid", "vad är": only small words stand between it and what is denied or supposed. */
function isDeniedBefore(matter: Matter, words: readonly Word[], first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - MOST_BETWEEN); at--) {
    const word = words[at]?.plain ?? '';
    if (isNot(word)) return deniesWhatFollows(matter, words[at - 1]?.plain, word);
    if (isNegation(word) || matter.supposed.has(word)) return true;
    if (!matter.between.has(word)) return false;
  }
  return false;
}

/** "är inte fara för liv" denies the danger; "journalen funkar inte fara för liv" denies what stands before. */
function deniesWhatFollows(matter: Matter, before: string | undefined, not: string): boolean {
  if (before === undefined || WITH_ITS_VERB.test(not)) return true;
  return matter.between.has(before) || isBeside(before) || isNegation(before) || matter.supposed.has(before);
}

/** "fara för liv är det inte": a negation with nothing but small words until the end. */
function isDeniedAfter(matter: Matter, words: readonly Word[], last: number): boolean {
  const after = words.slice(last + 1).map(({ plain }) => plain);
  const not = after.findIndex((word) => isNegation(word));
  if (not < 0 || !isNot(after[not] ?? '')) return false;
  const isSmall = (word: string): boolean => matter.between.has(word) || matter.tail.has(word);
  return after.every((word, at) => at === not || isSmall(word));
}
