import type { Language } from '../../../domain/organisation/language.ts';
import { en } from './en.ts';
import type { Lexicon } from './lexicon.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { sv } from './sv.ts';

/** The word lists, by language. */
export const LEXICONS: Readonly<Record<Language, Lexicon>> = { sv, nb, nl, en };
