import type { Language } from '../../../domain/organisation/language.ts';

/** What a short answer says besides a choice's own words. */
export const REPLY_WORDS = [
  'yes',
  'no',
  'skip',
  'done',
  'back',
  'restart',
  'later',
  'thanks',
  'greeting',
  'worse',
  'do-not-know',
] as const;
export type ReplyWord = (typeof REPLY_WORDS)[number];

/** Whole text is (nearly) nothing but such a word or phrase, in any of the four languages; the text's/`locale`'s language first. Null for anything longer or unsure. */
export function replyIn(_locale: Language, _text: string): ReplyWord | null {
  return null;
}
