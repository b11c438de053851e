import { z } from 'zod';
import { PACK_LIMITS } from '../../domain/paper/pack-letters.ts';

export const PACK_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** Who gets the emergency pack by mail. */
export const pack = z.strictObject({
  mail: z
    .array(z.email('is no mail address; write it as anna@example.org').max(200))
    .min(1, 'is empty; name at least one address')
    .max(PACK_LIMITS.addresses)
    .describe('Addresses that get it, at each change of a routine or number and once a week'),
  day: z
    .enum(PACK_DAYS, `is no day; choose of ${PACK_DAYS.join(', ')}`)
    .default('Mo')
    .describe('The day of the week'),
  at: z
    .string('is no time; write it in quotes, as in "06:00"')
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time; write it in quotes, as in "06:00"')
    .default('06:00')
    .describe('The time of that day'),
});

export type PackFile = z.output<typeof pack>;
