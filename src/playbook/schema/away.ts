import { z } from 'zod';
import { ids } from './texts.ts';

/** Absences, unmanned offices and on-call agreements that are told in the chat. */
export const away = z.strictObject({
  told: ids.default([]).describe('Contacts whose people are told of each absence: the switchboard'),
  'unit-too': z.boolean().default(false).describe('Whether the contact of the person’s own unit is told too'),
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
