import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import { find } from './find.ts';
import { LEXICONS } from './lexicon/all.ts';
import { type Pattern, patternsOf } from './pattern.ts';
import type { Reading } from './reading.ts';

/** How many a fault hits. */
export type Scope = 'one' | 'many';

type ScopePatterns = Readonly<Record<'one' | 'many' | 'onlyOne', readonly Pattern[]>>;

const PATTERNS = new Map<Language, ScopePatterns>(
  LANGUAGES.map((language) => {
    const { one, many, onlyOne } = LEXICONS[language].scope;
    return [
      language,
      {
        one: patternsOf(language, one),
        many: patternsOf(language, many),
        onlyOne: patternsOf(language, onlyOne),
      },
    ];
  }),
);

/** How many people a text speaks of: "only me" wins over "we", and "we" over "I". */
export function scopeIn(reading: Reading): Scope | null {
  const says = (what: keyof ScopePatterns): boolean =>
    PATTERNS.get(reading.language)?.[what].some((pattern) => find(pattern, reading) !== null) ?? false;
  if (says('onlyOne')) return 'one';
  if (says('many')) return 'many';
  return says('one') ? 'one' : null;
}
