const PLAIN: Readonly<Record<string, string>> = {
  å: 'a',
  ä: 'a',
  æ: 'a',
  ö: 'o',
  ø: 'o',
  ß: 'ss',
  ð: 'd',
  þ: 't',
  ł: 'l',
};
/** "aa" for å, "ae" for ä and æ, "oe" for ö and ø, and the Dutch "ij" and "y", are one letter each. */
const SAME_LETTER: readonly (readonly [RegExp, string])[] = [
  [/aa/g, 'a'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ij/g, 'y'],
];
/** What sounds alike in names of these languages. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/ck|q|c(?![h])|ch/g, 'k'],
  [/ph/g, 'f'],
  [/th|dt/g, 't'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/^hj|^gj|^lj|^dj/g, 'j'],
  [/^kj|^tj/g, 'k'],
  [/i/g, 'y'],
  [/h/g, ''],
  [/sson$|sen$|son$|zoon$/g, 'sn'],
  [/(.)\1+/g, '$1'],
];

/** A text as words in small letters without accents, digits included; å, ä and æ are a, ö and ø are o, ij is y. */
export function foldedWords(text: string): string[] {
  const small = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[åäæöøßðþł]/g, (letter) => PLAIN[letter] ?? letter);
  const bare = small
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`´]/g, '');
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => oneLetter(word));
}

/** What a folded word sounds like: words that sound alike have the same. */
export function soundOf(word: string): string {
  const kept = SAME_SOUND.reduce((sound, [from, to]) => sound.replace(from, to), word);
  return kept === '' ? word : kept;
}

function oneLetter(word: string): string {
  return SAME_LETTER.reduce((letters, [from, to]) => letters.replace(from, to), word);
}
