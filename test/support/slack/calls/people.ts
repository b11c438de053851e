import {
  type Answer,
  type Call,
  cursorTo,
  done,
  fileJson,
  isTrue,
  jsonArg,
  offsetOf,
  profileJson,
  refused,
  textArg,
  userJson,
} from '../answers.ts';
import { isObject } from '../check.ts';
import { FAKE_LIMITS } from '../limits.ts';
import { visible } from './chat.ts';

/** `users.info`: the address only with the scope `users:read.email`, the language only where asked for. */
export function userInfo({ workspace, args, token }: Call): Answer {
  const user = workspace.users.get(textArg(args, 'user'));
  if (user === undefined) return refused('user_not_found');
  const withEmail = token.scopes.includes('users:read.email');
  return done({ user: userJson(user, { withEmail, withLocale: isTrue(args.include_locale) }) });
}

/** `users.list`: everybody, those who left and bots too, page by page. */
export function userList({ workspace, args, token }: Call): Answer {
  const offset = offsetOf(args.cursor);
  if (offset === null) return refused('invalid_cursor');
  const all = [...workspace.users.values()];
  const end = offset + (Number(textArg(args, 'limit')) || all.length);
  const withEmail = token.scopes.includes('users:read.email');
  const members = all.slice(offset, end).map((user) => userJson(user, { withEmail, withLocale: false }));
  return done({ members, response_metadata: { next_cursor: end < all.length ? cursorTo(end) : '' } });
}

/** `users.profile.get`: of the bot, if nobody is named. */
export function userProfile({ workspace, args, token }: Call): Answer {
  const user = workspace.users.get(textArg(args, 'user') || workspace.bot.id);
  if (user === undefined) return refused('user_not_found');
  return done({ profile: profileJson(user, token.scopes.includes('users:read.email')) });
}

/** `files.info` */
export function fileInfo({ workspace, args }: Call): Answer {
  const file = workspace.files.get(textArg(args, 'file'));
  if (file === undefined) return refused('file_not_found');
  return file.deleted ? refused('file_deleted') : done({ file: fileJson(workspace, file), comments: [] });
}

/** `assistant.threads.setSuggestedPrompts` */
export function suggestedPrompts(call: Call): Answer {
  const prompts = jsonArg(call.args.prompts);
  const areGood =
    Array.isArray(prompts) &&
    prompts.length >= 1 &&
    prompts.length <= FAKE_LIMITS.suggestedPrompts.max &&
    prompts.every(
      (each) => isObject(each) && typeof each.title === 'string' && typeof each.message === 'string',
    );
  if (!areGood) return refused('invalid_arguments', ['[ERROR] invalid prompts [json-pointer:/prompts]']);
  return assistant(call, 'assistant.threads.setSuggestedPrompts');
}

/** `assistant.threads.setStatus` */
export function threadStatus(call: Call): Answer {
  return assistant(call, 'assistant.threads.setStatus');
}

function assistant(call: Call, method: string): Answer {
  const { workspace, args } = call;
  const channel = visible(call, 'channel_id');
  if (channel === null) return refused('channel_not_found');
  const threadTs = textArg(args, 'thread_ts');
  if (workspace.message(channel.id, threadTs) === undefined) return refused('invalid_thread_ts');
  workspace.assistant.push({ method, channel: channel.id, threadTs, args });
  return done();
}
