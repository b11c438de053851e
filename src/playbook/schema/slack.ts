import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { several } from './sections.ts';

const WORKSPACE =
  'is no id of a workspace; it begins with T, as in T0123ABCD, and stands in the address of Slack in a browser: app.slack.com/client/T0123ABCD';
const ENTERPRISE =
  'is no id of an Enterprise organisation; it begins with E, as in E0123ABCD, and stands in the address of its administration';
const CHANNEL =
  'is no id of a channel; it begins with C, as in C0123ABCD: write it, or the link that the channel’s menu offers under “Copy link”';

const workspace = z
  .string(WORKSPACE)
  .trim()
  .regex(/^T[A-Z0-9]{2,20}$/, WORKSPACE);
const enterprise = z
  .string(ENTERPRISE)
  .trim()
  .regex(/^E[A-Z0-9]{2,20}$/, ENTERPRISE);

const ID = /^[CG][A-Z0-9]{2,20}$/;
/** What Slack copies as a link: /archives/C0123ABCD; in a browser it is /client/T0123ABCD/C0123ABCD. */
const LINKED = /^\/(?:archives|client\/[TE][A-Z0-9]+)\/([CG][A-Z0-9]+)\/?$/;

/** The id of a channel, or a link to it. */
export const slackChannel = z
  .string(CHANNEL)
  .trim()
  .max(LIMITS.slackPlace)
  .transform((text, context): string => {
    const id = linked(text) ?? text;
    if (ID.test(id)) return id;
    context.addIssue({ code: 'custom', message: CHANNEL });
    return z.NEVER;
  });

function linked(text: string): string | null {
  const address = URL.parse(text);
  const isSlack = address !== null && /(?:^|\.)slack\.com$/.test(address.hostname);
  return isSlack ? (LINKED.exec(address.pathname)?.[1] ?? null) : null;
}

/** Who of Slack belongs to the organisation, and where its IT is at home. */
export const slack = z
  .strictObject({
    workspaces: several(workspace, LIMITS.slackWorkspaces)
      .optional()
      .describe('Ids of the workspaces (T…) whose people belong to the organisation'),
    enterprises: several(enterprise, LIMITS.slackEnterprises)
      .optional()
      .describe('Ids of Enterprise organisations (E…), all workspaces of which belong to it'),
    desk: slackChannel
      .optional()
      .describe(
        'The channel where IT announces outages, by its id (C…) or link; whoever can write there speaks for IT',
      ),
    guests: z
      .enum(['answer', 'refuse'], 'is unknown; write answer or refuse')
      .optional()
      .describe(
        'People of other organisations (Slack Connect) and guests: answered like everybody, or refused',
      ),
  })
  .refine(
    (value) => Object.values(value).some((part) => part !== undefined),
    'is empty; say at least one of workspaces, enterprises, desk and guests',
  );

export type SlackFile = z.output<typeof slack>;
