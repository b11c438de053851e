import { z } from 'zod';
import { type OtherMatter, REPORT_DETAILS } from '../../domain/triage/triage.ts';
import { LIMITS } from '../limits.ts';
import { matterClass } from './contacts.ts';
import { section } from './sections.ts';
import { id, ids, localAnswer, localSentence } from './texts.ts';
import { outageTime } from './times.ts';

/** Where a triage ends. */
const end = z
  .strictObject({
    solved: z
      .boolean('is neither true nor false')
      .default(false)
      .describe('It works again, and nothing is reported'),
    is: ids.optional().describe('The circumstances that are known now; "classes:" decides by them'),
    class: matterClass
      .optional()
      .describe('critical or normal; left out: as the circumstances say, else normal'),
    service: id.optional().describe('What the fault turned out to be of; left out: what was reported'),
    policy: id.optional().describe('Whom to turn to; left out: as the routes say'),
    routine: id.optional().describe('What to do meanwhile'),
    advice: localSentence.optional().describe('What to tell the reporter'),
  })
  .refine(saysSomething, 'is empty; say what follows, "class: normal" at least')
  .refine(isSolvedAlone, 'is solved and something else too; beside "solved" only "advice" can stand');

const answer = z
  .strictObject({
    say: localAnswer.describe('The answer, short enough for a button'),
    next: id.optional().describe('The question that follows'),
    end: end.optional().describe('What is known now, if no question follows'),
  })
  .refine((value) => isOne(value.next, value.end), 'needs exactly one of next and end');

const question = z.strictObject({
  ask: localSentence.describe('The question, or what to try first'),
  answers: z
    .array(answer)
    .min(2, 'has fewer than two answers; give it at least two to choose from')
    .max(LIMITS.answers)
    .describe('The answers to choose from'),
});

/** What is asked about a fault before it is known how urgent it is. */
export const tree = z
  .strictObject({
    service: ids.optional().describe('The services that it is about; left out: every one'),
    role: ids.optional().describe('The roles that are asked; left out: everybody'),
    questions: section(question, LIMITS.questions)
      .refine((value) => Object.keys(value).length > 0, 'is empty; give it at least one question')
      .optional()
      .describe('The questions; the first is asked first'),
    end: end.optional().describe('Where it ends, if nothing needs to be asked'),
  })
  .refine((value) => isOne(value.questions, value.end), 'needs exactly one of questions and end');

/** What is asked about a fault once it is known whom to call. */
export const details = z
  .array(z.enum(REPORT_DETAILS, `is unknown; choose among ${REPORT_DETAILS.join(', ')}`))
  .refine((value) => new Set(value).size === value.length, 'names one of them twice; name each once');

const REPORTS = `is no whole number from ${LIMITS.outageReports.least} to ${LIMITS.outageReports.most}`;

/** When several reports are proposed as one outage. */
export const outages = z
  .strictObject({
    reports: z
      .int(REPORTS)
      .min(LIMITS.outageReports.least, REPORTS)
      .max(LIMITS.outageReports.most, REPORTS)
      .default(3)
      .describe('So many reports on one service from one unit …'),
    within: outageTime.prefault('PT30M').describe('… within this time: PT30M'),
  })
  .prefault({});

const matter = z.strictObject({
  policy: id.optional().describe('Whom to turn to; left out: as the routes say for a normal matter'),
  service: id.optional().describe('The service that it is about'),
  tell: localSentence.optional().describe('What they will need to know'),
  routine: id.optional().describe('What to do'),
});

/** A lost phone is reported, too. */
const lostPhone = matter.extend({
  report: z
    .boolean('is neither true nor false')
    .default(false)
    .describe(
      'Whether the bot takes it down and brings it to the contacts of the policy until somebody has it',
    ),
});

/** Matters that are no fault. */
export const matters = z
  .strictObject({
    'lost-phone': lostPhone.optional().describe('A mobile phone is lost or stolen'),
    absence: matter.optional().describe('Somebody is away, or will be'),
    directory: matter.optional().describe('Somebody’s number is looked for'),
  } satisfies Record<OtherMatter, z.ZodType>)
  .default({});

export type EndFile = z.output<typeof end>;
export type AnswerFile = z.output<typeof answer>;
export type TreeFile = z.output<typeof tree>;

function saysSomething({ solved, ...rest }: Record<string, unknown>): boolean {
  return solved === true || Object.values(rest).some((value) => value !== undefined);
}

function isSolvedAlone({ solved, advice: _, ...rest }: Record<string, unknown>): boolean {
  return solved !== true || Object.values(rest).every((value) => value === undefined);
}

function isOne(a: unknown, b: unknown): boolean {
  return (a === undefined) !== (b === undefined);
}
