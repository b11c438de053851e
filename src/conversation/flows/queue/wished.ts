import { wordsOf } from '../../understanding/text.ts';

/** What somebody with a duty can ask for by its name. */
export type QueueWish = 'queue' | 'board';

/** As the words are spelt without accents, in all languages. */
const WISHES: Readonly<Record<QueueWish, string>> = {
  queue:
    'my queue|queue|the queue|min ko|ko|kon|koen|visa kon|mina arenden|mine saker|mijn wachtrij|wachtrij|de wachtrij',
  board:
    'board|the board|tavla|tavlan|tavle|tavlen|tavla som sida|bord|bordet|overzicht|het overzicht|board as a page|the board as a page|tavlan som sida|tavlen som side|overzicht als pagina',
};
const KNOWN = new Map<string, QueueWish>(
  Object.entries(WISHES).flatMap(([wish, texts]) =>
    texts.split('|').map((text) => [text, wish as QueueWish]),
  ),
);
/** What can hardly mean anything else: whoever has no duty is told so. */
const CERTAIN = new Set([
  'my queue',
  'min ko',
  'mijn wachtrij',
  'the board as a page',
  'tavlan som sida',
  'tavlen som side',
]);
const LONGEST = 40;

/** What is asked for; null: neither. `certain`: the words mean nothing else, whoever says them. */
export function queueWish(text: string): { readonly wish: QueueWish; readonly certain: boolean } | null {
  if (text.length > LONGEST) return null;
  const plain = wordsOf(text)
    .map(({ plain }) => plain)
    .join(' ');
  const wish = KNOWN.get(plain);
  return wish === undefined ? null : { wish, certain: CERTAIN.has(plain) };
}
