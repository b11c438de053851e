import {
  type Answer,
  type Call,
  channelJson,
  cursorTo,
  done,
  isTrue,
  messageJson,
  offsetOf,
  refused,
  textArg,
} from '../answers.ts';
import type { Json } from '../check.ts';
import { FAKE_LIMITS } from '../limits.ts';
import type { FakeMessage } from '../world.ts';
import { visible } from './chat.ts';

/** `conversations.history`: what is not within a thread, newest first. */
export function history(call: Call): Answer {
  const { workspace, args } = call;
  const channel = visible(call);
  if (channel === null) return refused('channel_not_found');
  if (!channel.members.has(workspace.bot.id)) return refused('not_in_channel');
  const span = spanOf(args);
  if (typeof span === 'string') return refused(span);
  const found = workspace
    .messages(channel.id)
    .filter(({ ts, threadTs }) => (threadTs === null || threadTs === ts) && span(ts));
  return page(call, found.toReversed(), Math.min(limitOf(args, 100), FAKE_LIMITS.historyPage.max));
}

/** `conversations.replies`: a thread, oldest first, its beginning always with it. */
export function replies(call: Call): Answer {
  const { workspace, args } = call;
  const channel = visible(call);
  if (channel === null || !channel.members.has(workspace.bot.id)) return refused('channel_not_found');
  const named = workspace.message(channel.id, textArg(args, 'ts'));
  if (named === undefined) return refused('thread_not_found');
  const span = spanOf(args);
  if (typeof span === 'string') return refused(span);
  const parent = named.threadTs ?? named.ts;
  const found = workspace
    .messages(channel.id)
    .filter(({ ts, threadTs }) => ts === parent || (threadTs === parent && span(ts)));
  return page(call, found, Math.min(limitOf(args, 1000), FAKE_LIMITS.repliesPage.max));
}

/** `conversations.open`, for one person. */
export function open({ workspace, args }: Call): Answer {
  const users = textArg(args, 'users').split(',').filter(Boolean);
  const named = workspace.channels.get(textArg(args, 'channel'));
  if (users.length === 0 && textArg(args, 'channel') === '') return refused('users_list_not_supplied');
  if (users.length === 0)
    return named?.kind === 'im'
      ? done({ no_op: true, already_open: true, channel: { id: named.id } })
      : refused('channel_not_found');
  if (users.length > FAKE_LIMITS.openUsers.max) return refused('too_many_users');
  const [user] = users.map((id) => workspace.users.get(id));
  if (user === undefined || user.isBot) return refused('user_not_found');
  if (user.deleted) return refused('user_disabled');
  if (users.length > 1) return refused('method_not_supported_for_channel_type');
  const known = workspace.findDm(user.id);
  const channel = workspace.dmWith(user.id);
  const whole = isTrue(args.return_im) ? channelJson(channel, workspace) : { id: channel.id };
  return done({ channel: whole, ...(known !== null && { no_op: true, already_open: true }) });
}

/** `conversations.info` */
export function info(call: Call): Answer {
  const channel = visible(call);
  return channel === null
    ? refused('channel_not_found')
    : done({ channel: channelJson(channel, call.workspace) });
}

/** `conversations.members` */
export function members(call: Call): Answer {
  const channel = visible(call);
  if (channel === null) return refused('channel_not_found');
  const offset = offsetOf(call.args.cursor);
  if (offset === null) return refused('invalid_cursor');
  const all = [...channel.members];
  const end = offset + limitOf(call.args, 100);
  const cursor = end < all.length ? cursorTo(end) : '';
  return done({ members: all.slice(offset, end), response_metadata: { next_cursor: cursor } });
}

function limitOf({ limit }: Json, otherwise: number): number {
  const given = Number(limit ?? otherwise);
  return Number.isInteger(given) && given > 0 ? given : otherwise;
}

/** Whether a timestamp is between `oldest` and `latest`, or what is wrong with these. */
function spanOf(args: Json): ((ts: string) => boolean) | string {
  const [oldest, latest] = [textArg(args, 'oldest'), textArg(args, 'latest')];
  const isTs = (text: string) => text === '' || text === 'now' || /^\d+(\.\d+)?$/.test(text);
  if (!isTs(oldest)) return 'invalid_ts_oldest';
  if (!isTs(latest)) return 'invalid_ts_latest';
  const [from, to] = [
    micros(oldest === '' ? '0' : oldest),
    latest === '' || latest === 'now' ? null : micros(latest),
  ];
  const within = isTrue(args.inclusive);
  return (ts) => {
    const at = micros(ts);
    return (within ? at >= from : at > from) && (to === null || (within ? at <= to : at < to));
  };
}

function micros(ts: string): bigint {
  const [seconds = '0', rest = ''] = ts.split('.');
  return BigInt(seconds) * 1_000_000n + BigInt(rest.padEnd(6, '0').slice(0, 6) || '0');
}

function page({ workspace, args }: Call, found: readonly FakeMessage[], limit: number): Answer {
  const offset = offsetOf(args.cursor);
  if (offset === null) return refused('invalid_cursor');
  const end = offset + limit;
  const hasMore = end < found.length;
  const withMetadata = isTrue(args.include_all_metadata);
  return done({
    messages: found.slice(offset, end).map((message) => messageJson(workspace, message, withMetadata)),
    has_more: hasMore,
    ...(hasMore && { response_metadata: { next_cursor: cursorTo(end) } }),
  });
}
