import { z } from 'zod';
import { HAND_OFF_WAYS } from '../../domain/orders/rules.ts';
import { LIMITS } from '../limits.ts';
import { section } from './sections.ts';
import { idsUpTo } from './texts.ts';
import { wait } from './times.ts';

const SENDER =
  'is neither a mail address nor a domain; write support@example.org, or example.org for all addresses there';
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const ADDRESS = new RegExp(`^[^\\s@<>"]{1,64}@${DOMAIN.source.slice(1)}`);

const sender = z
  .string(SENDER)
  .max(254, SENDER)
  .transform((text) => text.toLowerCase())
  .refine((text) => DOMAIN.test(text) || ADDRESS.test(text), SENDER);

const supplier = z.strictObject({
  by: z
    .enum(HAND_OFF_WAYS, `is unknown; choose of ${HAND_OFF_WAYS.join(', ')}`)
    .describe(
      'How orders go there: mail, topdesk, webhook, or hand (somebody sends the words that the bot makes)',
    ),
  'confirm-within': wait
    .optional()
    .describe('After how long a confirmation that did not come is asked for: PT4H'),
  chase: z
    .int('is no whole number')
    .min(0, 'is less than 0')
    .max(LIMITS.chases, `is more than ${LIMITS.chases}`)
    .default(2)
    .describe('How often it is asked for before the manager is left with it'),
  from: z
    .union([sender, z.array(sender).min(1).max(LIMITS.senders)], SENDER)
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional()
    .describe('Addresses and domains that are believed to be the supplier’s; left out: its address alone'),
  'reply-to': z
    .email('is no mail address; write it as manager@example.org')
    .max(200)
    .optional()
    .describe('Where answers go, besides the bot’s own mailbox'),
  branch: z
    .string('is no text')
    .trim()
    .min(1, 'is empty')
    .max(LIMITS.branch, `is longer than ${LIMITS.branch} characters`)
    .optional()
    .describe('Of TOPdesk: the branch of callers whom it does not know, by its name there'),
});

/** How reports are handed on to suppliers and ticket systems. */
export const handOffs = z
  .strictObject({
    manager: idsUpTo(LIMITS.stepContacts)
      .optional()
      .describe(
        'The contacts who hand reports on, and mark what a supplier says; left out: who judges reports',
      ),
    quotes: idsUpTo(LIMITS.stepContacts)
      .optional()
      .describe('The contacts who say yes or no to a quote; left out: the manager'),
    invoices: idsUpTo(LIMITS.stepContacts)
      .optional()
      .describe('The contacts who check an invoice; left out: the manager'),
    suppliers: section(supplier, LIMITS.suppliers)
      .default({})
      .describe('How orders go to each supplier, by the id of its contact'),
  })
  .prefault({});

export type HandOffsFile = z.output<typeof handOffs>;
