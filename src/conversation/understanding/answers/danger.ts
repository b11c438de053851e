import { LANGUAGES } from '../../../domain/organisation/language.ts';
import { rememberingLatest } from '../remember.ts';
import { ANSWER_LEXICONS } from './lexicon/all.ts';
import { mattersOf, states } from './statement.ts';
import { wordSet } from './vocabulary.ts';

const DANGER = mattersOf('danger');
const CRITICAL = mattersOf('critical');
const ASKING = new Set(LANGUAGES.flatMap((language) => [...wordSet(ANSWER_LEXICONS[language].asking)]));

/** Whether somebody says that life or health is in danger now ("fara för liv", "han andas inte", "livsfare", "levensgevaar", "someone is dying"). Not when denied, asked as a word of a manual, supposed ("vid fara för liv") or joked. */
export const saysDanger: (text: string) => boolean = rememberingLatest((text) =>
  states(DANGER, text, () => true),
);

/** Whether somebody states that the matter is critical or urgent ("det är kritiskt", "haster", "spoed", "ASAP"); not when denied, and not in a question ("är det akut?"). */
export function saysCritical(text: string): boolean {
  return states(CRITICAL, text, ({ words, asks }) => !asks || !ASKING.has(words[0]?.plain ?? ''));
}
