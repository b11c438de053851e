import { remembering, rememberingLatest } from './remember.ts';

/** No more of a text than this many characters is looked at: a report says what it is about at its beginning. */
export const LOOKED_AT = 2_000;
const LONGEST_WORD = 40;

/** One word of a text. */
export interface Word {
  /** In small letters. */
  readonly spelt: string;
  /** Without accents too, as people in a hurry write. */
  readonly plain: string;
}

/** A text cut to what is looked at, without markup, mentions and addresses, as words. */
export function wordsOf(text: string): readonly Word[] {
  return wordsIn(text.trimStart().slice(0, LOOKED_AT));
}

const wordsIn = rememberingLatest((text): readonly Word[] => {
  const spoken = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/(?<=\p{L})['’`´](?=\p{L})/gu, '')
    .toLowerCase()
    .normalize('NFC');
  const found = spoken.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return found.map((spelt) => wordOf(spelt.slice(0, LONGEST_WORD)));
});

const wordOf = remembering((spelt): Word => ({ spelt, plain: plain(spelt) }));

/** Small letters without accents: å and ä are a, ø and ö are o, æ is a. */
export function plain(spelt: string): string {
  return spelt
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'a')
    .replaceAll('ß', 'ss');
}
