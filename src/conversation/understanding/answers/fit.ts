import { LANGUAGES } from '../../../domain/organisation/language.ts';
import { LEXICONS } from '../lexicon/all.ts';
import { likeness, SURE } from '../likeness.ts';
import type { Word } from '../text.ts';
import { isBeside } from './covering.ts';
import { ANSWER_LEXICONS } from './lexicon/all.ts';
import { denies, isNegation, isNot } from './negation.ts';
import { wordSet } from './vocabulary.ts';

const SMALL = new Set(LANGUAGES.flatMap((language) => [...wordSet(LEXICONS[language].telling)]));
const QUANTITIES = new Set(
  LANGUAGES.flatMap((language) => [...wordSet(ANSWER_LEXICONS[language].quantities)]),
);
const DIGITS = /^\d+$/;
/** A label that is said in full, and nothing besides, is this much surer than one of which only a part is said. */
const IN_FULL = 1;

/** How well a text fits a label. */
export interface Fit {
  readonly sureness: number;
  /** Whether all of the label is said, and not only a part of it. */
  readonly whole: boolean;
  /** The words of the label that tell it. */
  readonly content: readonly string[];
}

/** Whether a text is a label, word for word. */
export function isSame(words: readonly Word[], label: readonly Word[]): boolean {
  return words.length === label.length && words.every(({ plain }, at) => plain === label[at]?.plain);
}

/** How well a text fits a label: it is a part of it, or says all of it; null when it does neither, or one of them denies and the other does not. */
export function fitOf(words: readonly Word[], label: readonly Word[]): Fit | null {
  if (label.length === 0 || denies(words) !== denies(label) || !hasNumbersOf(words, label)) return null;
  const said = telling(words);
  const all = said.length === 0 ? words : said;
  const content = said.length === 0 || telling(label).length === 0 ? label : telling(label);
  const part = sureness(all, content);
  const full = sureness(content, words);
  const sure = Math.max(part, full);
  if (sure === 0) return null;
  const both = Math.min(part, full) >= SURE.head;
  return {
    sureness: sure + (both ? IN_FULL : 0),
    whole: full > 0,
    content: content.map(({ plain }) => plain),
  };
}

/** How sure it is that each of these words is among those; 0 when one of them is not. */
function sureness(these: readonly Word[], those: readonly Word[]): number {
  const best = these.map(({ plain }) => Math.max(0, ...those.map((other) => alike(plain, other.plain))));
  return best.includes(0) ? 0 : best.reduce((sum, one) => sum + one, 0) / best.length;
}

function alike(one: string, other: string): number {
  if (isNot(one) && isNot(other)) return SURE.same;
  if (one === other) return SURE.same;
  if (isNegation(one) || isNegation(other) || DIGITS.test(one) || DIGITS.test(other)) return 0;
  return Math.max(likeness(one, other), likeness(other, one));
}

/** The words that tell what is meant. */
function telling(words: readonly Word[]): readonly Word[] {
  return words.filter(({ plain }) => tells(plain));
}

function tells(word: string): boolean {
  return isNegation(word) || QUANTITIES.has(word) || !(SMALL.has(word) || isBeside(word));
}

/** A number that is said must stand in the label: "skrivare 3" is not "Skrivare 1". */
function hasNumbersOf(words: readonly Word[], label: readonly Word[]): boolean {
  return words.every(({ plain }) => !DIGITS.test(plain) || label.some((word) => word.plain === plain));
}
