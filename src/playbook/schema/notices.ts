import { z } from 'zod';
import { NOTICE_KINDS, NOTICE_LIMITS } from '../../domain/notices/notice.ts';
import { NOTICE_RULE_LIMITS } from '../../domain/notices/rules.ts';
import { list, section } from './sections.ts';
import { slackChannel } from './slack.ts';
import { teamsChannel } from './teams.ts';
import { id, idsUpTo, language, localNotice, localTitle, plainName } from './texts.ts';
import { reminderTime } from './times.ts';

const KINDS = `is unknown; choose of ${NOTICE_KINDS.join(', ')}`;
const kind = z.enum(NOTICE_KINDS, KINDS);
const kinds = z
  .union([kind, z.array(kind).min(1).max(NOTICE_KINDS.length)], KINDS)
  .transform((value) => (Array.isArray(value) ? value : [value]));

const template = z.strictObject({
  kind: kind.default('outage').describe('outage, or maintenance for planned work'),
  title: localTitle.describe('What it is about, in a few words'),
  text: localNotice.optional().describe('What people are told'),
  meanwhile: localNotice.optional().describe('What to do meanwhile'),
  service: idsUpTo(NOTICE_LIMITS.services).optional().describe('What is hit'),
  site: idsUpTo(NOTICE_LIMITS.sites).optional().describe('Where; left out: everywhere'),
  routine: id.optional().describe('The routine that holds meanwhile'),
  wait: z
    .boolean('is neither true nor false')
    .default(false)
    .describe('Whether people are asked to wait before they contact IT'),
});

/** A channel of Teams or Slack that gets notices. */
const channel = z
  .strictObject({
    teams: teamsChannel.optional().describe('A channel of Microsoft Teams, by its id or link'),
    slack: slackChannel.optional().describe('A channel of Slack, by its id (C…) or link'),
    name: plainName.optional().describe('What the author of a notice reads'),
    site: idsUpTo(NOTICE_LIMITS.sites).optional().describe('Only what hits these; left out: all'),
    service: idsUpTo(NOTICE_LIMITS.services).optional().describe('Only what hits these; left out: all'),
    kind: kinds.optional().describe('Only outages, or only maintenance; left out: both'),
    language: language.optional().describe('Left out: the organisation’s own'),
  })
  .refine(
    (value) => (value.teams === undefined) !== (value.slack === undefined),
    'needs exactly one of teams and slack',
  );

/** How IT tells people of outages and maintenance windows. */
export const notices = z
  .strictObject({
    authors: z
      .array(id)
      .max(NOTICE_RULE_LIMITS.authors)
      .default([])
      .describe('Roles and contacts that may write notices, besides IT’s desk'),
    tools: z
      .array(id)
      .max(NOTICE_RULE_LIMITS.tools)
      .default([])
      .describe('Programs that may write notices over HTTP; `driftvakt token` makes the token of each'),
    'second-person': z
      .boolean('is neither true nor false')
      .default(false)
      .describe('Whether another person has to confirm each notice'),
    reminders: z
      .array(reminderTime)
      .max(NOTICE_RULE_LIMITS.reminders)
      .prefault(['P7D', 'P1D', 'PT1H'])
      .describe('How long before a maintenance window people are reminded'),
    'core-hours': id.optional().describe('The named hours within which planned work disturbs most'),
    templates: section(template, NOTICE_RULE_LIMITS.templates)
      .default({})
      .describe('Words that are ready for what happens again and again'),
    channels: list(channel)
      .refine(
        (value) => value.length <= NOTICE_RULE_LIMITS.channels,
        `has more than ${NOTICE_RULE_LIMITS.channels} entries`,
      )
      .default([])
      .describe('Channels that get notices; their owners can ask for more in the chat'),
  })
  .prefault({});

export type NoticesFile = z.output<typeof notices>;
