import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import type { Language } from '../../domain/organisation/language.ts';

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = {
  sv: swedish,
  nb: norwegian,
  nl: dutch,
  en: english,
};

/** So many stems are remembered for each language: people use the same words again. */
const REMEMBERED = 20_000;
const remembered: Readonly<Record<Language, Map<string, string>>> = {
  sv: new Map(),
  nb: new Map(),
  nl: new Map(),
  en: new Map(),
};

/** A word without its endings, as the language bends them. */
export function stem(language: Language, plain: string): string {
  const known = remembered[language].get(plain);
  if (known !== undefined) return known;
  if (remembered[language].size >= REMEMBERED) remembered[language].clear();
  const found = STEMMERS[language](plain);
  remembered[language].set(plain, found);
  return found;
}
