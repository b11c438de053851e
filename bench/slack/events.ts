import { createHash } from 'node:crypto';
import { eventRequest } from '../../test/support/slack/sign.ts';
import type { Posted } from '../caller.ts';
import { BOT_USER, ENTERPRISE } from './web-api.ts';

/**
 * Slack takes several hundred messages a minute for each workspace, and our bot keeps to 300. What is measured is the bot:
 * so there are many workspaces of one organisation, in each of which two people write in a round.
 */
export const WORKSPACES = 240;

/**
 * A greeting, a report that is begun and dropped, a question: each answered with one message, since Slack takes one a second
 * for a channel and our bot no more than four at once.
 */
export const TEXTS = ['hei', 'nettet er nede på skolen', 'avbryt', 'hjelp'] as const;

let made = 0;

/** A person's direct message with the bot. */
export function channelOf(name: string): string {
  return `D${digits(name)}`;
}

/** What Slack sends when somebody writes in it, signed for this moment; `id` is the event's. */
export function messageOf(
  ...[secret, name, person, id, text]: [string, string, number, string, string]
): Posted {
  const now = Date.now();
  const team = `T0TEAM${person % WORKSPACES}`;
  // Slack names each message in a channel by its time: no two have the same, though they are made in the same moment.
  const ts = `${Math.floor(now / 1000)}.${String(made++ % 1_000_000).padStart(6, '0')}`;
  const event = {
    ...{ type: 'message', user: `U${digits(name)}`, ts, text, team, channel: channelOf(name), event_ts: ts },
    ...{ client_msg_id: digits(id), channel_type: 'im', blocks: richText(text) },
  };
  const installed = { enterprise_id: ENTERPRISE, team_id: team, user_id: BOT_USER, is_bot: true };
  const payload = {
    ...{ token: 'unused', team_id: team, enterprise_id: ENTERPRISE, api_app_id: 'A0DRIFTVAKT', event },
    ...{ type: 'event_callback', event_id: `Ev${digits(id)}`, event_time: Math.floor(now / 1000) },
    ...{ authorizations: [{ ...installed, is_enterprise_install: true }], is_ext_shared_channel: false },
  };
  return { path: '/slack/events', ...eventRequest(payload, now, undefined, secret) };
}

/** What Slack's client writes beside the text. */
function richText(text: string): object[] {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return [{ type: 'rich_text', block_id: 'rt0', elements: [section] }];
}

/** The same for the same name, as Slack writes ids. */
function digits(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 10).toUpperCase();
}
