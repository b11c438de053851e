import type { Mention } from './mentions.ts';

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
// Each pattern stops at the next "<": so none takes longer than the text is long.
const LINE = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/blockquote)\b[^<>]*>/gi;
const ITEM = /<li\b[^<>]*>/gi;
const TAG = /<[^<>]*>/g;
const MENTION = /<span\b([^<>]*)>([^<>]*)<\/span>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;

/** Whether there is a quotation of an earlier message in it: what another said, and not what was written now. */
export function hasQuotation(html: string): boolean {
  return html.toLowerCase().includes('schema.skype.com/reply');
}

/** What HTML of Teams says, without quotations of earlier messages, and with mentions as they are shown. */
export function textOfHtml(html: string, mentions: readonly Mention[]): string {
  const text = withoutQuotations(html)
    .replace(/\s+/g, ' ')
    .replace(MENTION, (whole, attributes: string) => mentionFor(attributes, mentions) ?? whole)
    .replace(LINE, '\n')
    .replace(ITEM, '- ')
    .replace(TAG, '');
  return decoded(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text with the names of signs (`&amp;`) replaced by the signs. */
export function decoded(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, named?: string) => {
    if (named !== undefined) return NAMED[named.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 31 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '';
  });
}

function mentionFor(attributes: string, mentions: readonly Mention[]): string | null {
  if (!attributes.includes('schema.skype.com/Mention')) return null;
  const index = /\bitemid="(\d{1,3})"/.exec(attributes)?.[1];
  return index === undefined ? null : (mentions[Number(index)]?.shown ?? null);
}

/** Takes out `<blockquote … itemtype="http://schema.skype.com/Reply" …>…</blockquote>`. */
function withoutQuotations(html: string): string {
  const [first = '', ...rest] = html.split(/<blockquote\b/i);
  return rest.reduce((told, piece) => {
    const head = piece.slice(0, piece.indexOf('>') + 1);
    if (!hasQuotation(head)) return `${told}<blockquote${piece}`;
    const end = piece.search(/<\/blockquote\s?>/i);
    return end < 0 ? told : told + piece.slice(piece.indexOf('>', end) + 1);
  }, first);
}
