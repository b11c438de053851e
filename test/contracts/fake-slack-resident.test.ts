import type { IncomingMessage } from 'node:http';
import { verifySlackRequest } from '@slack/bolt';
import { expect } from 'chai';
import { kindOf, payload, payloadNames } from '../replay/slack/payloads.ts';
import { FAKE_APP } from '../support/slack/app.ts';
import { askAs } from '../support/slack/ask.ts';
import type { Json } from '../support/slack/check.ts';
import { appUninstalled, memberJoined, tokensRevoked, urlVerification } from '../support/slack/events.ts';
import { FakeSlack } from '../support/slack/fake-slack.ts';
import { Resident } from '../support/slack/resident.ts';
import { httpWire } from '../support/slack/wire.ts';
import type { FakeWorkspace } from '../support/slack/workspace.ts';
import type { FakeChannel, FakeUser } from '../support/slack/world.ts';
import { type LocalServer, startServer, textOf } from '../support/teams/local-server.ts';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const ASKING = [
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*<tel:+4700000001|000 00 001>* &amp; co', verbatim: true },
  },
  {
    type: 'input',
    block_id: 'place',
    label: plain('Rom'),
    element: { type: 'plain_text_input', action_id: 'place' },
  },
  {
    type: 'actions',
    elements: [{ type: 'button', action_id: 'choice:1', text: plain('Nettet'), value: 'v' }],
  },
];
const FORM = {
  type: 'modal',
  callback_id: 'form',
  title: plain('Feil'),
  submit: plain('Send'),
  blocks: ASKING.slice(1, 2),
};

/** What Slack's own payloads have at times, and say nothing that an app needs. */
const LEFT_OUT = ['display_as_bot', 'enterprise', 'username', 'name'];

describe('somebody in the fake Slack', () => {
  let slack: FakeSlack;
  let workspace: FakeWorkspace;
  let app: LocalServer;
  let user: FakeUser;
  let channel: FakeChannel;
  let kari: Resident;
  /** What came at the app, its signature verified by Bolt. */
  let came: Json[];
  let answer: object | null;

  const read = (request: IncomingMessage, body: string): Json => {
    const headers = request.headers as { 'x-slack-signature': string; 'x-slack-request-timestamp': string };
    const timestamp = Number(headers['x-slack-request-timestamp']);
    verifySlackRequest({
      ...{ signingSecret: FAKE_APP.signingSecret, body, nowMilliseconds: slack.clock.now },
      headers: { 'x-slack-signature': headers['x-slack-signature'], 'x-slack-request-timestamp': timestamp },
    });
    if (request.headers['content-type'] === 'application/json') return JSON.parse(body) as Json;
    const form = Object.fromEntries(new URLSearchParams(body));
    return form.payload === undefined ? form : (JSON.parse(form.payload) as Json);
  };

  beforeEach(async () => {
    slack = await FakeSlack.start();
    workspace = slack.addWorkspace();
    [came, answer] = [[], null];
    app = await startServer(async (request, response) => {
      came.push(read(request, (await textOf(request)) ?? ''));
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(answer === null ? '' : JSON.stringify(answer));
    });
    user = workspace.addUser({ name: 'kari' });
    channel = workspace.addChannel();
    kari = new Resident(user, {
      workspace,
      wire: httpWire(`${app.address}/slack/events`, () => slack.clock.now),
    });
  });
  afterEach(() => {
    app.stop();
    slack.stop();
  });

  const call = (method: string, args: Json) => askAs(slack, workspace, method, args);
  const elsewhere = () =>
    new Resident(user, { workspace, channel, wire: httpWire(`${app.address}/`, () => slack.clock.now) });
  const last = () => came.at(-1) as Json;

  it('says something in direct messages, and reads what the bot answers', async () => {
    await kari.say('hei');
    expect(last().event as Json).to.include({
      type: 'message',
      channel_type: 'im',
      text: 'hei',
      channel: kari.channel.id,
    });
    await call('chat.postMessage', { channel: kari.channel.id, text: 'x', blocks: ASKING });
    expect(kari.texts).to.deep.equal(['000 00 001 & co\nRom']);
    expect(kari.offers('Nettet')).to.equal(true);
  });

  it('mentions the bot in a channel, and stays in the thread', async () => {
    const there = elsewhere();
    await there.say('nede');
    await there.say('ennå');
    const [first, second] = came.map(({ event }) => event as Json);
    expect(first)
      .to.include({ type: 'app_mention', text: `<@${workspace.bot.id}> nede` })
      .and.not.have.property('thread_ts');
    expect(second).to.include({ type: 'app_mention', thread_ts: first?.ts });
    await call('chat.postMessage', { channel: channel.id, text: 'i tråden', thread_ts: first?.ts });
    await call('chat.postMessage', { channel: channel.id, text: 'utenfor' });
    expect(there.texts).to.deep.equal(['i tråden']);
  });

  it('presses a button by its label, with what is filled in', async () => {
    await call('chat.postMessage', { channel: kari.channel.id, text: 'x', blocks: ASKING });
    await kari.choose('Nett', { place: 'Rom 203' });
    expect((last().actions as Json[])[0]).to.include({ action_id: 'choice:1', value: 'v', type: 'button' });
    expect(last().state).to.deep.equal({
      values: { place: { place: { type: 'plain_text_input', value: 'Rom 203' } } },
    });
    expect(await call('views.open', { trigger_id: last().trigger_id, view: FORM })).to.include({ ok: true });
    expect(() => kari.offer('Skriver')).to.throw('nobody offered "Skriver"');
  });

  it('sees what is for them alone', async () => {
    const there = elsewhere();
    await call('chat.postEphemeral', { channel: channel.id, user: user.id, text: 'psst', blocks: ASKING });
    const other = workspace.addUser();
    channel.members.add(other.id);
    await call('chat.postEphemeral', { channel: channel.id, user: other.id, text: 'for another' });
    expect(there.ephemerals).to.have.length(1);
    await there.choose('Nettet');
    expect(last()).to.not.have.property('message');
    expect(last().container).to.include({ is_ephemeral: true });
  });

  it('fills in a modal: errors keep it, an update changes it, nothing closes it', async () => {
    await kari.shortcut('report');
    await call('views.open', { trigger_id: last().trigger_id, view: FORM });
    answer = { response_action: 'errors', errors: { place: 'Hvor?' } };
    expect((await kari.submit()).body).to.deep.equal(answer);
    expect(kari.modal?.isOpen).to.equal(true);
    answer = { response_action: 'update', view: { ...FORM, title: plain('Neste') } };
    await kari.submit({ place: 'Rom 203' });
    expect(kari.modal?.view.title).to.deep.equal(plain('Neste'));
    answer = null;
    await kari.submit();
    expect(kari.modal).to.equal(null);
  });

  it('closes a modal: told only where the app wants to know', async () => {
    for (const wants of [false, true]) {
      await kari.command('/fault');
      await call('views.open', { trigger_id: last().trigger_id, view: { ...FORM, notify_on_close: wants } });
      expect((await kari.cancel()) !== null).to.equal(wants);
    }
    expect(last()).to.include({ type: 'view_closed' });
  });

  it('opens the Home tab and presses there', async () => {
    await kari.openHome();
    expect(last().event).to.include({ type: 'app_home_opened', tab: 'home' }).and.not.have.property('view');
    await call('views.publish', { user_id: user.id, view: { type: 'home', blocks: ASKING } });
    await kari.pressIn('home', 'Nettet');
    expect(last()).to.include({ type: 'block_actions' }).and.not.have.property('channel');
  });

  it('sends a guest’s team along', async () => {
    const guest = workspace.addUser({ team: 'T0OTHER0000', isStranger: true });
    const shared = workspace.addChannel({ isExtShared: true });
    await new Resident(guest, {
      workspace,
      channel: shared,
      wire: httpWire(app.address, () => slack.clock.now),
    }).say('hei');
    expect(last()).to.include({ is_ext_shared_channel: true, team_id: workspace.team });
    expect(last().event).to.include({
      user_team: 'T0OTHER0000',
      source_team: 'T0OTHER0000',
      team: 'T0OTHER0000',
    });
  });

  it('is the same to the app as what is recorded of Slack', async () => {
    const there = elsewhere();
    const file = workspace.addFile({ user: user.id, bytes: Buffer.from('png') });
    const hers = workspace.keep(channel.id, { user: user.id, text: 'x' });
    await call('chat.postMessage', { channel: kari.channel.id, text: 'x', blocks: ASKING });
    const sent = async (done: Promise<unknown>) => {
      await done;
      return last();
    };
    const made: Record<string, () => Promise<Json> | Json> = {
      'message-im': () => sent(kari.say('x')),
      'message-file-share': () => sent(kari.say('x', [file])),
      'app-mention': () => sent(there.say('x')),
      'app-mention-in-thread': () => sent(there.say('x')),
      'message-in-thread': () => sent(there.write('x')),
      'app-home-opened-first': () => sent(kari.openHome()),
      'member-joined-bot': () => memberJoined(workspace, channel, workspace.bot.id, user.id),
      'app-uninstalled': () => appUninstalled(workspace),
      'tokens-revoked': () => tokensRevoked(workspace),
      'url-verification': () => urlVerification('x'),
      'block-actions': () => sent(kari.choose('Nettet')),
      'slash-command': () => sent(kari.command('/fault', 'x')),
      'global-shortcut': () => sent(kari.shortcut('report')),
      'message-action': () => sent(kari.messageShortcut('report_message', hers)),
      'view-submission': async () => {
        await call('views.open', {
          trigger_id: last().trigger_id,
          view: { ...FORM, notify_on_close: true, private_metadata: 'x', close: plain('x') },
        });
        return sent(kari.submit());
      },
    };
    const fields = (value: Json, part?: string) =>
      Object.keys(part === undefined ? value : ((value[part] as Json | undefined) ?? {})).filter(
        (name) => !LEFT_OUT.includes(name),
      );
    for (const [name, make] of Object.entries(made)) {
      const [ours, theirs] = [await make(), payload(name)];
      for (const part of [undefined, 'event', 'container', 'view', 'team', 'user', 'channel'])
        expect(fields(ours, part), `${name}: ${part}`).to.have.members(fields(theirs, part));
    }
  });

  it('has a recorded payload of every kind', () => {
    const kinds = new Set(payloadNames().map((name) => kindOf(payload(name))));
    expect([...kinds].sort()).to.deep.equal(['event', 'form', 'interactive']);
    const types = new Set(payloadNames().map((name) => payload(name).type));
    expect(types).to.include.keys([
      'block_actions',
      'view_submission',
      'view_closed',
      'message_action',
      'shortcut',
      'event_callback',
    ]);
  });
});
