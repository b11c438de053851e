import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { ids, localName, localSentence } from './texts.ts';

const step = z.union(
  [
    localSentence.transform((text) => ({ text, contacts: [] as string[] })),
    z
      .strictObject({
        text: localSentence.describe('What to do'),
        contact: ids.optional().describe('The contacts whose numbers belong to this step'),
      })
      .transform(({ text, contact }) => ({ text, contacts: contact ?? [] })),
  ],
  'is neither a text (one for all languages, or one for each) nor a text with a contact',
);

/** A fallback routine: what to do while a system is down. */
export const routine = z.strictObject({
  name: localName.describe('What people call it'),
  when: localSentence.optional().describe('When it is used, in words'),
  service: ids.optional().describe('The services that it is about; left out: every one'),
  site: ids.optional().describe('Where it holds; left out: everywhere'),
  role: ids.optional().describe('The roles that it is for; left out: everybody'),
  'only-when-declared': z
    .boolean('is neither true nor false')
    .default(false)
    .describe('Only once IT has declared that an outage will be long'),
  steps: z
    .array(step)
    .min(1, 'is empty; give it at least one step')
    .max(LIMITS.steps)
    .describe('What to do, in order'),
  afterwards: z
    .array(step)
    .max(LIMITS.steps)
    .default([])
    .describe('What to register or do when it works again'),
});
