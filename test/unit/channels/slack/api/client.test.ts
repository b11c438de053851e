import { expect } from 'chai';
import { slackCall } from '../../../../../src/channels/slack/api/call.ts';
import { METHODS } from '../../../../../src/channels/slack/api/methods.ts';
import { METHODS as FACTS, type MethodFacts } from '../../../../support/slack/methods.ts';
import { closedPort } from '../../teams/connector/stage.ts';
import { Stage, WORDS } from './stage.ts';

const FORM_VIEW = {
  type: 'modal',
  title: { type: 'plain_text', text: 'Hvem er du' },
  blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Hei' } }],
};

describe('the client of Slack’s Web API', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(() => stage.stop());
  const written = () => stage.town.messages(stage.channel.id);

  it('writes a message with the delivery’s id, and without previews', async () => {
    const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'Hei', emoji: false } }];
    const sent = await stage.api.post(stage.of, stage.place, { text: 'Hei', blocks }, 'slack/p/1');
    const [message] = written();
    expect(sent).to.deep.equal({ outcome: 'sent', ts: message!.ts, channel: stage.channel.id });
    expect(message).to.deep.include({
      ...{ text: 'Hei', threadTs: null },
      metadata: { event_type: 'driftvakt_delivery', event_payload: { id: 'slack/p/1' } },
    });
    const [call] = stage.slack.seenOf('chat.postMessage');
    expect(call!.args).to.include({ unfurl_links: false, unfurl_media: false });
    expect(call!.warnings).to.deep.equal([]);
    expect(stage.slack.seen.map(({ method }) => method)).to.deep.equal(['auth.test', 'chat.postMessage']);
  });

  it('writes into a thread, and changes what it wrote', async () => {
    const root = stage.town.keep(stage.channel.id, { user: stage.user, text: '@driftvakt hei' });
    const sent = await stage.api.post(stage.of, { ...stage.place, thread: root.ts }, WORDS, 'd1');
    const ts = sent.outcome === 'sent' ? sent.ts : '';
    const updated = await stage.api.update(stage.of, stage.channel.id, ts, {
      ...WORDS,
      text: 'Den er tilbake',
    });
    expect(updated).to.deep.equal(sent);
    expect(written()[1]).to.deep.include({ threadTs: root.ts, text: 'Den er tilbake', updates: 1 });
    // The id stays, so that the message can still be found.
    expect(written()[1]!.metadata).to.have.nested.property('event_payload.id', 'd1');
  });

  it('says something to one person only', async () => {
    expect(await stage.api.ephemeral(stage.of, stage.place, stage.user, WORDS)).to.deep.equal({
      outcome: 'done',
    });
    const [message] = stage.town.messages(stage.channel.id, { ephemeral: true });
    expect(message!.ephemeralTo).to.equal(stage.user);
  });

  it('knows people, chats, files, views and addresses of messages', async () => {
    const { api, of, user, town, channel } = stage;
    expect(await api.person(of, user)).to.deep.equal({
      outcome: 'found',
      found: {
        ...{ name: 'anna', email: 'anna@example.test', locale: 'nb-NO', timezone: 'Europe/Oslo', team: 'T1' },
        ...{ isBot: false, isGuest: false, isStranger: false },
      },
    });
    expect(await api.openChat(of, user)).to.deep.equal({ outcome: 'found', found: town.dmWith(user).id });
    const message = town.keep(channel.id, { user, text: 'Hei' });
    expect(await api.permalink(of, channel.id, message.ts))
      .to.have.property('found')
      .that.matches(/^https:/);
    const file = town.addFile({ user, bytes: Buffer.from('x') });
    expect(await api.file(of, file.id)).to.deep.equal({
      outcome: 'found',
      found: { address: town.fileUrl(file), type: 'image/png', name: 'picture.png' },
    });
    const opened = await api.openView(of, town.trigger(user).id, FORM_VIEW);
    expect(opened).to.have.property('found', town.viewOf(user, 'modal')!.id);
    const again = await api.updateView(of, town.viewOf(user, 'modal')!.id, FORM_VIEW);
    expect(again).to.have.property('outcome', 'found');
    expect(await api.publishHome(of, user, FORM_VIEW.blocks)).to.have.property('outcome', 'found');
    expect(await api.openView(of, 'old', FORM_VIEW)).to.deep.include({ outcome: 'gone', what: 'view' });
    expect(await api.person(of, 'U0')).to.deep.include({ outcome: 'gone', what: 'person' });
  });

  it('reads only the bot’s own messages that carry an id', async () => {
    const { api, of, town, channel, place, user } = stage;
    await api.post(of, place, WORDS, 'd1');
    const metadata = { event_type: 'driftvakt_delivery', event_payload: { id: 'd2' } };
    town.keep(channel.id, { user, text: 'Forged', metadata });
    town.keep(channel.id, {
      user: town.bot.id,
      text: 'Other',
      metadata: { ...metadata, event_type: 'other' },
    });
    const page = await api.history(of, place, stage.time.now - 1000, null);
    expect(page).to.deep.equal({
      ...{ outcome: 'page', next: null, isBlind: true },
      messages: [{ ts: written()[0]!.ts, delivery: 'd1' }],
    });
  });

  it('knows of each method what Slack documents: its rate, its scope, and whether it reads JSON', () => {
    for (const [name, { tier, scopes, verb }] of Object.entries(METHODS)) {
      const facts: MethodFacts = FACTS[name as keyof typeof METHODS];
      expect(facts.tier, name).to.equal(tier);
      const scope = facts.scope !== null && typeof facts.scope === 'object' ? 'im:history' : facts.scope;
      expect(scopes.length === 0 ? [null] : scopes, name).to.include(scope);
      expect(verb === 'GET' || facts.json, name).to.equal(true);
    }
  });

  for (const apiUrl of [
    'http://slack.example/api/',
    'ftp://127.0.0.1/',
    'slack',
    'https://a:b@slack.example/api/',
  ])
    it(`gives its token to nobody else: ${apiUrl}`, () => {
      expect(() => slackCall({ apiUrl, clock: stage.clock })).to.throw(TypeError);
    });

  it('cannot reach a server that is not there: nothing was sent', async () => {
    const call = slackCall({ apiUrl: `${await closedPort()}api`, clock: stage.clock });
    expect(await call('chat.postMessage', 'xoxb-1', {})).to.deep.equal({
      outcome: 'retry',
      reason: 'Slack could not be reached (ECONNREFUSED)',
      afterMs: 0,
    });
  });

  it('does not wait for ever', async () => {
    const own = await Stage.start({ limits: { answerMs: 60 } });
    await own.tokens.tokenFor(own.of);
    own.slack.failNext('hangs', 'hangs');
    expect(await own.api.post(own.of, own.place, WORDS, 'd1')).to.deep.equal({
      outcome: 'ambiguous',
      reason: 'Slack took the request and did not answer (no answer within 0.06 s)',
    });
    expect(await own.api.update(own.of, own.channel.id, '1.000001', WORDS)).to.include({ outcome: 'retry' });
    expect([own.calls('chat.postMessage'), own.calls('chat.update')]).to.deep.equal([1, 1]);
    own.stop();
  });

  it('breaks off what is under way when it shall end', async () => {
    const ending = new AbortController();
    const own = await Stage.start({ signal: ending.signal });
    await own.tokens.tokenFor(own.of);
    own.slack.failNext('hangs');
    const sending = own.api.post(own.of, own.place, WORDS, 'd1');
    while (own.slack.faults.hanging === 0) await new Promise(setImmediate);
    ending.abort();
    expect((await sending).outcome).to.equal('ambiguous');
    own.stop();
  });
});
