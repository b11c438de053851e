import { fileJson } from './answers.ts';
import { FAKE_APP } from './app.ts';
import type { Json } from './check.ts';
import type { FakeWorkspace } from './workspace.ts';
import type { FakeChannel, FakeMessage, FakeUser } from './world.ts';

/** What stands around every event (docs.slack.dev/apis/events-api, “Callback field”). */
export function eventCallback(workspace: FakeWorkspace, event: Json, more: Json = {}): Json {
  const { clock, team, enterprise, bot } = workspace;
  const installed = {
    enterprise_id: enterprise,
    team_id: team,
    user_id: bot.id,
    is_bot: true,
    is_enterprise_install: false,
  };
  return {
    ...{
      token: FAKE_APP.verificationToken,
      team_id: team,
      context_team_id: team,
      context_enterprise_id: enterprise,
    },
    ...{ api_app_id: FAKE_APP.appId, event, type: 'event_callback', event_id: clock.id('Ev') },
    ...{
      event_time: Math.floor(clock.now / 1000),
      authorizations: [installed],
      is_ext_shared_channel: false,
    },
    ...{ event_context: `4-${clock.id('x')}` },
    ...more,
  };
}

/** A person's message as it is in events: in direct messages and channels alike. */
export function messageEvent(
  workspace: FakeWorkspace,
  channel: FakeChannel,
  message: FakeMessage,
  user: FakeUser,
): Json {
  const { ts, text, files, threadTs } = message;
  const parent = threadTs === null ? undefined : workspace.message(channel.id, threadTs);
  return eventCallback(
    workspace,
    {
      ...{ type: 'message', user: user.id, ts, text, channel: channel.id, event_ts: ts },
      ...{ client_msg_id: `${workspace.clock.id('c').toLowerCase()}-0000-4000-8000-000000000000` },
      ...{
        channel_type: { im: 'im', private: 'group', public: 'channel' }[channel.kind],
        blocks: richText(workspace, text),
      },
      ...(files.length === 0 && { team: user.team }),
      ...(files.length > 0 && {
        subtype: 'file_share',
        files: files.map((file) => fileJson(workspace, file)),
        upload: false,
      }),
      ...(threadTs !== null && { thread_ts: threadTs, parent_user_id: parent?.user ?? workspace.bot.id }),
      ...foreign(workspace, user),
    },
    shared(channel),
  );
}

/** A message that names the bot. */
export function appMention(
  workspace: FakeWorkspace,
  channel: FakeChannel,
  message: FakeMessage,
  user: FakeUser,
): Json {
  const { ts, text, files, threadTs } = message;
  const parent = threadTs === null ? undefined : workspace.message(channel.id, threadTs);
  return eventCallback(
    workspace,
    {
      ...{ type: 'app_mention', user: user.id, ts, text, team: user.team, channel: channel.id, event_ts: ts },
      ...{
        client_msg_id: `${workspace.clock.id('c').toLowerCase()}-0000-4000-8000-000000000000`,
        blocks: richText(workspace, text),
      },
      ...(files.length > 0 && { files: files.map((file) => fileJson(workspace, file)), upload: false }),
      ...(threadTs !== null && { thread_ts: threadTs, parent_user_id: parent?.user ?? workspace.bot.id }),
      ...foreign(workspace, user),
    },
    shared(channel),
  );
}

export function appHomeOpened(
  workspace: FakeWorkspace,
  user: FakeUser,
  tab: 'home' | 'messages',
  view: Json | null,
): Json {
  const ts = workspace.clock.ts();
  const { id } = workspace.dmWith(user.id);
  return eventCallback(workspace, {
    ...{ type: 'app_home_opened', user: user.id, channel: id, tab, event_ts: ts },
    ...(tab === 'home' && view !== null && { view }),
  });
}

/** The bot, or somebody, came into a channel. */
export function memberJoined(
  workspace: FakeWorkspace,
  channel: FakeChannel,
  user: string,
  inviter: string,
): Json {
  return eventCallback(workspace, {
    ...{
      type: 'member_joined_channel',
      user,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
    },
    ...{ team: workspace.team, enterprise: workspace.enterprise, inviter, event_ts: workspace.clock.ts() },
  });
}

/** The bot was removed from a channel. */
export function channelLeft(workspace: FakeWorkspace, channel: FakeChannel, actor: string): Json {
  const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
  return eventCallback(workspace, {
    type,
    channel: channel.id,
    actor_id: actor,
    event_ts: workspace.clock.ts(),
  });
}

export function appUninstalled(workspace: FakeWorkspace): Json {
  return eventCallback(workspace, { type: 'app_uninstalled', event_ts: workspace.clock.ts() });
}

export function tokensRevoked(workspace: FakeWorkspace): Json {
  const tokens = { oauth: [], bot: [workspace.bot.id] };
  return eventCallback(workspace, { type: 'tokens_revoked', tokens, event_ts: workspace.clock.ts() });
}

export function urlVerification(challenge: string): Json {
  return { token: FAKE_APP.verificationToken, challenge, type: 'url_verification' };
}

/** What Slack's client writes beside the text. */
function richText({ bot }: FakeWorkspace, text: string): Json[] {
  const elements = text.split(new RegExp(`(<@${bot.id}>)`)).filter(Boolean);
  const parts = elements.map((part) =>
    part === `<@${bot.id}>` ? { type: 'user', user_id: bot.id } : { type: 'text', text: part },
  );
  return [{ type: 'rich_text', block_id: 'rt0', elements: [{ type: 'rich_text_section', elements: parts }] }];
}

/** Somebody of another workspace, over Slack Connect. */
function foreign({ team }: FakeWorkspace, user: FakeUser): Json {
  return user.team === team ? {} : { user_team: user.team, source_team: user.team };
}

function shared({ isExtShared }: FakeChannel): Json {
  return isExtShared ? { is_ext_shared_channel: true } : {};
}
