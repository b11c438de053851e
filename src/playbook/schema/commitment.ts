import { z } from 'zod';
import { COMMITMENT_LIMITS } from '../../domain/commitment/commitment.ts';
import { LANGUAGES } from '../../domain/organisation/language.ts';
import { localName } from './texts.ts';

const WHOLE = `has more than ${COMMITMENT_LIMITS.text} characters`;
const text = z
  .string('is no text; put it in quotes')
  .trim()
  .min(1, 'is empty')
  .max(COMMITMENT_LIMITS.text, WHOLE);

/** So many days, again and again. */
export const days = z
  .int('is no whole number of days; write 14')
  .min(1, 'is no number of days from 1 to 365')
  .max(365, 'is no number of days from 1 to 365');

/** What everybody signs once, in the chat. */
export const commitment = z.strictObject({
  version: z
    .string('is no text; put the version in quotes')
    .regex(/^[A-Za-z0-9][A-Za-z0-9. -]*$/, 'is no version; letters, digits, dots and hyphens, as in "2026-1"')
    .max(COMMITMENT_LIMITS.version)
    .describe('Change it with the text: then everybody is asked again'),
  title: localName.describe('What it is called'),
  text: z
    .union(
      [text, z.partialRecord(z.enum(LANGUAGES), text)],
      'is neither a text nor a text for each language; write "…" or { sv: "…", en: "…" }',
    )
    .describe('All of what is signed'),
  remind: days
    .optional()
    .describe('After how many days whoever has not signed is reminded, again and again; left out: never'),
});

export type CommitmentFile = z.output<typeof commitment>;
