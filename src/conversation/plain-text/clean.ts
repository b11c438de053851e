/**
 * What nobody sees and what misleads: controls (but tab and line ends), zero-width space, word joiner and byte order mark,
 * bidirectional embeddings, overrides and isolates (they let a text read otherwise than it is), annotations, tags.
 * A flag is written with tags, so those of a flag stay (group 1). Joiners stay: emoji and Persian are written with them.
 */
const UNSEEN =
  /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,6}\u{E007F})|(?![\t\n\v\f\r\u0085])\p{Cc}|[\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
/** Letters of our languages and what is usual between them: most texts, told at once. */
const CLEAN = /^[\t\n\u0020-\u007E\u00A0-\u024F\u2013-\u201D\u2026\u20AC]*$/;
/** More marks on one letter than any language has, with joiners counted, so that they do not hide a second stack. */
const TALL_STACK = /([\p{M}\u200C\u200D]{8})[\p{M}\u200C\u200D]+/gu;

/**
 * Text as a person wrote it, without what cannot be seen or misleads. Line ends become `\n`. What is left is still
 * only text: each channel escapes what its markup would take for its own. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text.toWellFormed().replace(UNSEEN, '$1').replace(LINE_END, '\n').replace(TALL_STACK, '$1');
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Longer than any letter or emoji that people write. A longer one is cut in two. */
const LONGEST_GRAPHEME = 64;

/**
 * At most `max` UTF-16 units of a text, ending in "…" if something was left out. Never cuts a letter from its accents
 * or an emoji in two.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  return `${text.slice(0, boundary(text, max - 1)).trimEnd()}…`;
}

/** The last place at or before `end` that is between two graphemes. */
export function boundary(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const from = Math.max(0, end - 2 * LONGEST_GRAPHEME);
  const start = from + (isInsidePair(text, from) ? 1 : 0);
  const near = GRAPHEMES.segment(text.slice(start, end + LONGEST_GRAPHEME));
  const place = start + (near.containing(end - start)?.index ?? 0);
  if (end - place <= LONGEST_GRAPHEME && (place > start || start === 0)) return place;
  return isInsidePair(text, end) ? end - 1 : end;
}

function isInsidePair(text: string, place: number): boolean {
  return place > 0 && (text.codePointAt(place - 1) ?? 0) > 0xffff;
}
