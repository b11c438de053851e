import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import { type Found, find } from './find.ts';
import { LEXICONS } from './lexicon/all.ts';
import { type Strength, TOPICS, type Topic } from './lexicon/lexicon.ts';
import { type Pattern, patternsOf } from './pattern.ts';
import { patternIndex } from './pattern-index.ts';
import type { Reading } from './reading.ts';

const WEIGHTS: Readonly<Record<Strength, number>> = { certain: 8, decisive: 6, strong: 3, fair: 2, hint: 1 };
const GUESSED = 0.9;

/** One thing in a text that speaks for a topic. */
export interface Cue {
  readonly topic: Topic;
  readonly weight: number;
  readonly found: Found;
}

interface Rule {
  readonly topic: Topic;
  readonly weight: number;
  readonly pattern: Pattern;
}

const RULES = new Map(
  LANGUAGES.map((language) => [language, patternIndex(rulesOf(language), ({ pattern }) => pattern)]),
);

/** Everything in a text, as one language reads it, that speaks for a topic. */
export function cuesIn(reading: Reading): readonly Cue[] {
  const rules = RULES.get(reading.language)?.(reading) ?? [];
  return rules.flatMap(({ topic, weight, pattern }) => {
    const found = find(pattern, reading);
    return found === null ? [] : [{ topic, weight: weight * GUESSED ** found.guessed, found }];
  });
}

function rulesOf(language: Language): readonly Rule[] {
  return TOPICS.flatMap((topic) =>
    Object.entries(LEXICONS[language].topics[topic]).flatMap(([strength, patterns]) =>
      patternsOf(language, patterns).map((pattern) => ({
        topic,
        weight: WEIGHTS[strength as Strength],
        pattern,
      })),
    ),
  );
}
