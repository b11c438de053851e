import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { ids, idsUpTo } from './texts.ts';

const rule = z.strictObject(
  {
    whose: ids.describe('Whose absences: everybody, or contacts and sites, with the sites below these'),
    tell: idsUpTo(LIMITS.stepContacts).describe(
      'The contacts whose people are told; site-contact and site-manager are those of the unit',
    ),
  },
  'is no rule; write { whose: everybody, tell: switchboard }',
);

/** Absences, unmanned offices and on-call agreements that are told in the chat. */
export const away = z.strictObject({
  told: z
    .array(rule)
    .max(LIMITS.toldRules)
    .default([])
    .describe('Whose absence is told to whom; of all others nobody hears. Left out: nobody is told'),
  'for-others': ids
    .default([])
    .describe(
      'Roles or contacts whose people may tell of anybody’s absence; managers may of their own units',
    ),
  'on-call-by': ids
    .default([])
    .describe('Roles or contacts whose people may put others on call; left out: nobody may in the chat'),
});

export type AwayFile = z.output<typeof away>;
