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
