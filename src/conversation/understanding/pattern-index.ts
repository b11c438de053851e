import type { Pattern } from './pattern.ts';
import type { Reading } from './reading.ts';

/** Those rules whose pattern may stand in a text, in the order in which they were given. */
export type PatternIndex<R> = (reading: Pick<Reading, 'stems'>) => readonly R[];

/**
 * Orders rules by a word that their pattern cannot do without, so that a text is not held against all of them: of
 * hundreds, a sentence has the words of a few.
 */
export function patternIndex<R>(rules: readonly R[], patternOf: (rule: R) => Pattern): PatternIndex<R> {
  const always: number[] = [];
  const byStem = new Map<string, number[]>();
  for (const [at, rule] of rules.entries()) {
    // Any of the needed places would do; that with the fewest words is met most seldom.
    const [rarest] = patternOf(rule).needed.toSorted((a, b) => a.size - b.size);
    if (rarest === undefined) always.push(at);
    for (const stem of rarest ?? []) byStem.set(stem, [...(byStem.get(stem) ?? []), at]);
  }
  return ({ stems }) => {
    const found = always.slice();
    for (const stem of stems) for (const at of byStem.get(stem) ?? []) found.push(at);
    found.sort((a, b) => a - b);
    return rulesAt(rules, found);
  };
}

/** @param places in their order; one may be there several times */
function rulesAt<R>(rules: readonly R[], places: readonly number[]): readonly R[] {
  const found: R[] = [];
  let before = -1;
  for (const at of places) {
    const rule = rules[at];
    if (at !== before && rule !== undefined) found.push(rule);
    before = at;
  }
  return found;
}
