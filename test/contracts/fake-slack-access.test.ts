import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { expect } from 'chai';
import { ask, askAs } from '../support/slack/ask.ts';
import type { Json } from '../support/slack/check.ts';
import { FakeSlack } from '../support/slack/fake-slack.ts';
import { FAKE_LIMITS, type LimitName } from '../support/slack/limits.ts';
import { METHODS } from '../support/slack/methods.ts';
import type { FakeWorkspace } from '../support/slack/workspace.ts';
import type { FakeChannel, FakeUser } from '../support/slack/world.ts';

/** The client prints what these tests are about. */
const QUIET: Logger = {
  ...{ debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  ...{ setLevel: () => undefined, setName: () => undefined, getLevel: () => LogLevel.ERROR },
};

const START = Date.parse('2026-11-23T08:00:00Z');

const max = (name: LimitName) => FAKE_LIMITS[name].max;
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

describe('the fake Slack: who may do what, and when it fails', () => {
  let slack: FakeSlack;
  let workspace: FakeWorkspace;
  let channel: FakeChannel;
  let kari: FakeUser;

  beforeEach(async () => {
    slack = await FakeSlack.start(() => START);
    workspace = slack.addWorkspace();
    kari = workspace.addUser({ name: 'kari' });
    channel = workspace.addChannel({ members: [kari] });
  });
  afterEach(() => slack.stop());

  const call = (method: string, args: Json = {}) => askAs(slack, workspace, method, args);
  const post = (args: Json) => call('chat.postMessage', { channel: channel.id, ...args });
  const texts = () => workspace.messages(channel.id).map(({ text }) => text);

  describe('tokens', () => {
    const test = async (token?: string) =>
      (await ask(slack, 'auth.test', {}, token === undefined ? {} : { token })).body;

    it('are asked for, known, and told apart', async () => {
      expect(await test()).to.include({ ok: false, error: 'not_authed' });
      expect(await test('xoxb-nobody')).to.include({ error: 'invalid_auth' });
      expect(await test(slack.appToken.token)).to.include({ error: 'not_allowed_token_type' });
      expect(await test(workspace.token)).to.include({
        ok: true,
        team_id: workspace.team,
        user_id: workspace.bot.id,
      });
    });

    it('end: revoked, removed, expired, each with its own word', async () => {
      workspace.endTokens('revoked');
      expect(await call('auth.test')).to.include({ error: 'token_revoked' });
      workspace.endTokens('inactive');
      expect(await call('auth.test')).to.include({ error: 'account_inactive' });
      const token = 'xoxe.xoxb-1-short';
      workspace.addToken({ token, scopes: [], expiresAt: slack.clock.now + 1000 });
      expect(await test(token)).to.include({ ok: true });
      slack.clock.advance(1000);
      expect(await test(token)).to.include({ error: 'token_expired' });
    });

    it('of one workspace do not reach into another', async () => {
      const other = slack.addWorkspace();
      expect(await askAs(slack, other, 'chat.postMessage', { channel: channel.id, text: 'x' })).to.include({
        error: 'channel_not_found',
      });
      workspace.endTokens('revoked');
      expect(await askAs(slack, other, 'auth.test')).to.include({ ok: true });
    });

    it('need the scope of the method, and for channels that of their kind', async () => {
      workspace.setScopes(['chat:write', 'channels:history']);
      const dm = workspace.dmWith(kari.id);
      expect(await call('conversations.history', { channel: channel.id })).to.include({ ok: true });
      expect(await call('conversations.history', { channel: dm.id })).to.include({
        ...{ error: 'missing_scope', needed: 'im:history', provided: 'chat:write,channels:history' },
      });
      expect(await call('users.info', { user: kari.id })).to.include({
        error: 'missing_scope',
        needed: 'users:read',
      });
    });

    it('need a scope of their own for addresses', async () => {
      const profile = async () =>
        ((await call('users.info', { user: kari.id })).user as { profile: Json }).profile;
      expect(await profile()).to.include({ email: kari.email });
      workspace.setScopes(['users:read']);
      expect(await profile()).to.not.have.property('email');
    });
  });

  describe('requests', () => {
    it('in JSON are read only by the methods that take it', async () => {
      const json = { token: workspace.token, json: true };
      const blocks = [{ type: 'divider' }];
      const posted = await ask(slack, 'chat.postMessage', { channel: channel.id, text: 'x', blocks }, json);
      expect(posted.body).to.include({ ok: true });
      const info = await ask(slack, 'users.info', { user: kari.id }, json);
      expect(info.body).to.include({ ok: false, error: 'invalid_arguments' });
    });

    it('that lack something are told what', async () => {
      for (const [method, { required }] of Object.entries(METHODS)) {
        if (required.length === 0) continue;
        const body = await call(method);
        expect(body, method).to.include({ ok: false, error: 'invalid_arguments' });
        expect(JSON.stringify(body.response_metadata), method).to.include(
          `missing required field: ${required[0]}`,
        );
      }
    });

    it('that cannot be read, and methods that are none, are refused', async () => {
      const raw = async (body: string, type: string) => {
        const headers = { 'Content-Type': type, Authorization: `Bearer ${workspace.token}` };
        const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
        return ((await response.json()) as Json).error;
      };
      expect(await raw('{', 'application/json')).to.equal('invalid_json');
      expect(await raw('[]', 'application/json')).to.equal('json_not_object');
      expect(await raw('x', 'application/xml')).to.equal('invalid_post_type');
      expect(await call('chat.shout')).to.include({ error: 'unknown_method' });
    });
  });

  describe("with Slack's own client", () => {
    const client = (token = workspace.token) =>
      new WebClient(token, {
        ...{ slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
        logger: QUIET,
      });
    const failure = (call: Promise<unknown>) =>
      call.then(
        () => 'nothing',
        (error: unknown) => error as Error & { data?: Json; retryAfter?: number },
      );

    it('reads and writes the same', async () => {
      const blocks = [{ type: 'section', block_id: 'b', text: { type: 'plain_text', text: 'x' } }] as const;
      const metadata = { event_type: 'driftvakt_delivery', event_payload: { id: 'd1' } };
      const { ts } = await client().chat.postMessage({
        channel: channel.id,
        text: 'x',
        blocks: [...blocks],
        metadata,
      });
      const { messages } = await client().conversations.history({
        channel: channel.id,
        include_all_metadata: true,
      });
      expect(messages?.[0]).to.deep.include({ ts, metadata, text: 'x' });
      expect(messages?.[0]?.blocks).to.deep.equal(blocks);
      expect((await client().users.info({ user: kari.id, include_locale: true })).user?.locale).to.equal(
        'nb-NO',
      );
    });

    it('fails in the same way, in one request a call', async () => {
      const refused = await failure(client('xoxb-nobody').auth.test());
      expect(refused).to.have.nested.property('data.error', 'invalid_auth');
      slack.failNext({ retryAfter: 7 }, 'reset', { status: 503 });
      const post = () => failure(client().chat.postMessage({ channel: channel.id, text: 'x' }));
      expect(await post()).to.have.property('retryAfter', 7);
      for (const _ of [1, 2]) expect(await post()).to.be.instanceOf(Error);
      expect(slack.seenOf('chat.postMessage').map(({ status }) => status)).to.deep.equal([429, null, 503]);
    });
  });

  describe('rates', () => {
    beforeEach(() => {
      slack.pacing.isOn = true;
    });

    it('allow a message a second in each channel, after a short burst', async () => {
      const other = workspace.addChannel();
      for (const _ of many(max('postBurst'), Number))
        expect(await post({ text: 'x' })).to.include({ ok: true });
      const answer = await ask(
        slack,
        'chat.postMessage',
        { channel: channel.id, text: 'x' },
        { token: workspace.token },
      );
      expect(answer.status).to.equal(429);
      expect(answer.headers.get('retry-after')).to.equal('1');
      expect(answer.body).to.deep.equal({ ok: false, error: 'ratelimited' });
      expect(await call('chat.postMessage', { channel: other.id, text: 'x' })).to.include({ ok: true });
      slack.clock.advance(1000);
      expect(await post({ text: 'y' })).to.include({ ok: true });
      expect(texts().filter((text) => text === 'x')).to.have.length(max('postBurst'));
    });

    it('count other methods a minute, each workspace for itself', async () => {
      const update = () => call('conversations.open', { users: kari.id });
      for (const _ of many(50, Number)) expect(await update()).to.include({ ok: true });
      expect(await update()).to.include({ error: 'ratelimited' });
      const other = slack.addWorkspace();
      const lars = other.addUser();
      expect(await askAs(slack, other, 'conversations.open', { users: lars.id })).to.include({ ok: true });
      slack.clock.advance(60_000 / 50);
      expect(await update()).to.include({ ok: true });
    });
  });

  describe('OAuth', () => {
    const client = { client_id: '1234567890.9876543210', client_secret: 'fake-client-secret-of-the-tests0' };
    const access = async (args: Json) => (await ask(slack, 'oauth.v2.access', { ...client, ...args })).body;

    it('gives a token for a code, once', async () => {
      const fresh = slack.addWorkspace({ isInstalled: false });
      const code = slack.oauth.allow(fresh, 'U0ADMIN0000', { redirectUri: 'https://bot.example.test/back' });
      expect(await access({ code })).to.include({ error: 'bad_redirect_uri' });
      expect(await access({ code, client_secret: 'x' })).to.include({ error: 'bad_client_secret' });
      const granted = await access({ code, redirect_uri: 'https://bot.example.test/back' });
      expect(granted)
        .to.include({ ok: true, token_type: 'bot', bot_user_id: fresh.bot.id })
        .and.not.have.property('refresh_token');
      expect((await ask(slack, 'auth.test', {}, { token: String(granted.access_token) })).body).to.include({
        team_id: fresh.team,
      });
      expect(await access({ code, redirect_uri: 'https://bot.example.test/back' })).to.include({
        error: 'invalid_code',
      });
    });

    it('takes a code for ten minutes', async () => {
      const [code, late] = [1, 2].map(() => slack.oauth.allow(workspace, 'U0ADMIN0000'));
      slack.clock.advance(max('codeMs'));
      expect(await access({ code })).to.include({ ok: true });
      slack.clock.advance(1);
      expect(await access({ code: late })).to.include({ error: 'invalid_code' });
    });

    it('rotates: a new token for each refresh token, which is good once', async () => {
      const first = await access({ code: slack.oauth.allow(workspace, 'U0ADMIN0000', { isRotating: true }) });
      expect(first).to.include({ ok: true, expires_in: 43_200 });
      const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
      slack.clock.advance(43_200_000);
      expect((await ask(slack, 'auth.test', {}, { token: String(first.access_token) })).body).to.include({
        error: 'token_expired',
      });
      const second = await access(refresh);
      expect((await ask(slack, 'auth.test', {}, { token: String(second.access_token) })).body).to.include({
        ok: true,
      });
      expect(await access(refresh)).to.include({ error: 'invalid_refresh_token' });
    });

    it('renews nothing that was revoked or removed; a token before stays good until it ends', async () => {
      for (const state of ['revoked', 'inactive'] as const) {
        const fresh = slack.addWorkspace({ isInstalled: false });
        const first = await access({ code: slack.oauth.allow(fresh, 'U0ADMIN0000', { isRotating: true }) });
        const second = await access({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
        const test = async (token: unknown) =>
          (await ask(slack, 'auth.test', {}, { token: String(token) })).body.ok;
        expect([await test(first.access_token), await test(second.access_token)]).to.deep.equal([true, true]);
        fresh.endTokens(state);
        const late = await access({ grant_type: 'refresh_token', refresh_token: second.refresh_token });
        expect(late).to.include({ ok: false, error: 'invalid_refresh_token' });
      }
      expect(await access({ grant_type: 'password' })).to.include({ error: 'invalid_grant_type' });
      expect(await access({ code: 'x', client_id: '1.2' })).to.include({ error: 'invalid_client_id' });
    });

    it('of a whole Enterprise organisation names no workspace', async () => {
      const member = slack.addWorkspace({ enterprise: 'E1', isInstalled: false });
      const granted = await access({ code: slack.oauth.allow(member, 'U0ADMIN0000', { isWhole: true }) });
      expect(granted).to.deep.include({ is_enterprise_install: true, team: null });
      expect(granted.enterprise).to.include({ id: 'E1' });
      const tested = await ask(slack, 'auth.test', {}, { token: String(granted.access_token) });
      expect(tested.body).to.include({ is_enterprise_install: true, enterprise_id: 'E1' });
    });

    it('has a page that sends the browser back with a code and the state, or with an error', async () => {
      const back = 'https://bot.example.test/back';
      const fields = { client_id: client.client_id, scope: 'chat:write', redirect_uri: back, state: 's 1' };
      const visit = (more: Record<string, string> = {}) =>
        fetch(`${slack.address}/oauth/v2/authorize?${new URLSearchParams({ ...fields, ...more })}`, {
          redirect: 'manual',
        });
      const returned = async () => new URL((await visit()).headers.get('location') ?? '').searchParams;
      slack.oauth.visitor = { workspace, user: 'U0ADMIN0000' };
      const query = await returned();
      expect(query.get('state')).to.equal('s 1');
      const granted = await access({ code: query.get('code'), redirect_uri: back });
      expect(granted).to.include({ ok: true, scope: 'chat:write' });
      slack.oauth.visitor = { error: 'access_denied' };
      expect((await returned()).get('error')).to.equal('access_denied');
      for (const [bad, says] of [
        [{ client_id: '1.2' }, 'invalid_client_id'],
        [{ scope: '' }, 'no_scopes'],
        [{ redirect_uri: 'x' }, 'bad_redirect_uri'],
      ] as const) {
        const response = await visit(bad);
        expect([response.status, (await response.text()).includes(says)]).to.deep.equal([200, true]);
      }
    });

    it('ends: one token revoked, or the app removed', async () => {
      expect(await call('apps.uninstall', { ...client, client_secret: 'x' })).to.include({
        error: 'bad_client_secret',
      });
      const { token } = workspace;
      workspace.addToken({ token: 'xoxb-another', scopes: [] });
      expect((await ask(slack, 'auth.revoke', {}, { token })).body).to.include({ revoked: true });
      expect((await ask(slack, 'auth.test', {}, { token })).body).to.include({ error: 'token_revoked' });
      expect(await call('apps.uninstall', client)).to.include({ ok: true });
      expect(await call('auth.test')).to.include({ error: 'account_inactive' });
    });
  });

  describe('faults', () => {
    const tried = (text: string) =>
      post({ text }).then(
        ({ ok, error }) => error ?? ok,
        () => 'broken',
      );

    it('come once, in order, to the calls that are meant', async () => {
      const other = workspace.addChannel();
      slack.failNextIn(
        { method: 'chat.postMessage', channel: channel.id },
        { error: 'internal_error' },
        { retryAfter: 7 },
      );
      expect(await call('chat.postMessage', { channel: other.id, text: 'x' })).to.include({ ok: true });
      expect(await call('conversations.info', { channel: channel.id })).to.include({ ok: true });
      expect([await tried('1'), await tried('2'), await tried('3')]).to.deep.equal([
        'internal_error',
        'ratelimited',
        true,
      ]);
      expect(texts()).to.deep.equal(['3']);
    });

    it('break before the message was stored, or after', async () => {
      slack.failNext('reset', 'reset-after', 'cut-off');
      expect([await tried('no'), await tried('taken'), await tried('cut')]).to.deep.equal([
        'broken',
        'broken',
        'broken',
      ]);
      expect(texts()).to.deep.equal(['taken', 'cut']);
    });

    it('answer with any status, also when it was stored', async () => {
      slack.failNext(
        { status: 503, body: '{}' },
        { status: 502, body: '{}', taken: true },
        { error: 'fatal_error', taken: true },
      );
      for (const text of ['no', 'taken', 'fatal']) await tried(text);
      expect(texts()).to.deep.equal(['taken', 'fatal']);
      expect(slack.seen.map(({ status }) => status)).to.deep.equal([503, 502, 200]);
    });

    it('hang until released', async () => {
      slack.failNext('hangs', 'hangs-after');
      const hanging = [tried('no'), tried('taken')];
      while (slack.faults.hanging < 2) await new Promise((resolve) => setImmediate(resolve));
      slack.release();
      expect(await Promise.all(hanging)).to.deep.equal(['broken', 'broken']);
      expect(workspace.messages(channel.id)).to.have.length(1);
    });

    it('are counted like every call', async () => {
      slack.failNext('reset');
      await tried('1');
      await tried('2');
      expect(slack.calls('chat.postMessage', channel.id)).to.equal(2);
      expect(slack.calls('chat.postMessage', 'C0ELSE00000')).to.equal(0);
      expect(slack.seen.map(({ status, error }) => [status, error])).to.deep.equal([
        [null, null],
        [200, null],
      ]);
    });
  });
});
