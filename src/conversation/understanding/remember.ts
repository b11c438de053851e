/** So many words are remembered by each function, all languages together. */
const REMEMBERED = 20_000;

/** Remembers what a pure function found for a word: people use the same words again. When it is too much, all is forgotten. */
export function remembering<T>(find: (word: string) => T): (word: string) => T {
  const remembered = new Map<string, { readonly found: T }>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known.found;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const found = find(word);
    remembered.set(word, { found });
    return found;
  };
}
