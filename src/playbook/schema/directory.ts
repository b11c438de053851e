import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { section } from './sections.ts';
import { ids, idsUpTo, language, localName, plainName } from './texts.ts';

const service = z.strictObject({
  name: localName.describe('What people call it'),
  aliases: z
    .partialRecord(language, z.array(plainName).max(LIMITS.aliases))
    .optional()
    .describe('Other words for it, per language'),
  contact: idsUpTo(LIMITS.stepContacts).describe('The contacts who see to it'),
});

/** The directory of people that can be searched in the chat. */
export const directory = z.strictObject({
  services: section(service)
    .default({})
    .describe('What people ask for, and who sees to it: “who has school transport?”'),
  'private-numbers': ids
    .optional()
    .describe('Roles or contacts whose people see private numbers; left out: nobody does'),
  reasons: ids
    .optional()
    .describe('Roles or contacts whose people see why somebody is away; left out: nobody does'),
});

export type DirectoryFile = z.output<typeof directory>;
