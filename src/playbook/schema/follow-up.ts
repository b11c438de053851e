import { z } from 'zod';
import { FOLLOW_UP_LIMITS } from '../../domain/reports/life/rules.ts';
import { matterClass } from './contacts.ts';
import { section, several } from './sections.ts';
import { id, idsUpTo, localName, localNotice } from './texts.ts';
import { followUpTime } from './times.ts';

const classes = z
  .union(
    [matterClass, several(matterClass, 2), z.array(matterClass).length(0)],
    'is no class; write critical, normal, or a list of them',
  )
  .transform((value) => (Array.isArray(value) ? value : [value]));

const clock = z
  .string('is no time; write it in quotes, as in "08:00"')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of the day; write it as "08:00"')
  .transform((value) => Temporal.PlainTime.from(value));

const PLACEHOLDERS = ['service', 'since', 'organisation'];
const PLACEHOLDER_RULE = `has a placeholder that is not known; there are ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}`;

/** A text in which only what is known stands in braces. */
const readyText = localNotice.refine(
  (text) =>
    [...(typeof text === 'string' ? [text] : Object.values(text))].every((one) =>
      [...one.matchAll(/\{([^}]*)\}/g)].every(([, name = '']) => PLACEHOLDERS.includes(name)),
    ),
  PLACEHOLDER_RULE,
);

const others = z.strictObject({
  service: idsUpTo(FOLLOW_UP_LIMITS.services)
    .optional()
    .describe('Faults in these services; left out: in any'),
  'told-by': idsUpTo(FOLLOW_UP_LIMITS.contacts)
    .optional()
    .describe('Contacts who get the texts, besides the managers of the sites that are hit'),
  texts: section(
    z.strictObject({
      name: localName.describe('Who it is for, and where to put it'),
      text: readyText.describe('What they are told; {service}, {since} and {organisation} are filled in'),
    }),
    FOLLOW_UP_LIMITS.texts,
  ).describe('Texts to be copied into other channels'),
});

/** What becomes of reports after they were made. */
export const followUp = z.strictObject({
  judge: id.optional().describe('The contact who judges whether a report is urgent; left out: nobody does'),
  judged: classes.default(['critical', 'normal']).describe('Which classes of reports are judged'),
  'hands-on': classes.default([]).describe('Which classes go to the supplier without being judged'),
  supplier: id
    .optional()
    .describe('The contact that reports are handed on to, where their service names no supplier'),
  'judge-within': followUpTime
    .prefault('PT2H')
    .describe('How long until the judge is reminded, each time; also of handing on by hand'),
  'look-first': followUpTime.prefault('PT2H').describe('How long looking first may take until a reminder'),
  wait: followUpTime.prefault('PT24H').describe('How long what is not urgent waits'),
  'answer-within': followUpTime
    .prefault('PT24H')
    .describe('How long the reporter has to say whether it is still there'),
  'satisfied-within': followUpTime
    .prefault('P3D')
    .describe('How long the reporter has to say that the solution is not to their satisfaction'),
  counts: z
    .enum(['calendar', 'working-hours'], 'is unknown; write calendar or working-hours')
    .default('calendar')
    .describe('Whether all time counts, or only the time within "hours"'),
  hours: id
    .optional()
    .describe('The named hours when people are there; what would end outside of them ends when they begin'),
  'digest-at': clock.prefault('08:00').describe('When those who want one message a day get it'),
  others: others.optional().describe('Who tells parents, families or staff, and with which words'),
});

export type FollowUpFile = z.output<typeof followUp>;
