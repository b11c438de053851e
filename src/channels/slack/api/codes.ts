import type { Gone } from './failure.ts';

/** What an error code of Slack's means. */
export type Meaning =
  /** Not done: Slack is busy, or has no time for us. */
  | { readonly means: 'busy'; readonly afterMs: number; readonly says: string }
  | { readonly means: 'gone'; readonly what: Gone; readonly says: string }
  | { readonly means: 'content'; readonly says: string }
  /** The token is refused: another one may be taken. */
  | { readonly means: 'token'; readonly says: string }
  | { readonly means: 'installation' | 'scope' | 'request'; readonly says: string }
  /** “It's possible some aspect of the operation succeeded before the error was raised.” */
  | { readonly means: 'unsure'; readonly says: string };

const busy = (says: string, afterMs = 0): Meaning => ({ means: 'busy', afterMs, says });
const gone = (what: Gone, says: string): Meaning => ({ means: 'gone', what, says });
const content = (says: string): Meaning => ({ means: 'content', says });
const token = (says: string): Meaning => ({ means: 'token', says });
const installation = (says: string): Meaning => ({ means: 'installation', says });
const scope = (says: string): Meaning => ({ means: 'scope', says });
const request = (says: string): Meaning => ({ means: 'request', says });
const unsure = (says: string): Meaning => ({ means: 'unsure', says });

const REINSTALL = 'install the app in this workspace again';
const ADMINISTRATOR = 'ask an administrator of the workspace to allow it';

/**
 * Sources: the tables “Errors” of https://docs.slack.dev/reference/methods/chat.postMessage, chat.update,
 * chat.postEphemeral, conversations.history, conversations.replies, conversations.open, users.info, files.info,
 * views.open, views.update and views.publish; `users_not_found`, `user_not_visible` and `user_disabled` from
 * conversations.open.
 */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ratelimited: busy('more than Slack takes at once'),
  rate_limited: busy('more than Slack takes at once'),
  message_limit_exceeded: busy('the members of this workspace send more than Slack takes', 60_000),
  request_timeout: busy('Slack did not get all of it'),
  team_added_to_org: busy('the workspace is being moved into an Enterprise organisation', 300_000),

  internal_error: unsure('Slack has a fault, and may have done it'),
  fatal_error: unsure('Slack has a fault, and may have done it'),
  service_unavailable: unsure('Slack is not available'),

  channel_not_found: gone('conversation', 'there is no such channel for the bot'),
  not_in_channel: gone('conversation', 'the bot is not in this channel; invite it there'),
  is_archived: gone('conversation', 'the channel is archived'),
  is_inactive: gone('conversation', 'the channel is archived'),
  user_disabled: gone('conversation', 'the person’s account is deactivated'),
  cannot_dm_bot: gone('conversation', 'this is a bot'),
  user_not_found: gone('person', 'there is no such person in this workspace'),
  users_not_found: gone('person', 'there is no such person in this workspace'),
  user_not_visible: gone('person', 'the bot may not see this person'),
  user_not_in_channel: gone('person', 'the person is not in this channel'),
  thread_not_found: gone('thread', 'the thread is not there any more'),
  cannot_reply_to_message: gone('thread', 'this message takes no answers'),
  restricted_action_thread_locked: gone('thread', 'an administrator locked the thread'),
  message_not_found: gone('message', 'the message is not there any more'),
  cant_update_message: gone('message', 'the message is not the bot’s own'),
  edit_window_closed: gone('message', 'the message is too old to be changed in this workspace'),
  file_not_found: gone('file', 'the file is not there any more'),
  file_deleted: gone('file', 'the file is not there any more'),
  not_found: gone('view', 'the view is not open any more'),
  hash_conflict: gone('view', 'the view was changed meanwhile'),
  expired_trigger_id: gone('view', 'too late to open a view: Slack waits 3 s'),
  exchanged_trigger_id: gone('view', 'a view was opened with this press already'),
  trigger_exchanged: gone('view', 'a view was opened with this press already'),
  invalid_trigger_id: gone('view', 'this press opens no view'),

  invalid_blocks: content('Slack does not take these blocks'),
  invalid_blocks_format: content('Slack does not take these blocks'),
  msg_blocks_too_long: content('the blocks are too long'),
  msg_too_long: content('the text is too long'),
  no_text: content('there is no text'),
  block_mismatch: content('Slack does not take these blocks here'),
  invalid_arguments: content('Slack does not take this content'),
  invalid_metadata_format: content('Slack does not take this metadata'),
  invalid_metadata_schema: content('Slack does not take this metadata'),
  metadata_too_large: content('the metadata is too long'),
  view_too_large: content('the view is too long'),

  not_authed: token('no token was sent; check SLACK_BOT_TOKEN'),
  invalid_auth: token(
    `the token is wrong, or the app allows other addresses than this machine’s only; check SLACK_BOT_TOKEN, or ${REINSTALL}`,
  ),
  token_expired: token(`the token has expired: ${REINSTALL}`),
  token_revoked: token(
    `the token was revoked or the app removed: ${REINSTALL} (and set SLACK_BOT_TOKEN, if it is set)`,
  ),
  account_inactive: token(
    `the bot’s account or the workspace is gone: ${REINSTALL} (and set SLACK_BOT_TOKEN, if it is set)`,
  ),
  not_allowed_token_type: token('SLACK_BOT_TOKEN has to be a bot’s token (xoxb-…)'),

  missing_scope: scope(`the app lacks a scope: add it to the app, and ${REINSTALL}`),
  no_permission: scope(`the app lacks a permission for this: ${REINSTALL} with all scopes of the manifest`),
  org_login_required: installation(
    'the workspace is being moved into an Enterprise organisation; wait for its end',
  ),
  team_access_not_granted: installation(
    'the organisation-wide app is not added to this workspace; add it there',
  ),
  two_factor_setup_required: installation(
    'whoever installed the app has to set up two-factor authentication',
  ),
  ekm_access_denied: installation(
    `administrators have suspended writing (Enterprise Key Management); ${ADMINISTRATOR}`,
  ),
  accesslimited: installation(`the workspace allows its API from certain networks only; ${ADMINISTRATOR}`),
  access_denied: installation(`the workspace denies this; ${ADMINISTRATOR}`),
  app_access_restricted: installation(`the workspace restricts the app; ${ADMINISTRATOR}`),
  enterprise_is_restricted: installation(`the organisation does not allow this method; ${ADMINISTRATOR}`),
  messages_tab_disabled: installation('turn on the messages tab in the app’s settings, under “App Home”'),

  restricted_action: request(`the workspace’s settings forbid the bot to write here; ${ADMINISTRATOR}`),
  restricted_action_read_only_channel: request(`the channel is read-only; ${ADMINISTRATOR}`),
  restricted_action_thread_only_channel: request(
    `the channel takes answers in threads only; ${ADMINISTRATOR}`,
  ),
  restricted_action_non_threadable_channel: request(
    `the channel takes no answers in threads; ${ADMINISTRATOR}`,
  ),
};

export function meaningOf(code: string | null): Meaning | null {
  return code !== null && Object.hasOwn(MEANINGS, code) ? (MEANINGS[code] ?? null) : null;
}

/** All codes that are known, for the table in the tests. */
export const KNOWN_CODES: readonly string[] = Object.keys(MEANINGS);
