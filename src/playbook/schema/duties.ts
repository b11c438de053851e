import { z } from 'zod';
import { DUTY_LIMITS } from '../../domain/duties/duty.ts';
import { section } from './sections.ts';
import { id, idsUpTo, localAnswer, localName, localSentence, plainName } from './texts.ts';
import { dutyAgain } from './times.ts';

const PLACEHOLDERS = ['date', 'place'];

const fileName = plainName
  .refine(
    (name) => [...name.matchAll(/\{([^}]*)\}/g)].every(([, inside = '']) => PLACEHOLDERS.includes(inside)),
    'has a placeholder that is not known; there are {date} and {place}',
  )
  .refine((name) => name.includes('{date}'), 'lacks {date}: the files of all days would have one name');

const files = z.strictObject({
  names: z
    .array(fileName)
    .min(1, 'is empty; give the name of at least one file')
    .max(DUTY_LIMITS.files)
    .describe('What the files are called; {date} becomes YYMMDD, {place} the unit’s name'),
  ahead: z
    .int('is no whole number of days')
    .min(1, 'is less than a day')
    .max(DUTY_LIMITS.ahead, `is more than ${DUTY_LIMITS.ahead} days`)
    .describe('For how many days ahead files are saved'),
  keep: z
    .int('is no whole number of days')
    .min(0, 'is less than nothing')
    .max(DUTY_LIMITS.keep, `is more than ${DUTY_LIMITS.keep} days`)
    .describe('After how many days a file may be deleted'),
});

/** Something that units do again and again. */
export const duty = z.strictObject({
  name: localName.describe('What people call it'),
  what: localSentence.optional().describe('What is to be done, where the name does not say it'),
  units: section(idsUpTo(DUTY_LIMITS.contacts), DUTY_LIMITS.units)
    .refine((units) => Object.keys(units).length > 0, 'is empty; name at least one unit')
    .describe('The sites that do it, each with the contacts who do it there'),
  hours: id.describe(
    'The named hours within which it is done: it is due on the days that have some, from their beginning until their end',
  ),
  again: dutyAgain.prefault('PT2H').describe('How long before the end of the day’s hours it is said again'),
  proof: localAnswer.optional().describe('What whoever presses says with it; left out: that it is done'),
  routine: id.optional().describe('The routine that explains it'),
  files: files.optional().describe('Files that are saved anew each time'),
});

export type DutyFile = z.output<typeof duty>;
