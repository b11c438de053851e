import type { Language } from '../../../domain/organisation/language.ts';
import { isCancel } from '../cancel.ts';
import { languageOfWords } from '../language.ts';
import { wordsOf } from '../text.ts';
import { covering, type Heard } from './covering.ts';
import type { ReplyWord } from './reply-words.ts';

export { REPLY_WORDS, type ReplyWord } from './reply-words.ts';

/** Whoever writes more says more than a reply. */
const MOST_WORDS = 12;
/** Looked at before it is cut into words: signs take room too. */
const LOOKED_AT = 300;
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[👍👌]/gu, ' ok '],
  [/👎/gu, ' no '],
  [/🙏/gu, ' thanks '],
  [/👋/gu, ' hello '],
  [/🤷/gu, ' idk '],
];
/** What else is said does not change these. */
const SPECIFIC: readonly ReplyWord[] = ['skip', 'done', 'back', 'restart', 'later', 'worse', 'do-not-know'];
/** What may be asked for with a question mark. */
const ASKED_FOR: readonly ReplyWord[] = ['skip', 'back', 'restart', 'greeting', 'do-not-know'];

/** Whole text is (nearly) nothing but such a word or phrase, in any of the four languages; the text's/`locale`'s language first. Null for anything longer or unsure. */
export function replyIn(locale: Language, text: string): ReplyWord | null {
  const reply = replyOf(heardIn(locale, text));
  return text.slice(0, LOOKED_AT).includes('?') && !ASKED_FOR.some((word) => word === reply) ? null : reply;
}

/** Whether a text agrees and states nothing: "ok", "kör på", a thumb up. It answers "shall I send this?", but not "did you get hold of somebody?". */
export function isMereAgreement(locale: Language, text: string): boolean {
  const heard = heardIn(locale, text);
  return replyOf(heard) === 'yes' && !heard.has('yes');
}

function heardIn(locale: Language, text: string): ReadonlySet<Heard> {
  const start = text.trimStart();
  if (start.trimEnd().length > LOOKED_AT) return new Set();
  const words = wordsOf(SIGNS.reduce((read, [sign, word]) => read.replace(sign, word), start));
  if (words.length > MOST_WORDS || isCancel(words)) return new Set();
  return covering(languageOfWords(words) ?? locale, words) ?? new Set();
}

function replyOf(heard: ReadonlySet<Heard>): ReplyWord | null {
  if (heard.has('none') || (heard.has('yes') && heard.has('no'))) return null;
  const specific = SPECIFIC.filter((word) => heard.has(word));
  if (specific.length > 0) return specific.length === 1 ? (specific[0] ?? null) : null;
  if (heard.has('no')) return 'no';
  if (heard.has('but')) return null;
  if (heard.has('yes')) return 'yes';
  if (heard.has('thanks')) return 'thanks';
  if (heard.has('agree')) return 'yes';
  return heard.has('greeting') ? 'greeting' : null;
}
