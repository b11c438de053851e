import { z } from 'zod';
import { ESCALATION_LIMITS, PING_WAYS } from '../../domain/escalation/rules.ts';
import { matterClass } from './contacts.ts';
import { several } from './sections.ts';
import { id } from './texts.ts';
import { wait } from './times.ts';

const way = z.enum(PING_WAYS, `is unknown; choose of ${PING_WAYS.join(', ')}`);

/** How what nobody has taken yet is brought to people. */
export const escalation = z.strictObject({
  for: z
    .union([matterClass, several(matterClass, 2)], 'is no class; write critical, normal, or a list of them')
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .default(['critical'])
    .describe('Reports of which classes are brought to people by themselves'),
  ways: z
    .array(way)
    .min(1, 'is empty; name at least one way')
    .max(PING_WAYS.length)
    .default(['chat', 'mail', 'gateway'])
    .describe('How people are reached: chat, mail, gateway (SMS and voice); what is not set up is left out'),
  wait: wait
    .prefault('PT10M')
    .describe('How long an answer is waited for, where the step of the policy does not say'),
  repeat: z
    .strictObject({
      every: wait.prefault('PT5M').describe('After how long it is said again'),
      times: z
        .int('is no whole number')
        .min(0)
        .max(ESCALATION_LIMITS.repeats)
        .default(1)
        .describe('How often, within the wait'),
    })
    .prefault({})
    .describe('Saying it again while an answer is waited for'),
  quiet: id
    .optional()
    .describe('Named hours in which nobody is pinged for what is not critical; left out: there are none'),
  gateway: z
    .url({ protocol: /^https?$/, error: 'is no web address; it starts with https://' })
    .max(500)
    .optional()
    .describe('Where the gateway for SMS and voice takes pings, signed; left out: there is none'),
});

export type EscalationFile = z.output<typeof escalation>;
