import { hash } from 'node:crypto';
import { STORE_LIMITS } from '../ports/store/limits.ts';

/** Crockford's base32: no letter that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The short reference of what an event makes, as `K7M2-QX4P`: 40 bits of its id's hash.
 * @param taken how many references of this event turned out to be somebody else's
 */
export function referenceOf(event: string, taken = 0): string {
  const digits = hash('sha256', taken === 0 ? event : `${event}#${taken}`);
  return `${fourLetters(digits.slice(0, 5))}-${fourLetters(digits.slice(5, 10))}`;
}

/** @param digits 20 bits, as five hexadecimal digits */
function fourLetters(digits: string): string {
  const bits = Number.parseInt(digits, 16);
  return letterAt(bits >> 15) + letterAt(bits >> 10) + letterAt(bits >> 5) + letterAt(bits);
}

function letterAt(bits: number): string {
  return LETTERS.charAt(bits & 31);
}

/** A name that is made of another and still fits into the store: what is too long becomes its hash. */
export function derivedName(prefix: string, name: string, suffix = ''): string {
  const whole = prefix + name + suffix;
  if (whole.length <= STORE_LIMITS.keyCharacters) return whole;
  return prefix + hash('sha256', name) + suffix;
}

/** The channel of a conversation: what stands before its first slash. */
export function channelOf(conversation: string): string {
  return conversation.split('/', 1)[0] ?? '';
}

/** The organisation of a conversation: its second part. */
export function organisationOf(conversation: string): string {
  return conversation.split('/', 2)[1] ?? '';
}

/** The conversation of an organisation's IT desk. */
export function deskOf(organisation: string): string {
  return `desk/${organisation}`;
}

/** The conversation of a notice with itself: what it does in its time, and how it goes out. */
export function noticeProcessOf(organisation: string, notice: string): string {
  return `notice/${organisation}/${notice}`;
}

/** The channel of conversations of notices with themselves. */
export const NOTICE_PROCESS = 'notice';

/** The key of the message that carries a revision of a notice. */
export function noticeKey(notice: string, revision: number): string {
  return `n-${notice}-${revision}`;
}

/** By what the deliveries of a revision of a notice are counted. */
export function noticeBatch(organisation: string, notice: string, revision: number): string {
  return `${noticeProcessOf(organisation, notice)}/${revision}`;
}

/** The delivery that carries a conversation's message of this key. */
export function deliveryOf(conversation: string, key: string): string {
  return derivedName('', conversation, `/${key}`);
}
