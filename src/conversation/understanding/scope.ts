import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import { find } from './find.ts';
import { LEXICONS } from './lexicon/all.ts';
import type { Patterns } from './lexicon/lexicon.ts';
import { type Pattern, patternsOf } from './pattern.ts';
import { type PatternIndex, patternIndex } from './pattern-index.ts';
import type { Reading } from './reading.ts';

/** How many a fault hits. */
export type Scope = 'one' | 'many';

type ScopePatterns = Readonly<Record<'one' | 'many' | 'onlyOne', PatternIndex<Pattern>>>;

const PATTERNS = new Map<Language, ScopePatterns>(
  LANGUAGES.map((language) => {
    const { one, many, onlyOne } = LEXICONS[language].scope;
    return [
      language,
      {
        one: indexed(language, one),
        many: indexed(language, many),
        onlyOne: indexed(language, onlyOne),
      },
    ];
  }),
);

/** How many people a text speaks of: "only me" wins over "we", and "we" over "I". */
export function scopeIn(reading: Reading): Scope | null {
  const says = (what: keyof ScopePatterns): boolean =>
    PATTERNS.get(reading.language)
      ?.[what](reading)
      .some((pattern) => find(pattern, reading) !== null) ?? false;
  if (says('onlyOne')) return 'one';
  if (says('many')) return 'many';
  return says('one') ? 'one' : null;
}

function indexed(language: Language, list: Patterns): PatternIndex<Pattern> {
  return patternIndex(patternsOf(language, list), (pattern) => pattern);
}
