import { expect } from 'chai';
import { askAs } from '../support/slack/ask.ts';
import type { Json } from '../support/slack/check.ts';
import { FakeSlack } from '../support/slack/fake-slack.ts';
import { FAKE_LIMITS, type LimitName } from '../support/slack/limits.ts';
import type { FakeWorkspace } from '../support/slack/workspace.ts';
import type { FakeChannel, FakeUser } from '../support/slack/world.ts';

const START = Date.parse('2026-11-23T08:00:00Z');

const max = (name: LimitName) => FAKE_LIMITS[name].max;
const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length), emoji: false });
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const button = (more: Json = {}) => ({ type: 'button', text: plain(3), action_id: 'a', value: 'v', ...more });
const actions = (...elements: Json[]) => ({ type: 'actions', elements });

describe('the fake Slack: messages', () => {
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
  const sent = async (text: string, more: Json = {}) => String((await post({ text, ...more })).ts);
  const texts = () => workspace.messages(channel.id).map(({ text }) => text);

  describe('messages', () => {
    it('have a ts of their own, even within one millisecond', async () => {
      const all = await Promise.all(many(20, (at) => sent(`${at}`)));
      expect(new Set(all).size).to.equal(20);
      expect([...all].sort()).to.deep.equal(workspace.messages(channel.id).map(({ ts }) => ts));
    });

    it('go only where the bot is', async () => {
      const elsewhere = workspace.addChannel({ withBot: false });
      const secret = workspace.addChannel({ kind: 'private', withBot: false });
      const old = workspace.addChannel();
      old.isArchived = true;
      const error = async (id: string) => (await call('chat.postMessage', { channel: id, text: 'x' })).error;
      expect(await error(elsewhere.id)).to.equal('not_in_channel');
      expect(await error(secret.id)).to.equal('channel_not_found');
      expect(await error('C0NOWHERE00')).to.equal('channel_not_found');
      expect(await error(old.id)).to.equal('is_archived');
      expect(await error(kari.id)).to.equal(undefined);
      expect(workspace.messages(workspace.dmWith(kari.id).id)).to.have.length(1);
    });

    it('are read a page at a time, and no larger a page', async () => {
      const [first = ''] = many(
        1002,
        (at) => workspace.keep(channel.id, { user: kari.id, text: `${at}` }).ts,
      );
      const read = async (method: string, more: Json) =>
        ((await call(method, { channel: channel.id, limit: 5000, ...more })).messages as Json[]).length;
      expect(await read('conversations.history', {})).to.equal(max('historyPage'));
      for (const at of many(1000, Number))
        workspace.keep(channel.id, { user: kari.id, text: `${at}`, threadTs: first });
      expect(await read('conversations.replies', { ts: first })).to.equal(max('repliesPage'));
    });

    it('are changed and deleted by who wrote them', async () => {
      const hers = workspace.keep(channel.id, { user: kari.id, text: 'mine' });
      const mine = await sent('x');
      const on = (method: string, ts: string) => call(method, { channel: channel.id, ts, text: 'y' });
      expect(await on('chat.update', hers.ts)).to.include({ error: 'cant_update_message' });
      expect(await on('chat.delete', hers.ts)).to.include({ error: 'cant_delete_message' });
      expect(await on('chat.update', '1.000001')).to.include({ error: 'message_not_found' });
      expect(await on('chat.update', mine)).to.include({ ok: true, text: 'y' });
      channel.isArchived = true;
      expect(await on('chat.update', mine)).to.include({ error: 'is_inactive' });
      expect(await on('chat.delete', mine)).to.include({ ok: true });
      expect(texts()).to.deep.equal(['mine']);
    });

    it('lose their blocks with an update that has text alone', async () => {
      const ts = await sent('x', { blocks: [actions(button())] });
      expect(workspace.message(channel.id, ts)?.blocks).to.have.length(1);
      await call('chat.update', { channel: channel.id, ts, text: 'y', blocks: [{ type: 'divider' }] });
      expect(workspace.message(channel.id, ts)?.blocks).to.have.length(1);
      await call('chat.update', { channel: channel.id, ts, text: 'z' });
      expect(workspace.message(channel.id, ts))
        .to.include({ text: 'z', updates: 2 })
        .and.have.property('blocks').that.is.empty;
    });

    it('for one person are seen by them alone, and kept nowhere', async () => {
      const stranger = workspace.addUser();
      const say = (user: string) => call('chat.postEphemeral', { channel: channel.id, user, text: 'psst' });
      expect(await say(stranger.id)).to.include({ error: 'user_not_in_channel' });
      expect(await say(kari.id)).to.include({ ok: true });
      expect((await call('conversations.history', { channel: channel.id })).messages).to.deep.equal([]);
      expect(
        workspace.messages(channel.id, { ephemeral: true }).map(({ ephemeralTo }) => ephemeralTo),
      ).to.deep.equal([kari.id]);
    });

    it('have an address, with their thread if they are in one', async () => {
      const ts = await sent('x');
      const reply = await sent('y', { thread_ts: ts });
      const link = async (message: string) =>
        (await call('chat.getPermalink', { channel: channel.id, message_ts: message })).permalink;
      expect(await link(ts)).to.equal(
        `https://porsanger.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`,
      );
      expect(await link(reply)).to.match(new RegExp(`\\?thread_ts=${ts}&cid=${channel.id}$`));
    });
  });

  describe('history', () => {
    it('has no replies, comes newest first, in pages', async () => {
      const [first = ''] = [await sent('1'), await sent('2'), await sent('3')];
      await sent('reply', { thread_ts: first });
      const read = async (more: Json) =>
        call('conversations.history', { channel: channel.id, limit: 2, ...more });
      const one = await read({});
      expect((one.messages as Json[]).map(({ text }) => text)).to.deep.equal(['3', '2']);
      expect(one.has_more).to.equal(true);
      const two = await read({ cursor: (one.response_metadata as Json).next_cursor });
      expect((two.messages as Json[]).map(({ text }) => text)).to.deep.equal(['1']);
      expect(two).to.include({ has_more: false });
      expect(await read({ cursor: 'nonsense' })).to.include({ error: 'invalid_cursor' });
      expect(await read({ oldest: 'yesterday' })).to.include({ error: 'invalid_ts_oldest' });
    });

    it('keeps to oldest and latest, which count only if inclusive', async () => {
      const [a, b, c] = [await sent('a'), await sent('b'), await sent('c')];
      const read = async (more: Json) =>
        ((await call('conversations.history', { channel: channel.id, ...more })).messages as Json[]).map(
          ({ text }) => text,
        );
      expect(await read({ oldest: a })).to.deep.equal(['c', 'b']);
      expect(await read({ oldest: a, latest: c })).to.deep.equal(['b']);
      expect(await read({ oldest: b, latest: b, inclusive: true })).to.deep.equal(['b']);
    });

    it('of a thread comes oldest first, its beginning with it', async () => {
      const first = await sent('1');
      const reply = await sent('2', { thread_ts: first });
      await sent('3', { thread_ts: first });
      const read = async (ts: string, more: Json = {}) =>
        call('conversations.replies', { channel: channel.id, ts, ...more });
      for (const ts of [first, reply])
        expect(((await read(ts)).messages as Json[]).map(({ text }) => text)).to.deep.equal(['1', '2', '3']);
      const later = (await read(first, { oldest: reply })).messages as Json[];
      expect(later.map(({ text }) => text)).to.deep.equal(['1', '3']);
      expect(await read('1.000001')).to.include({ error: 'thread_not_found' });
    });

    it('is for members', async () => {
      const other = workspace.addChannel({ withBot: false });
      expect(await call('conversations.history', { channel: other.id })).to.include({
        error: 'not_in_channel',
      });
    });
  });

  describe('people, files and the rest', () => {
    it('tells languages only who asks, and who is a guest', async () => {
      const guest = workspace.addUser({ isStranger: true, team: 'T0OTHER0000', locale: 'sv-SE' });
      const read = async (more: Json) => (await call('users.info', { user: guest.id, ...more })).user as Json;
      expect(await read({})).to.not.have.property('locale');
      expect(await read({ include_locale: true })).to.include({
        locale: 'sv-SE',
        is_stranger: true,
        team_id: 'T0OTHER0000',
      });
      expect(await call('users.info', { user: 'U0NOBODY000' })).to.include({ error: 'user_not_found' });
    });

    it('opens one chat with each person', async () => {
      const open = async (users: string) => call('conversations.open', { users });
      const { channel: first } = (await open(kari.id)) as { channel: Json };
      expect(await open(kari.id)).to.deep.include({ already_open: true, channel: first });
      kari.deleted = true;
      expect(await open(kari.id)).to.include({ error: 'user_disabled' });
      expect(await open('U0NOBODY000')).to.include({ error: 'user_not_found' });
    });

    it('opens no chat with more than eight', async () => {
      const open = (count: number) =>
        call('conversations.open', { users: many(count, () => kari.id).join(',') });
      expect(await open(max('openUsers'))).to.not.include({ error: 'too_many_users' });
      expect(await open(max('openUsers') + 1)).to.include({ error: 'too_many_users' });
    });

    it('shows files to a token with files:read, and a page to sign in to everybody else', async () => {
      const file = workspace.addFile({ user: kari.id, bytes: Buffer.from('png') });
      const { url_private: url } = (await call('files.info', { file: file.id })).file as {
        url_private: string;
      };
      const get = (headers: Record<string, string>) => fetch(url, { headers, redirect: 'manual' });
      const shown = await get({ Authorization: `Bearer ${workspace.token}` });
      expect(await shown.text()).to.equal('png');
      expect((await get({})).status).to.equal(302);
      workspace.setScopes(['chat:write']);
      const page = await fetch(url, { headers: { Authorization: `Bearer ${workspace.token}` } });
      expect(page.headers.get('content-type')).to.match(/html/);
    });

    it('reacts once with each emoji', async () => {
      const timestamp = await sent('x');
      const react = () => call('reactions.add', { channel: channel.id, name: 'eyes', timestamp });
      expect(await react()).to.include({ ok: true });
      expect(await react()).to.include({ error: 'already_reacted' });
    });

    it('sets prompts in threads that there are, four at most', async () => {
      const threadTs = await sent('x');
      const set = (count: number, ts = threadTs) =>
        call('assistant.threads.setSuggestedPrompts', {
          ...{ channel_id: channel.id, thread_ts: ts },
          prompts: many(count, (at) => ({ title: `${at}`, message: 'x' })),
        });
      expect(await set(max('suggestedPrompts'))).to.include({ ok: true });
      expect(await set(max('suggestedPrompts') + 1)).to.include({ error: 'invalid_arguments' });
      expect(await set(1, '1.000001')).to.include({ error: 'invalid_thread_ts' });
      expect(workspace.assistant).to.have.length(1);
    });
  });

  describe('an address for answers', () => {
    const answer = async (url: string, body: Json) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      return { status: response.status, ...((await response.json()) as Json) };
    };

    it('is good five times', async () => {
      const url = workspace.responseUrl(kari.id, channel.id, null);
      for (const _ of many(max('responseUrlUses'), Number))
        expect(await answer(url, { text: 'x' })).to.include({ ok: true });
      expect(await answer(url, { text: 'x' })).to.include({ status: 404, error: 'used_url' });
      expect(workspace.messages(channel.id)).to.deep.equal([]);
    });

    it('is good for half an hour, and can replace what was pressed', async () => {
      const ts = await sent('x', { blocks: [actions(button())] });
      const url = workspace.responseUrl(kari.id, channel.id, ts);
      slack.clock.advance(max('responseUrlMs'));
      expect(await answer(url, { replace_original: true, text: 'y' })).to.include({ ok: true });
      expect(texts()).to.deep.equal(['y']);
      slack.clock.advance(1);
      expect(await answer(url, { text: 'z' })).to.include({ error: 'expired_url' });
    });
  });
});
