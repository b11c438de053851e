/** Cannot be seen, and breaks no line. `cleanText` takes it out of what comes back. */
const JOINER = '\u2060';

/**
 * Text that Teams shows as it is. Nearly all texts stand in TextRuns, which know no Markdown; what counts everywhere is
 * broken by a character that cannot be seen: mentions, `{{DATE(…)}}`, and links (in `fallbackText`).
 */
export function literal(text: string): string {
  return text
    .replace(/<(?=\/?at\b)/gi, `<${JOINER}`)
    .replace(/\{(?=\{)/g, `{${JOINER}`)
    .replace(/\](?=\()/g, `]${JOINER}`);
}

/** Letters, digits and marks that no Markdown gives a meaning to, wherever they stand. */
const UNMARKED = /^(?!\d+[.)]\s)[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ,;:!?'"()/–—…“”‘’«»-]*\.?$/u;

/**
 * Whether a Markdown reader leaves a text as it is. Escapes with backslashes are shown as backslashes by Teams on some
 * phones, so a text with marks in it is kept away from Markdown instead.
 */
export function isUnmarked(text: string): boolean {
  return UNMARKED.test(text) && !/--|''|""|\(c\)|\(r\)|\(tm\)|:\/\//i.test(text);
}
