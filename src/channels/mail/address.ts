import { MAIL_LIMITS } from './limits.ts';

/** One address, in the plain form that people have: no names, no quotes, no lists, nothing that a header could read. */
const PLAIN =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** The address as it is kept, its domain in lower case; null if it is none. */
export function mailAddress(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > MAIL_LIMITS.address || !PLAIN.test(trimmed)) return null;
  const [person = '', domain = ''] = trimmed.split('@');
  const isDotted = person.startsWith('.') || person.endsWith('.') || person.includes('..');
  return isDotted ? null : `${person}@${domain.toLowerCase()}`;
}

/** An address as others may see it: `a…@example.org`. */
export function maskedAddress(address: string): string {
  const [person = '', domain = ''] = address.split('@');
  return `${person.slice(0, 1)}…@${domain}`;
}
