import { z } from 'zod';
import { cleanText, cut } from '../../../conversation/plain-text/clean.ts';
import { DIRECTORY_LIMITS, type DirectoryEntry } from '../../../domain/people/directory.ts';
import type { Listed } from '../../../ports/directory.ts';
import { dialable } from './phone.ts';

const address = z.email().max(DIRECTORY_LIMITS.text);

/**
 * What a directory says of somebody, as it may be kept and shown. A name is cleaned and cut; an address or a number that
 * is none is left out. Null without a name: then it says nothing.
 * @param country ISO code by which national numbers are understood
 */
export function entryOf({ name, email, phones }: Listed, country: string): DirectoryEntry | null {
  const shown = cut(cleanText(name).replace(/\s+/g, ' ').trim(), DIRECTORY_LIMITS.text);
  if (shown === '') return null;
  const numbers = phones.map((phone) => dialable(phone, country)).filter((phone) => phone !== null);
  return { name: shown, email: address.safeParse(email).data ?? null, phone: numbers[0] ?? null };
}
