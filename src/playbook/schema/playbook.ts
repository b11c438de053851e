import { z } from 'zod';
import { DUTY_LIMITS } from '../../domain/duties/duty.ts';
import { PAPER_LIMITS } from '../../domain/paper/paper.ts';
import { REPORT_DETAILS } from '../../domain/triage/triage.ts';
import { LIMITS } from '../limits.ts';
import { away } from './away.ts';
import { commitment } from './commitment.ts';
import { contact, matterClass, route, step } from './contacts.ts';
import { directory } from './directory.ts';
import { duty } from './duties.ts';
import { escalation } from './escalation.ts';
import { followUp } from './follow-up.ts';
import { handOffs } from './hand-offs.ts';
import { notices } from './notices.ts';
import { pack } from './pack.ts';
import { paper } from './paper.ts';
import { routine } from './routines.ts';
import { list, section } from './sections.ts';
import { servedBy } from './served.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { id, ids, language, localName, localSentence, plainName } from './texts.ts';
import { country, date, moment, notation, times, timezone, yearlyDate } from './times.ts';
import { details, matters, outages, tree } from './triage.ts';

const holidays = z
  .strictObject({
    country: country.describe('ISO code of the country whose public holidays are the red days: SE, NO, NL'),
    region: z
      .string('is no text; put the region in quotes')
      .max(60)
      .optional()
      .describe('Region or state, where red days differ within the country'),
    add: list(z.strictObject({ date: yearlyDate, name: localName.optional() }))
      .default([])
      .describe('Own red days besides'),
    remove: list(z.strictObject({ date: yearlyDate }))
      .default([])
      .describe('Public holidays on which the organisation works'),
  })
  .describe('The country whose public holidays are the red days (PH in hours), and own red days');

/** Dated hours: one `date`, or `from` and `to`, both included. */
const exception = z
  .strictObject({
    date: date.optional(),
    from: date.optional(),
    to: date.optional(),
    hours: ids.describe('Which of the named hours it changes'),
    open: times.describe('The times on these days, or off'),
    because: localSentence.optional(),
  })
  .refine(
    ({ date, from, to }) =>
      date === undefined ? from !== undefined && to !== undefined : from === undefined && to === undefined,
    'needs either date, or from and to',
  )
  .refine(
    (e) => e.from === undefined || e.to === undefined || e.from <= e.to,
    'ends before it begins: swap from and to',
  );

const period = {
  from: moment.describe('A day, 2026-12-24, or a local time, 2026-12-24T16:00'),
  to: moment.describe('A day, included wholly, or a local time, which is the end'),
};

const absence = z
  .strictObject({
    contact: id.describe('Who is away'),
    ...period,
    reduced: z
      .boolean('is neither true nor false')
      .default(false)
      .describe('Still often reached, not surely'),
    'stand-in': id.optional().describe('Who takes the calls meanwhile'),
    because: localSentence.optional(),
  })
  .refine(isForward, 'ends before it begins: swap from and to');

const agreement = z
  .strictObject({
    contact: id.describe('Who is on call'),
    ...period,
    class: z
      .union(
        [matterClass, z.array(matterClass).min(1)],
        'is no class; write critical, normal, or leave it out',
      )
      .transform((value) => (Array.isArray(value) ? value : [value]))
      .optional(),
    service: ids.optional(),
    site: ids.optional(),
    'announced-to': ids.describe('Those whom it concerns and who were told in advance'),
  })
  .refine(isForward, 'ends before it begins: swap from and to');

/** A day as the end is included wholly. Texts of this form sort as the times do. */
function isForward({ from, to }: { from: string; to: string }): boolean {
  const end = to.length === 10 ? `${to}T24:00` : to;
  return (from.length === 10 ? `${from}T00:00` : from) < end;
}

const site = z.strictObject({
  name: localName.describe('What people call it'),
  in: id.optional().describe('The site or unit that it belongs to'),
  manager: id.optional().describe('The contact who manages it'),
  contact: id.optional().describe('The contact whose phone is always open in its working hours'),
});

const service = z.strictObject({
  name: localName.describe('What people call it'),
  aliases: z
    .partialRecord(language, z.array(plainName).max(LIMITS.aliases))
    .optional()
    .describe('Other words for it, per language'),
  supplier: id.optional().describe('The contact that supplies it'),
});

const classRule = z.strictObject({
  name: localName.optional(),
  when: z
    .array(id)
    .max(LIMITS.entries)
    .default([])
    .describe('The circumstances that put a matter in this class'),
  explains: localSentence.optional().describe('How to judge it, in a sentence'),
});

const access = z
  .enum(
    ['everybody', 'link', 'nobody'],
    'is unknown; write everybody, link (only with the secret link) or nobody',
  )
  .default('everybody');

/** One organisation's routine, as it is written in its file. */
export const playbookSchema = z
  .strictObject({
    organisation: id.describe('Short name of the organisation; the file is called the same'),
    name: plainName.describe('The organisation’s name, as people read it'),
    languages: z
      .array(language)
      .min(1, 'is empty; name at least one language')
      .max(4)
      .describe('One to four of sv, nb, nl and en; the first is the organisation’s own'),
    timezone: timezone.describe(
      'IANA name of the zone whose clock all times speak of, as in Europe/Stockholm',
    ),
    holidays,
    emergency: z
      .string('is no text; put the number in quotes')
      .regex(/^\d{3}$/, 'is no emergency number; three digits in quotes, as in "112"')
      .optional()
      .describe('The number for danger to life'),
    pages: z
      .strictObject({
        who: access.describe('The page “who do I call now?”'),
        routine: access.describe('The routines on paper'),
        status: access.describe('Outages and maintenance windows, with their feeds and calendar'),
      })
      .default({ who: 'everybody', routine: 'everybody', status: 'everybody' })
      .describe('Who may see which page'),
    teams: teams.optional().describe('Microsoft Teams: who belongs to the organisation, and IT’s channel'),
    slack: slack.optional().describe('Slack: who belongs to the organisation, and IT’s channel'),
    'served-by': servedBy
      .optional()
      .describe('The IT department, with a playbook of its own, whose notices are this organisation’s too'),
    hours: section(notation).default({}).describe('Named hours; "always" is built in'),
    exceptions: list(exception).default([]).describe('Dated hours that win over the named ones'),
    contacts: section(contact).describe('Whom or what to turn to'),
    fallback: id.describe('The contact where every question ends at last; open always'),
    roles: section(localName).default({}).describe('Roles that people report in'),
    sites: section(site).default({}).describe('Sites and units, as a tree by "in"'),
    services: section(service).default({}).describe('What people report faults on'),
    circumstances: section(localSentence).default({}).describe('Facts that decide the class of a matter'),
    classes: z
      .strictObject({ critical: classRule.prefault({}), normal: classRule.prefault({}) })
      .prefault({}),
    policies: section(z.array(step).min(1, 'is empty; give it at least one step').max(LIMITS.steps)).describe(
      'Escalation policies: who is tried, in which order',
    ),
    routes: list(route)
      .min(1, 'is empty; lead every class to a policy')
      .describe('Which policy serves which matters; the first that fits is taken'),
    routines: section(routine).default({}).describe('What to do while a system is down'),
    triage: section(tree)
      .default({})
      .describe(
        'What is asked about a fault before it is known how urgent it is; the first that fits is taken',
      ),
    details: details
      .default([...REPORT_DETAILS])
      .describe('What is asked once it is known whom to call, in this order'),
    outages: outages.describe('When several reports are proposed to IT as one outage'),
    matters: matters.describe('Matters that are no fault: whom to turn to, and what to tell'),
    notices: notices.describe('How IT tells people of outages and maintenance windows'),
    'hand-offs': handOffs.describe('How reports are handed on to suppliers and ticket systems'),
    'follow-up': followUp
      .optional()
      .describe('What becomes of reports after they were made; left out: nothing by itself'),
    escalation: escalation
      .optional()
      .describe('How what nobody has taken yet is brought to people; left out: it is not'),
    commitment: commitment.optional().describe('What everybody signs once, in the chat; left out: nothing'),
    directory: directory
      .optional()
      .describe(
        'Whom people can search for, and what is kept from whom; left out: nobody can be searched for',
      ),
    away: away
      .optional()
      .describe(
        'How people tell in the chat that they are away or that an office is unmanned; left out: they are told whom to call',
      ),
    duties: section(duty, DUTY_LIMITS.duties)
      .default({})
      .describe('What units do again and again: who is reminded, when, and who hears of what is not done'),
    paper: section(paper, PAPER_LIMITS.rules)
      .default({})
      .describe(
        'What units must have on paper: who prints a new version, how soon, and who hears when they do not',
      ),
    pack: pack.optional().describe('Who gets the emergency pack by mail; left out: nobody'),
    'on-call': list(agreement).default([]).describe('On-call agreements'),
    absences: list(absence).default([]).describe('Announced absences and reduced availability'),
  })
  .describe('A Driftvakt playbook: one organisation’s contacts, hours and escalation policies');

export type PlaybookFile = z.output<typeof playbookSchema>;
export type ContactFile = PlaybookFile['contacts'][string];
export type StepFile = PlaybookFile['policies'][string][number];
