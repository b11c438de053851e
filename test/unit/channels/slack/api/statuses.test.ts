import { expect } from 'chai';
import { KNOWN_CODES } from '../../../../../src/channels/slack/api/codes.ts';
import type { SlackFault } from '../../../../support/slack/faults.ts';
import { Stage, WORDS } from './stage.ts';

type Outcome = 'sent' | 'retry' | 'gone' | 'not-taken' | 'failed' | 'ambiguous';

const SAID: Readonly<Record<string, Outcome | readonly [post: Outcome, update: Outcome]>> = {
  ratelimited: 'retry',
  rate_limited: 'retry',
  message_limit_exceeded: 'retry',
  request_timeout: 'retry',
  team_added_to_org: 'retry',
  internal_error: ['ambiguous', 'retry'],
  fatal_error: ['ambiguous', 'retry'],
  service_unavailable: ['ambiguous', 'retry'],
  channel_not_found: 'gone',
  not_in_channel: 'gone',
  is_archived: 'gone',
  is_inactive: 'gone',
  user_disabled: 'gone',
  cannot_dm_bot: 'gone',
  user_not_found: 'gone',
  users_not_found: 'gone',
  user_not_visible: 'gone',
  user_not_in_channel: 'gone',
  thread_not_found: 'gone',
  cannot_reply_to_message: 'gone',
  restricted_action_thread_locked: 'gone',
  message_not_found: 'gone',
  cant_update_message: 'gone',
  edit_window_closed: 'gone',
  file_not_found: 'gone',
  file_deleted: 'gone',
  not_found: 'gone',
  hash_conflict: 'gone',
  expired_trigger_id: 'gone',
  exchanged_trigger_id: 'gone',
  trigger_exchanged: 'gone',
  invalid_trigger_id: 'gone',
  invalid_blocks: 'not-taken',
  invalid_blocks_format: 'not-taken',
  msg_blocks_too_long: 'not-taken',
  msg_too_long: 'not-taken',
  no_text: 'not-taken',
  block_mismatch: 'not-taken',
  invalid_arguments: 'not-taken',
  invalid_metadata_format: 'not-taken',
  invalid_metadata_schema: 'not-taken',
  metadata_too_large: 'not-taken',
  view_too_large: 'not-taken',
  not_authed: 'failed',
  invalid_auth: 'failed',
  token_expired: 'failed',
  token_revoked: 'failed',
  account_inactive: 'failed',
  not_allowed_token_type: 'failed',
  missing_scope: 'failed',
  no_permission: 'failed',
  org_login_required: 'failed',
  team_access_not_granted: 'failed',
  two_factor_setup_required: 'failed',
  ekm_access_denied: 'failed',
  accesslimited: 'failed',
  access_denied: 'failed',
  app_access_restricted: 'failed',
  enterprise_is_restricted: 'failed',
  messages_tab_disabled: 'failed',
  restricted_action: 'failed',
  restricted_action_read_only_channel: 'failed',
  restricted_action_thread_only_channel: 'failed',
  restricted_action_non_threadable_channel: 'failed',
  something_new: 'failed',
};

/** What Slack answers, what that means for a new message, and for what may be repeated without harm. */
const TABLE: readonly (readonly [string, SlackFault, Outcome, Outcome])[] = [
  ...Object.entries(SAID).map(([error, outcome]): [string, SlackFault, Outcome, Outcome] => {
    const [post, update] = typeof outcome === 'string' ? [outcome, outcome] : outcome;
    return [error, { error }, post, update];
  }),
  ['429', { retryAfter: 7 }, 'retry', 'retry'],
  ['429 without Retry-After', { retryAfter: null }, 'retry', 'retry'],
  ['200 that is no JSON', { status: 200, body: '<html>' }, 'ambiguous', 'retry'],
  ['200 that is empty', { status: 200, body: '' }, 'ambiguous', 'retry'],
  ['200 without a timestamp', { status: 200, body: '{"ok":true}' }, 'ambiguous', 'retry'],
  ['200 with ok of another kind', { status: 200, body: '{"ok":"true"}' }, 'ambiguous', 'retry'],
  [
    '200 that is too large',
    { status: 200, body: `{"ok":true,"x":"${'x'.repeat(5e6)}"}` },
    'ambiguous',
    'retry',
  ],
  ['200 that breaks off', 'cut-off', 'ambiguous', 'retry'],
  ['301', { status: 301, headers: { location: '/' } }, 'failed', 'failed'],
  ['307', { status: 307, headers: { location: '/' } }, 'failed', 'failed'],
  ['308', { status: 308, headers: { location: '/' } }, 'failed', 'failed'],
  ['400', { status: 400 }, 'failed', 'failed'],
  ['403', { status: 403 }, 'failed', 'failed'],
  ['404', { status: 404 }, 'failed', 'failed'],
  ['408', { status: 408 }, 'ambiguous', 'retry'],
  ['413', { status: 413 }, 'not-taken', 'not-taken'],
  ['421', { status: 421 }, 'failed', 'failed'],
  ['500', { status: 500 }, 'ambiguous', 'retry'],
  [
    '500 that says something else',
    { status: 500, body: '{"ok":false,"error":"channel_not_found"}' },
    'ambiguous',
    'retry',
  ],
  ['502', { status: 502 }, 'ambiguous', 'retry'],
  ['503', { status: 503 }, 'ambiguous', 'retry'],
  ['504', { status: 504 }, 'ambiguous', 'retry'],
  ['a reset before it was done', 'reset', 'ambiguous', 'retry'],
  ['a reset after it was done', 'reset-after', 'ambiguous', 'retry'],
];

describe('what Slack answers', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.start();
  });
  after(() => stage.stop());
  // Slack is asked to wait for by some: every row has a time of its own, and only its own.
  beforeEach(() => {
    stage.time.now += 3_600_000;
  });

  for (const [name, fault, post, update] of TABLE)
    it(`${name}: a message is ${post}, a change ${update}, each in one request`, async () => {
      await stage.tokens.tokenFor(stage.of);
      const seen = stage.slack.seen.length;
      for (const method of ['chat.postMessage', 'chat.update'] as const)
        stage.slack.failNextIn({ method }, fault);
      const posted = await stage.api.post(stage.of, stage.place, WORDS, 'd1');
      stage.time.now += 3_600_000;
      await stage.tokens.tokenFor(stage.of);
      const updated = await stage.api.update(stage.of, stage.channel.id, '1.000001', WORDS);
      expect([posted.outcome, updated.outcome]).to.deep.equal([post, update]);
      const own = stage.slack.seen.slice(seen).filter(({ method }) => method !== 'auth.test');
      expect(own.map(({ method }) => method)).to.deep.equal(['chat.postMessage', 'chat.update']);
      for (const failure of [posted, updated])
        if ('reason' in failure) {
          expect(failure.reason).to.match(/^Slack /);
          expect(failure.reason).to.not.match(/Skriveren|xoxb-[A-Z]|Some words/);
        }
    });

  it('is known for every code of the table', () => {
    expect(Object.keys(SAID).sort()).to.deep.equal([...KNOWN_CODES, 'something_new'].sort());
  });

  const waits: readonly (readonly [number | null, number])[] = [
    [7, 7000],
    [0, 1000],
    [null, 1000],
    [99_999, 3_600_000],
  ];
  for (const [retryAfter, afterMs] of waits)
    it(`429 with Retry-After ${retryAfter} waits for ${afterMs} ms`, async () => {
      stage.slack.failNextIn({ method: 'chat.postMessage' }, { retryAfter });
      expect(await stage.api.post(stage.of, stage.place, WORDS, 'd1')).to.deep.include({
        outcome: 'retry',
        afterMs,
      });
    });

  it('names the scope that is missing, and where the blocks are wrong, and nothing else of an answer', async () => {
    const more = { needed: 'chat:write', provided: 'Skriveren er borte' };
    stage.slack.failNextIn({ method: 'chat.postMessage' }, { error: 'missing_scope', more });
    const lacking = await stage.api.post(stage.of, stage.place, WORDS, 'd1');
    expect('reason' in lacking && lacking.reason).to.equal(
      'Slack answered 200 (missing_scope): the app lacks a scope: add it to the app, and install the app in this workspace again (chat:write)',
    );
    const messages = ['[ERROR] Skriveren [json-pointer:/blocks/3/text]'];
    stage.slack.failNextIn(
      { method: 'chat.postMessage' },
      { error: 'invalid_blocks', more: { response_metadata: { messages } } },
      { error: 'Skriveren er borte' },
    );
    const wrong = await stage.api.post(stage.of, stage.place, WORDS, 'd1');
    expect('reason' in wrong && wrong.reason).to.equal(
      'Slack answered 200 (invalid_blocks): Slack does not take these blocks (at /blocks/3/text)',
    );
    const strange = await stage.api.post(stage.of, stage.place, WORDS, 'd1');
    expect('reason' in strange && strange.reason).to.match(/^Slack answered 200: nobody/);
  });
});
