import type { Language } from '../../../domain/organisation/language.ts';
import { type Word, wordsOf } from '../text.ts';
import { type Fit, fitOf, isSame } from './fit.ts';
import { numberIn } from './number.ts';

/** Whoever writes more says more than which one is meant. */
const MOST_WORDS = 12;
const LOOKED_AT = 300;
/** The best label must be ahead of the next one by so much. */
const AHEAD = 0.1;
/** "E-post" and "wi-fi" are one word each. */
const SHORT_FIRST = /(?<![\p{L}\p{N}])(\p{L}{1,2})-(?=\p{L})/gu;

/** Which of some offered labels is meant: its number ("2", "tvåan", "nummer 2", "the second"), its words (case, typos, inflection, a clear part of them), or null when none or several fit. Never guesses between two near ones. */
export function chosenAmong(locale: Language, text: string, labels: readonly string[]): number | null {
  const start = text.trim();
  if (start.length > LOOKED_AT) return null;
  const words = read(start);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const offered = labels.map((label) => read(label.trim().slice(0, LOOKED_AT)));
  const same = offered.flatMap((label, at) => (isSame(words, label) ? [at] : []));
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  const place = numberIn(locale, words, offered.length);
  return place === null ? byWords(words, offered) : byNumber(locale, words, offered, place);
}

/** By its place in the row, unless another label has that very number or word: "2" beside "Plan 2" and "Plan 3". */
function byNumber(
  locale: Language,
  words: readonly Word[],
  offered: readonly (readonly Word[])[],
  place: number,
): number | null {
  const numbers = words.filter((word) => numberIn(locale, [word], offered.length) === place);
  const named = offered.flatMap((label, at) => (shares(label, numbers) ? [at] : []));
  return named.every((at) => at === place) ? place : null;
}

function shares(label: readonly Word[], words: readonly Word[]): boolean {
  return words.some(({ plain }) => label.some((word) => word.plain === plain));
}

function byWords(words: readonly Word[], offered: readonly (readonly Word[])[]): number | null {
  const fits = offered.flatMap((label, at) => {
    const fit = fitOf(withoutPlace(words, at), label);
    return fit === null ? [] : [{ ...fit, at }];
  });
  const left = fits.filter((fit) => !fits.some((other) => isWithin(fit, other)));
  const [best, next] = left.sort((a, b) => b.sureness - a.sureness);
  if (best === undefined) return null;
  return next === undefined || best.sureness - next.sureness >= AHEAD ? best.at : null;
}

/** A label that says less than another that is said as well: "Telefon" beside "Telefon i bil". */
function isWithin(fit: Fit, other: Fit): boolean {
  const within = fit.content.every((word) => other.content.includes(word));
  return fit.whole && other.whole && within && other.content.length > fit.content.length;
}

/** "2. Dator", as it stands in a numbered list. */
function withoutPlace(words: readonly Word[], at: number): readonly Word[] {
  return words.length > 1 && words[0]?.plain === String(at + 1) ? words.slice(1) : words;
}

function read(text: string): readonly Word[] {
  return wordsOf(text.replace(SHORT_FIRST, '$1'));
}
