import { z } from 'zod';
import { PAPER_LIMITS } from '../../domain/paper/paper.ts';
import { section } from './sections.ts';
import { ids, idsUpTo, localName } from './texts.ts';

const RANGE = `is no number of working days from 1 to ${PAPER_LIMITS.within}`;

/** What units must have on paper. */
export const paper = z.strictObject({
  name: localName.describe('What people call it, such as “The binder”'),
  routines: ids.optional().describe('The routines that must be in it; left out: all'),
  numbers: z.boolean().default(true).describe('Whether the list of numbers must be in it'),
  units: section(idsUpTo(PAPER_LIMITS.contacts), PAPER_LIMITS.units)
    .refine((units) => Object.keys(units).length > 0, 'is empty; name at least one unit')
    .describe('The sites that must have it, each with the contacts who print it there and confirm'),
  within: z
    .int('is no whole number of working days')
    .min(1, RANGE)
    .max(PAPER_LIMITS.within, RANGE)
    .default(3)
    .describe('Within how many working days a new version is printed'),
  again: z
    .int('is no whole number of working days')
    .min(0, 'is less than nothing')
    .max(PAPER_LIMITS.within, RANGE)
    .default(1)
    .describe('How many working days before the end it is said again; 0: it is not'),
  tell: idsUpTo(PAPER_LIMITS.contacts)
    .optional()
    .describe('Who hears of what is not printed; left out: the manager of the unit'),
});

export type PaperFile = z.output<typeof paper>;
