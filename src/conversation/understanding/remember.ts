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

/** Of one turn: the text, its sentences, and what is made of them. */
const LATEST = 32;

/**
 * Remembers what a pure function found for the latest few texts: within one turn the same words are held against many
 * questions. It keeps no text for longer than that.
 */
export function rememberingLatest<T>(find: (text: string) => T): (text: string) => T {
  const latest = new Map<string, { readonly found: T }>();
  return (text) => {
    const known = latest.get(text);
    if (known !== undefined) return known.found;
    const found = find(text);
    for (const oldest of latest.keys()) {
      if (latest.size < LATEST) break;
      latest.delete(oldest);
    }
    latest.set(text, { found });
    return found;
  };
}
