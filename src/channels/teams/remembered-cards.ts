/** How much is remembered: at most about 10 MB. */
const LIMITS = {
  cards: 200,
  /** Characters of what a card is made of; larger ones are made anew each time. */
  key: 10_000,
} as const;

/** Makes a card, or gives the one that was made of the same before; the one asked for last is forgotten last. */
export type RememberedCards<Card> = (madeOf: string, make: () => Card) => Card;

/** What is given is frozen: several messages have the same. */
export function rememberedCards<Card extends object>(): RememberedCards<Card> {
  const cards = new Map<string, Card>();
  return (madeOf, make) => {
    if (madeOf.length > LIMITS.key) return make();
    const card = cards.get(madeOf) ?? frozen(make());
    cards.delete(madeOf);
    cards.set(madeOf, card);
    const [oldest] = cards.keys();
    if (cards.size > LIMITS.cards && oldest !== undefined) cards.delete(oldest);
    return card;
  };
}

function frozen<Part>(part: Part): Part {
  if (typeof part !== 'object' || part === null) return part;
  for (const each of Object.values(part)) frozen(each);
  return Object.freeze(part);
}
