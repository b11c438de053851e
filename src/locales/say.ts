import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/organisation/language.ts';
import type { Catalogue, TextKey } from './catalogue.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { sv } from './sv.ts';

/** What is filled into a text. */
export type TextValues = Readonly<Record<string, string | number>>;

/** The catalogues, by language. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { sv, nb, nl, en };
/** The tags by which Intl knows our languages, with the habits of the country. */
export const LOCALE_TAGS: Readonly<Record<Language, string>> = {
  sv: 'sv-SE',
  nb: 'nb-NO',
  nl: 'nl-NL',
  en: 'en-GB',
};

const formats = new Map<string, IntlMessageFormat>();

/** One of the product's texts in a language, filled in. The result is plain text: each channel escapes it. */
export function say(language: Language, key: TextKey, values: TextValues = {}): string {
  const id = `${language}|${key}`;
  const format = formats.get(id) ?? new IntlMessageFormat(CATALOGUES[language][key], LOCALE_TAGS[language]);
  formats.set(id, format);
  return String(format.format(values));
}
