import { z } from 'zod';
import { NOTICE_LIMITS } from '../../domain/notices/notice.ts';
import { LANGUAGES } from '../../domain/organisation/language.ts';
import { LIMITS } from '../limits.ts';

const ID_RULE =
  'is no id; use lower-case letters a to z, digits and single hyphens, starting with a letter, as in it-service';

/** An id: how other parts of the playbook refer to an entry. */
export const id = z
  .string(ID_RULE)
  .max(LIMITS.idLength)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, ID_RULE)
  // the one word of this form that every JavaScript object knows already
  .refine((value) => value !== 'constructor', 'is a word that cannot be an id; choose another');

/** One id or several. */
export function idsUpTo(max: number) {
  return z
    .union([id, z.array(id).min(1).max(max)], 'is neither an id nor a list of ids, as in [tierp, heby]')
    .transform((value) => (Array.isArray(value) ? value : [value]));
}

export const ids = idsUpTo(LIMITS.entries);

function text(max: number) {
  return z.string('is no text; put it in quotes').trim().min(1, 'is empty').max(max);
}

/** One text for all languages, or one for each. */
function localText(max: number) {
  return z.union(
    [text(max), z.partialRecord(z.enum(LANGUAGES), text(max))],
    `is neither a text nor a text for each language; write "…" or { sv: "…", en: "…" }`,
  );
}

export const plainName = text(LIMITS.nameLength);
export const localName = localText(LIMITS.nameLength);
export const localAnswer = localText(LIMITS.answerLength);
export const localSentence = localText(LIMITS.textLength);
export const localTitle = localText(NOTICE_LIMITS.title);
export const localNotice = localText(NOTICE_LIMITS.text);
export const language = z.enum(
  LANGUAGES,
  `is not a language of the product; choose of ${LANGUAGES.join(', ')}`,
);
export type LocalInput = z.output<typeof localName>;
