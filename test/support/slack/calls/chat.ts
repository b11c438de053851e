import { type Answer, type Call, done, messageJson, refused, textArg } from '../answers.ts';
import type { FakeChannel, FakeMessage } from '../world.ts';
import { readContent } from './content.ts';

/** `chat.postMessage` */
export function postMessage(call: Call): Answer {
  const { workspace, args } = call;
  const where = writable(call, textArg(args, 'channel'));
  if ('refusal' in where) return where.refusal;
  const read = readContent(call, 'post');
  if ('refusal' in read) return read.refusal;
  const { text, blocks, metadata, warnings } = read.content;
  const threadTs = textArg(args, 'thread_ts');
  const message = workspace.keep(where.channel.id, {
    ...{ user: workspace.bot.id, text, blocks: blocks ?? [] },
    metadata: metadata === null || Object.keys(metadata).length === 0 ? null : metadata,
    threadTs: threadTs === '' ? null : threadTs,
  });
  return done(
    { channel: where.channel.id, ts: message.ts, message: messageJson(workspace, message, true) },
    warnings,
  );
}

/** `chat.update`: text without blocks takes the blocks away; metadata that is not named stays. */
export function updateMessage(call: Call): Answer {
  const { workspace, args } = call;
  const found = ownMessage(call, textArg(args, 'ts'), 'cant_update_message');
  if ('refusal' in found) return found.refusal;
  if (found.channel.isArchived) return refused('is_inactive');
  const read = readContent(call, 'update');
  if ('refusal' in read) return read.refusal;
  const { text, blocks, metadata, warnings } = read.content;
  const { message } = found;
  message.text = text;
  message.blocks = blocks ?? [];
  if (metadata !== null) message.metadata = Object.keys(metadata).length === 0 ? null : metadata;
  message.updates += 1;
  const json = messageJson(workspace, message, true);
  return done({ channel: found.channel.id, ts: message.ts, text, message: json }, warnings);
}

/** `chat.postEphemeral` */
export function postEphemeral(call: Call): Answer {
  const { workspace, args } = call;
  const where = writable(call, textArg(args, 'channel'));
  if ('refusal' in where) return where.refusal;
  const user = textArg(args, 'user');
  if (!where.channel.members.has(user)) return refused('user_not_in_channel');
  const read = readContent(call, 'ephemeral');
  if ('refusal' in read) return read.refusal;
  const threadTs = textArg(args, 'thread_ts');
  const message = workspace.keep(where.channel.id, {
    ...{ user: workspace.bot.id, text: read.content.text, blocks: read.content.blocks ?? [] },
    ...{ ephemeralTo: user, threadTs: threadTs === '' ? null : threadTs },
  });
  return done({ message_ts: message.ts }, read.content.warnings);
}

/** `chat.delete` */
export function deleteMessage(call: Call): Answer {
  const found = ownMessage(call, textArg(call.args, 'ts'), 'cant_delete_message');
  if ('refusal' in found) return found.refusal;
  call.workspace.forget(found.message);
  return done({ channel: found.channel.id, ts: found.message.ts });
}

/** `chat.getPermalink` */
export function getPermalink({ workspace, args }: Call): Answer {
  const channel = visible({ workspace, args });
  if (channel === null) return refused('channel_not_found');
  const message = workspace.message(channel.id, textArg(args, 'message_ts'));
  if (message === undefined) return refused('message_not_found');
  const { ts, threadTs } = message;
  const thread = threadTs === null || threadTs === ts ? '' : `?thread_ts=${threadTs}&cid=${channel.id}`;
  const permalink = `https://${workspace.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}${thread}`;
  return done({ channel: channel.id, permalink });
}

/** `reactions.add` */
export function addReaction({ workspace, args }: Call): Answer {
  const channel = visible({ workspace, args });
  if (channel === null) return refused('channel_not_found');
  const name = textArg(args, 'name');
  if (!/^[a-z0-9_+'-]+$/.test(name)) return refused('invalid_name');
  const timestamp = textArg(args, 'timestamp');
  if (!/^\d+\.\d+$/.test(timestamp)) return refused('bad_timestamp');
  const message = workspace.message(channel.id, timestamp);
  if (message === undefined) return refused('message_not_found');
  if (channel.isArchived) return refused('is_archived');
  const who = message.reactions.get(name) ?? new Set<string>();
  if (who.has(workspace.bot.id)) return refused('already_reacted');
  message.reactions.set(name, who.add(workspace.bot.id));
  return done();
}

/** A channel that the bot can see: every public one, and those that it is in. */
export function visible(
  { workspace, args }: Pick<Call, 'workspace' | 'args'>,
  name = 'channel',
): FakeChannel | null {
  const channel = workspace.channels.get(textArg(args, name));
  if (channel === undefined) return null;
  return channel.kind === 'public' || channel.members.has(workspace.bot.id) ? channel : null;
}

type Place = { readonly channel: FakeChannel } | { readonly refusal: Answer };

/** A channel into which the bot may write; a person's id stands for their direct messages. */
function writable({ workspace, args, token }: Call, name: string): Place {
  const user = workspace.users.get(name);
  const channel = user === undefined ? visible({ workspace, args }) : workspace.dmWith(user.id);
  if (channel === null) return { refusal: refused('channel_not_found') };
  if (channel.isArchived) return { refusal: refused('is_archived') };
  const mayWrite = channel.members.has(workspace.bot.id) || token.scopes.includes('chat:write.public');
  return mayWrite ? { channel } : { refusal: refused('not_in_channel') };
}

type Own = { readonly channel: FakeChannel; readonly message: FakeMessage } | { readonly refusal: Answer };

function ownMessage(call: Call, ts: string, otherwise: string): Own {
  const channel = visible(call);
  if (channel === null) return { refusal: refused('channel_not_found') };
  const message = call.workspace.message(channel.id, ts);
  if (message === undefined) return { refusal: refused('message_not_found') };
  return message.isOfBot ? { channel, message } : { refusal: refused(otherwise) };
}
