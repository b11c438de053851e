import { FAKE_APP } from './app.ts';
import type { Json } from './check.ts';
import type { FakeWorkspace } from './workspace.ts';
import type { FakeChannel, FakeFile, FakeMessage, FakeToken, FakeUser } from './world.ts';

/** What a method answers: its fields with `ok: true`, or Slack's error. */
export type Answer =
  | { readonly ok: true; readonly fields: Json; readonly warnings?: readonly string[] }
  | {
      readonly ok: false;
      readonly error: string;
      readonly more?: Json;
      readonly messages?: readonly string[];
    };

/** What a method is called with: somebody's good token and arguments whose JSON is parsed. */
export interface Call {
  readonly workspace: FakeWorkspace;
  readonly token: FakeToken;
  readonly args: Json;
}

export function done(fields: Json = {}, warnings: readonly string[] = []): Answer {
  return { ok: true, fields, warnings };
}

export function refused(error: string, messages: readonly string[] = [], more: Json = {}): Answer {
  return { ok: false, error, messages, more };
}

/** An argument that is a text; '' where there is none. */
export function textArg(args: Json, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';
}

/** Slack takes true, 1 and their texts. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}

/** An argument that is JSON, or JSON as a text; undefined if it is neither. */
export function jsonArg(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** A message as Slack writes it. Only who asks for its metadata gets that. */
export function messageJson(workspace: FakeWorkspace, message: FakeMessage, withMetadata: boolean): Json {
  const { ts, text, user, threadTs, blocks, files, metadata } = message;
  const replies = workspace
    .messages(message.channel)
    .filter((each) => each.threadTs === ts && each.ts !== ts);
  return {
    ...{ type: 'message', user, ts, text, team: workspace.users.get(user)?.team ?? workspace.team },
    ...(message.isOfBot && { bot_id: workspace.botId, app_id: FAKE_APP.appId }),
    ...(threadTs !== null && { thread_ts: threadTs }),
    ...(threadTs === ts && { reply_count: replies.length, latest_reply: replies.at(-1)?.ts ?? ts }),
    ...(blocks.length > 0 && { blocks }),
    ...(files.length > 0 && { files: files.map((file) => fileJson(workspace, file)) }),
    ...(message.updates > 0 && { edited: { user, ts } }),
    ...(withMetadata && metadata !== null && { metadata }),
  };
}

export function fileJson(workspace: FakeWorkspace, file: FakeFile): Json {
  const { id, name, mimetype, user, bytes } = file;
  const url = workspace.fileUrl(file);
  return {
    ...{
      id,
      name,
      title: name,
      mimetype,
      filetype: mimetype.replace(/^.*\//, ''),
      user,
      user_team: workspace.team,
    },
    ...{ size: bytes.length, mode: 'hosted', is_external: false, external_type: '', is_public: false },
    ...{
      public_url_shared: false,
      url_private: url,
      url_private_download: `${url}?download=1`,
      file_access: 'visible',
    },
  };
}

export function channelJson(
  { id, name, kind, isArchived, isExtShared, members }: FakeChannel,
  { bot, team }: FakeWorkspace,
): Json {
  if (kind === 'im')
    return {
      id,
      is_im: true,
      is_archived: isArchived,
      user: [...members].find((each) => each !== bot.id) ?? null,
    };
  return {
    ...{ id, name, name_normalized: name, is_channel: true, is_group: false, is_im: false, is_mpim: false },
    ...{
      is_private: kind === 'private',
      is_archived: isArchived,
      is_ext_shared: isExtShared,
      is_shared: isExtShared,
    },
    ...{ is_member: members.has(bot.id), num_members: members.size, context_team_id: team, creator: bot.id },
  };
}

/** @param withEmail with the scope `users:read.email` only */
export function userJson(
  user: FakeUser,
  { withEmail, withLocale }: { withEmail: boolean; withLocale: boolean },
): Json {
  const { id, team, name, realName, tz, isRestricted, isStranger, isBot, deleted } = user;
  return {
    ...{ id, team_id: team, name, deleted, real_name: realName, tz, is_admin: false, is_owner: false },
    ...{
      is_restricted: isRestricted,
      is_ultra_restricted: false,
      is_bot: isBot,
      is_app_user: false,
      updated: 0,
    },
    ...(isStranger && { is_stranger: true }),
    ...(withLocale && { locale: user.locale }),
    profile: profileJson(user, withEmail),
  };
}

export function profileJson({ realName, name, team, email, isBot }: FakeUser, withEmail: boolean): Json {
  return {
    ...{
      real_name: realName,
      real_name_normalized: realName,
      display_name: name,
      display_name_normalized: name,
      team,
    },
    ...(withEmail && !isBot && { email }),
  };
}

/** The next page, as Slack points to it. */
export function cursorTo(offset: number): string {
  return Buffer.from(`next:${offset}`).toString('base64');
}

/** Where a page begins; null: no page of ours. */
export function offsetOf(cursor: unknown): number | null {
  if (cursor === undefined || cursor === '' || cursor === null) return 0;
  const [, offset] = /^next:(\d+)$/.exec(Buffer.from(String(cursor), 'base64').toString('utf8')) ?? [];
  return offset === undefined ? null : Number(offset);
}
