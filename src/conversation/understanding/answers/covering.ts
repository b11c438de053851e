import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import { remembering } from '../remember.ts';
import type { Word } from '../text.ts';
import { COURTESY } from '../vocabulary.ts';
import { ANSWER_LEXICONS } from './lexicon/all.ts';
import { REPLY_WORDS, type ReplyWord } from './reply-words.ts';
import { loneWords, mayBegin, type Row, rowsOf, taken } from './rows.ts';
import { wordSet } from './vocabulary.ts';

/** A reply, or that somebody agrees, or a word such as "but", or what only looks like a reply. */
export type Heard = ReplyWord | 'agree' | 'but' | 'none';

interface Rule {
  readonly heard: Heard;
  readonly row: Row;
  readonly spoils: ReadonlySet<string>;
}

const RULES = new Map<Language, readonly Rule[]>(LANGUAGES.map((language) => [language, rulesOf(language)]));
const LONE = new Set([...RULES.values()].flat().flatMap(({ row }) => loneWords(row)));
const BESIDE = new Set(
  [...COURTESY, ...LANGUAGES.flatMap((language) => [...wordSet(ANSWER_LEXICONS[language].beside)])].filter(
    (word) => !LONE.has(word),
  ),
);

/** Whether a word may stand beside an answer and changes nothing of it. */
export function isBeside(word: string): boolean {
  return BESIDE.has(word);
}

/** What a text says when every word of it belongs to a reply or may stand beside one; null when any does not. Of rows as long as each other that of the language spoken counts. */
export function covering(spoken: Language, words: readonly Word[]): ReadonlySet<Heard> | null {
  const heard = new Set<Heard>();
  for (let at = 0; at < words.length; ) {
    const longest = longestAt(beginningWith[spoken](words[at]?.plain ?? ''), words, at);
    if (longest === null && !isBeside(words[at]?.plain ?? '')) return null;
    if (longest !== null) heard.add(longest.heard);
    at += longest?.length ?? 1;
  }
  return heard;
}

/** The rules that may begin with a word, those of the language spoken first. */
const beginningWith: Readonly<Record<Language, (word: string) => readonly Rule[]>> = {
  sv: remembering((word) => rulesFrom('sv', word)),
  nb: remembering((word) => rulesFrom('nb', word)),
  nl: remembering((word) => rulesFrom('nl', word)),
  en: remembering((word) => rulesFrom('en', word)),
};

function rulesFrom(spoken: Language, word: string): readonly Rule[] {
  const rules = [spoken, ...LANGUAGES].flatMap((language) => RULES.get(language) ?? []);
  return rules.filter(({ row }) => mayBegin(row, word));
}

function longestAt(
  rules: readonly Rule[],
  words: readonly Word[],
  at: number,
): { readonly heard: Heard; readonly length: number } | null {
  let longest: { heard: Heard; length: number } | null = null;
  for (const { heard, row, spoils } of rules) {
    const length = taken(row, words, at, spoils);
    if (length > (longest?.length ?? 0)) longest = { heard, length };
  }
  return longest;
}

function rulesOf(language: Language): readonly Rule[] {
  const { replies, agree, but, noReply, spoils } = ANSWER_LEXICONS[language];
  const spoiling = wordSet(`${spoils} ${but}`);
  const rules = (heard: Heard, list: string): readonly Rule[] =>
    rowsOf(list).map((row) => ({ heard, row, spoils: spoiling }));
  return [
    ...REPLY_WORDS.flatMap((word) => rules(word, replies[word])),
    ...rules('agree', agree),
    ...rules('none', noReply),
    ...rules('but', but.split(' ').join(';')),
  ];
}
