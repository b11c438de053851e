import type { Language } from '../../../domain/organisation/language.ts';

/** The language that somebody asks for; null for a text that merely mentions one. */
export function languageWish(_text: string): Language | null {
  return null;
}
