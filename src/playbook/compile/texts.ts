import type { Language, LocalText } from '../../domain/organisation/language.ts';
import type { LocalInput } from '../schema/texts.ts';

/** Makes a text of the file one of the organisation's languages: one text for all of them, or what is given for each. */
export type Localise = (text: LocalInput) => LocalText;

/** How texts are given in an organisation's languages. */
export function localiser(languages: readonly Language[]): Localise {
  return (text) =>
    typeof text === 'string' ? Object.fromEntries(languages.map((language) => [language, text])) : text;
}

/** A section of the file as a map, in its order. */
export function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A, id: string) => B,
): ReadonlyMap<string, B> {
  return new Map(Object.entries(record).map(([id, value]) => [id, change(value, id)]));
}
