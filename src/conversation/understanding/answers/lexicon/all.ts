import type { Language } from '../../../../domain/organisation/language.ts';
import { en } from './en.ts';
import type { AnswerLexicon } from './lexicon.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { sv } from './sv.ts';

/** The words of short answers, by language. */
export const ANSWER_LEXICONS: Readonly<Record<Language, AnswerLexicon>> = { sv, nb, nl, en };
