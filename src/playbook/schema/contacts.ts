import { z } from 'zod';
import { DIRECTORY_LIMITS } from '../../domain/people/directory.ts';
import { LIMITS } from '../limits.ts';
import { id, ids, idsUpTo, localName, localSentence } from './texts.ts';
import { country, timezone, wait } from './times.ts';

const HOURS_NAME = 'is no name of hours; write the times under "hours:" and their name here, or always';
const hoursName = z.string(HOURS_NAME).regex(/^[a-z][a-z0-9-]*$/, HOURS_NAME);
const overtime = z.enum(['overtime'], 'is unknown; write overtime');
export const matterClass = z.enum(['critical', 'normal'], 'is no class; write critical or normal');
const ownManager = z.enum(['own-manager'], 'is unknown; write own-manager');
const receipt = z.enum(['spoken', 'sent'], 'is unknown; write spoken (one has talked to somebody) or sent');

/** Somebody or something to turn to. */
export const contact = z.strictObject({
  role: localName.describe('The role that answers; never the name of a person'),
  phone: z
    .string('is no text; put the number in quotes, as in "+46346885555"')
    .max(40)
    .optional()
    .describe(
      'In international form, in quotes: "+46346885555". Placeholders are +4600000001, +4700000001, …',
    ),
  'phone-shown': z
    .string('is no text; put the number in quotes')
    .max(30)
    .optional()
    .describe(
      'The same number as the organisation writes it, as in "0200-44 30 00"; left out: the usual grouping',
    ),
  extension: z
    .string('is no text; put the extension in quotes')
    .regex(/^\d{3,6}$/, 'is no extension; three to six digits in quotes')
    .optional()
    .describe('The internal number'),
  email: z.email('is no mail address; write it as support@example.org').max(200).optional(),
  url: z
    .url({ protocol: /^https?$/, error: 'is no web address; it starts with https://' })
    .max(500)
    .optional(),
  where: localSentence.optional().describe('Where to go or look, for what has no number'),
  note: localSentence.optional().describe('A sentence shown beside the contact'),
  hours: hoursName
    .default('always')
    .describe('When it is answered for certain: a name from "hours:", or always'),
  often: hoursName.optional().describe('When it is often answered, outside those hours'),
  'stands-for': ownManager
    .optional()
    .describe(
      'The nearest manager of whoever asks: where a directory knows them, their name and number are shown here',
    ),
  timezone: timezone.optional().describe('If its clock differs from the organisation’s'),
  country: country.optional().describe('If its red days are those of another country, as in NL'),
  for: matterClass.optional().describe('What it may be used for; left out: everything'),
  counts: receipt
    .optional()
    .describe('When a report counts as received; left out: sent where there is an email or url, else spoken'),
  authorises: overtime.optional().describe('What this role can authorise'),
  'stand-in': id.optional().describe('The contact who takes the calls during an announced absence'),
  accounts: z
    .array(z.email('is no mail address; write it as anna@example.org').max(DIRECTORY_LIMITS.text))
    .max(LIMITS.accounts)
    .default([])
    .describe(
      'Who holds this role in Teams and Slack: their addresses in the directory. They are pinged, and may acknowledge and decide',
    ),
  'held-by': id
    .optional()
    .describe('The role whose people hold this contact, where a channel knows roles for certain'),
  'it-desk': z
    .boolean('is neither true nor false')
    .default(false)
    .describe('Whether everybody who writes in IT’s channel holds it'),
});

/** One step of an escalation policy. */
export const step = z
  .strictObject({
    'any-of': idsUpTo(LIMITS.stepContacts).optional().describe('Contacts without an order between them'),
    'in-order': idsUpTo(LIMITS.stepContacts).optional().describe('Contacts to be tried one after the other'),
    'line-of-managers': z
      .strictObject({
        'starts-with': id
          .optional()
          .describe('Who comes first when the caller’s unit is unknown or names no manager'),
        'up-to': z
          .array(id)
          .min(1)
          .max(LIMITS.stepContacts)
          .describe('The contacts at the upper end, in order'),
        asks: overtime.optional().describe('What they are asked to authorise'),
      })
      .optional()
      .describe('The managers of the caller’s site and of the units above it'),
    counts: receipt.optional().describe('When a report counts as received, if not as its contacts say'),
    'then-after': wait.optional().describe('How long to wait for an answer before the next step: PT10M'),
    'only-if': localSentence.optional().describe('When this step may be used at all, in words'),
  })
  .refine(
    (value) =>
      [value['any-of'], value['in-order'], value['line-of-managers']].filter((kind) => kind !== undefined)
        .length === 1,
    'needs exactly one of any-of, in-order and line-of-managers',
  );

/** Which policy serves which matters; the first that fits is taken. */
export const route = z.strictObject({
  class: matterClass.describe('critical or normal'),
  service: ids.optional().describe('Only matters of these services; left out: all'),
  site: ids.optional().describe('Only people of these sites and of all below them; left out: all'),
  role: ids.optional().describe('Only people in these roles; left out: all'),
  policy: id.describe('The policy that it leads to'),
});
