import type { TeamsCard } from './render.ts';

/** Sizes that were measured: a card is asked for its size more than once on its way, and never changes. */
const sizes = new WeakMap<TeamsCard, number>();

/** The size of a card as it is sent, in bytes. */
export function sizeOf(card: TeamsCard): number {
  const known = sizes.get(card);
  if (known !== undefined) return known;
  const size = Buffer.byteLength(JSON.stringify(card));
  sizes.set(card, size);
  return size;
}
