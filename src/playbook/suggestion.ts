import leven from 'leven';

/** The known word that was probably meant, if one is near enough. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = tolerance(word.length);
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const most = Math.min(limit, (best?.distance ?? Number.POSITIVE_INFINITY) - 1);
    if (Math.abs(candidate.length - word.length) > most) continue;
    const distance = leven(word.toLowerCase(), candidate.toLowerCase(), { maxDistance: most + 1 });
    if (distance <= most) best = { word: candidate, distance };
  }
  return best?.word;
}

/** `; did you mean "…"?`, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}

/** How many letters may differ: in a word of two every other word of two is near, so none. */
function tolerance(length: number): number {
  if (length <= 2) return 0;
  return length === 3 ? 1 : Math.max(2, Math.floor(length / 3));
}
