import type { SlackOrganisations } from '../../../../../src/channels/slack/organisations.ts';
import { ownerSign } from '../../../../../src/channels/teams/receiver/parse/ids.ts';

export type Payload = Readonly<Record<string, unknown>>;

export const TEAM = 'T0KOMMUNE';
export const OTHER = 'T0STRANGE';
export const ENTERPRISE = 'E0FYLKE00';
export const CHANNEL = 'C0VAKT000';
export const DESK = 'C0ITDESK0';
export const CHAT = 'D0ANNA000';
export const ANNA = 'U0ANNA000';
export const BOT = 'U0BOT0000';
export const TS = '1763885642.456789';

/** What the playbooks say. */
export const ORGANISATIONS: SlackOrganisations = {
  organisationOf: ({ team, enterprise }) => (team === TEAM || enterprise === ENTERPRISE ? 'porsanger' : null),
  deskOf: ({ team, channel }) => (team === TEAM && channel === DESK ? 'porsanger' : null),
  isOwn: (_, home) => home === TEAM,
  guestsOf: () => 'answer',
};
export const REFUSING: SlackOrganisations = { ...ORGANISATIONS, guestsOf: () => 'refuse' };

const installed = {
  ...{ enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true, is_enterprise_install: false },
};

/** An event as Slack wraps it (docs.slack.dev, “Events API”). */
export function event(inner: Payload, more: Payload = {}): Payload {
  return {
    ...{ token: 'old', team_id: TEAM, context_team_id: TEAM, context_enterprise_id: null },
    ...{ api_app_id: 'A0VAKT000', event: inner, type: 'event_callback', event_id: 'Ev0MESSAGE1' },
    ...{ event_time: 1763885642, authorizations: [installed], is_ext_shared_channel: false },
    event_context: '4-eyJldCI6Im1lc3NhZ2UifQ',
    ...more,
  };
}

export function im(more: Payload = {}, around: Payload = {}): Payload {
  const base = { type: 'message', user: ANNA, ts: TS, team: TEAM, channel: CHAT, event_ts: TS };
  return event({ ...base, text: 'Skriveren virker ikke', channel_type: 'im', ...more }, around);
}

export function mention(more: Payload = {}, around: Payload = {}): Payload {
  const base = { type: 'app_mention', user: ANNA, ts: TS, team: TEAM, channel: CHANNEL, event_ts: TS };
  return event({ ...base, text: `<@${BOT}> systemet er nede`, ...more }, around);
}

const somebody = {
  user: { id: ANNA, username: 'anna', name: 'anna', team_id: TEAM },
  ...{ api_app_id: 'A0VAKT000', token: 'old', team: { id: TEAM, domain: 'kommune' } },
  ...{ enterprise: null, is_enterprise_install: false, trigger_id: '13345224609.738474920.8088930838d88f' },
};

/** The value of a button of a conversation. */
export function value(conversation: string, choice = '3-1', on = '3.1'): string {
  return JSON.stringify({ choice, of: ownerSign(conversation), on });
}

export const IN_CHAT = `slack/porsanger/${TEAM}/${CHAT}/${ANNA}`;

/** A pressed button in a chat (docs.slack.dev, “block_actions payload”). */
export function press(more: Payload = {}, action: Payload = {}): Payload {
  return {
    ...{ type: 'block_actions', ...somebody },
    container: { type: 'message', message_ts: TS, channel_id: CHAT, is_ephemeral: false },
    channel: { id: CHAT, name: 'directmessage' },
    message: { type: 'message', user: BOT, bot_id: 'B0VAKT000', ts: TS, text: 'Hvor?', team: TEAM },
    state: { values: {} },
    response_url: 'https://hooks.slack.com/actions/T0KOMMUNE/1/x',
    actions: [
      {
        ...{ action_id: 'choice:3-1', block_id: 'b1', type: 'button', action_ts: '1763885650.123456' },
        text: { type: 'plain_text', text: 'Rom 2', emoji: false },
        ...{ value: value(IN_CHAT), ...action },
      },
    ],
    ...more,
  };
}

/** A button on the bot's page. */
export function homePress(): Payload {
  return {
    ...withoutPlace(press()),
    container: { type: 'view', view_id: 'V0HOME000' },
    view: { id: 'V0HOME000', type: 'home', app_installed_team_id: TEAM, state: { values: {} } },
  };
}

function withoutPlace({ channel: _channel, message: _message, state: _state, ...rest }: Payload): Payload {
  return rest;
}

/** A modal that was sent (docs.slack.dev, “view_submission payload”). */
export function submission(metadata: Payload = {}, more: Payload = {}): Payload {
  const kept = { choice: '4-1', of: ownerSign(IN_CHAT), on: '4.1', channel: CHAT, thread: null, ...metadata };
  return {
    ...{ type: 'view_submission', ...somebody },
    view: {
      ...{ id: 'V0MODAL00', team_id: TEAM, type: 'modal', callback_id: 'dialog', hash: '156772938.1827394' },
      ...{ private_metadata: JSON.stringify(kept), app_installed_team_id: TEAM, root_view_id: 'V0MODAL00' },
      state: {
        values: {
          where: { where: { type: 'plain_text_input', value: 'Rom 203' } },
          hit: { hit: { type: 'static_select', selected_option: { text: {}, value: 'several' } } },
          role: { role: { type: 'static_select', selected_option: { text: {}, value: '-' } } },
          since: { since: { type: 'plain_text_input', value: null } },
          none: { none: { type: 'static_select', selected_option: null } },
        },
      },
    },
    response_urls: [],
    ...more,
  };
}

/** “Report as a fault” on a message (docs.slack.dev, “message_actions payload”). */
export function messageAction(message: Payload = {}, more: Payload = {}): Payload {
  return {
    ...{ type: 'message_action', ...somebody, callback_id: 'report_message', action_ts: '1763885660.000100' },
    ...{ channel: { id: CHANNEL, name: 'vakt' }, message_ts: TS, response_url: 'https://hooks.slack.com/x' },
    message: { type: 'message', user: 'U0OLA0000', ts: TS, text: 'Nettet er nede &amp; borte', ...message },
    ...more,
  };
}

export function globalShortcut(): Payload {
  return { type: 'shortcut', ...somebody, callback_id: 'report_fault', action_ts: '1763885660.000100' };
}

/** The form of a slash command (docs.slack.dev, “Slash commands”). */
export function command(name: string, text = '', more: Payload = {}): Readonly<Record<string, string>> {
  return {
    ...{ token: 'old', team_id: TEAM, team_domain: 'kommune', channel_id: CHANNEL, channel_name: 'vakt' },
    ...{ user_id: ANNA, user_name: 'anna', command: name, text, api_app_id: 'A0VAKT000' },
    ...{ is_enterprise_install: 'false', response_url: 'https://hooks.slack.com/commands/x' },
    ...{ trigger_id: '13345224609.738474920.8088930838d88f', ...more },
  };
}

export const homeOpened = (tab: string) =>
  event({ type: 'app_home_opened', user: ANNA, channel: CHAT, tab, event_ts: TS });
export const botJoined = event({
  ...{ type: 'member_joined_channel', user: BOT, channel: CHANNEL, channel_type: 'C', team: TEAM },
  ...{ inviter: ANNA, event_ts: TS },
});
export const botLeft = event({ type: 'channel_left', channel: CHANNEL, actor_id: ANNA, event_ts: TS });
export const uninstalled = event({ type: 'app_uninstalled' });
export const revoked = event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [BOT] } });

/** All of them, for what has to hold of each. */
export const ALL: readonly Payload[] = [
  im(),
  im({
    subtype: 'file_share',
    files: [{ mimetype: 'image/png', url_private: 'https://files.slack.com/x.png' }],
  }),
  mention(),
  press(),
  press({}, { action_id: 'dialog:3-1' }),
  homePress(),
  submission(),
  messageAction(),
  globalShortcut(),
  command('/fault', 'Printer'),
  homeOpened('home'),
  homeOpened('messages'),
  botJoined,
  botLeft,
  uninstalled,
  revoked,
];
