import type { Offer } from './state.ts';
import type { Talk } from './talk.ts';
import { chosenAmong } from './understanding/answers/choice.ts';

/** The choice of the newest message whose very words, or number, were written. */
export function namedOffer(
  talk: Talk,
  text: string,
  by: 'words' | 'words or number' = 'words or number',
): Offer | null {
  const offers = newest(talk);
  const exact = offers.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  if (exact !== undefined) return exact;
  return by !== 'words' && /^\d{1,2}$/.test(text) ? likelyOffer(talk, text) : null;
}

/** The choice of the newest message that the words mean; null if none or several may be meant. */
export function likelyOffer(talk: Talk, text: string): Offer | null {
  const offers = newest(talk);
  const index = chosenAmong(
    talk.language,
    text,
    offers.map(({ label }) => label),
  );
  return index === null ? null : (offers[index] ?? null);
}

/** What the newest message with choices offered. */
export function newest({ before: { offers } }: Talk): readonly Offer[] {
  const last = offers.at(-1);
  return offers.filter(({ on }) => on === last?.on);
}
