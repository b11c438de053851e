import { LANGUAGES, type Language } from '../../../../domain/organisation/language.ts';

/** Norwegian has several names. */
const OTHERS: ReadonlyMap<string, Language> = new Map([
  ['no', 'nb'],
  ['nn', 'nb'],
]);

/** The language of a tag such as `sv-SE`, if it is one of ours. */
export function languageFrom(locale: string | undefined): Language | null {
  const primary = locale?.trim().toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return LANGUAGES.find((language) => language === primary) ?? OTHERS.get(primary) ?? null;
}
