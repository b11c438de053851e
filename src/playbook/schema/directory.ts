import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { days } from './commitment.ts';
import { section } from './sections.ts';
import { id, ids, idsUpTo, language, localName, plainName } from './texts.ts';

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
  changes: z
    .strictObject({
      from: ids.describe('Roles or contacts whose people tell of changes: the managers'),
      policy: id.describe('Whom a change is brought to: the switchboard'),
      ask: days
        .optional()
        .describe(
          'After how many days managers are asked whether all is still right, again and again; left out: never',
        ),
    })
    .optional()
    .describe('How managers tell of new staff, leavers, moves, hours and tasks; left out: not in the chat'),
  'private-numbers': ids
    .optional()
    .describe('Roles or contacts whose people see private numbers; left out: nobody does'),
  reasons: ids
    .optional()
    .describe('Roles or contacts whose people see why somebody is away; left out: nobody does'),
});

export type DirectoryFile = z.output<typeof directory>;
