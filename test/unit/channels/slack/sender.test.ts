import { expect } from 'chai';
import { SENDER_LIMITS } from '../../../../src/channels/slack/sending.ts';
import { ownerSign } from '../../../../src/channels/teams/receiver/parse/ids.ts';
import { parts } from '../../../support/shown.ts';
import { ASK, SendingStage, said } from './sending-stage.ts';

const buttons = (blocks: unknown) => parts(blocks).filter(({ type }) => type === 'button');

describe('messages to Slack', () => {
  let stage: SendingStage;
  beforeEach(async () => {
    stage = await SendingStage.start();
  });
  afterEach(() => stage.stop());
  const post = { method: 'chat.postMessage' } as const;
  const posts = () => stage.slack.calls('chat.postMessage');

  it('go into the thread, with buttons that say whose they are, and are kept by their timestamp', async () => {
    await stage.say('1.1', ASK);
    const [message] = stage.written;
    expect(message).to.include({ text: 'Hvor er du?', threadTs: stage.address.thread });
    expect(buttons(message!.blocks).map(({ value }) => JSON.parse(String(value)))).to.deep.equal(
      ['a', 'b'].map((choice) => ({ choice, of: ownerSign(stage.conversation), on: '1.1' })),
    );
    const delivery = await stage.delivery('1.1');
    expect(delivery!.state).to.equal('sent');
    expect(delivery!.receipt).to.deep.include({ ts: message!.ts, channel: stage.address.channel });
  });

  it('in a direct message stand in no thread', async () => {
    const chat = await SendingStage.start(false);
    await chat.say('1.1');
    expect(chat.written.map(({ threadTs }) => threadTs)).to.deep.equal([null]);
    await chat.stop();
  });

  it('take the place of an earlier one; where that is gone they follow', async () => {
    await stage.say('1.1', said('1 av 2'));
    await stage.say('2.1', said('2 av 2'), '1.1');
    expect(stage.written.map(({ text, updates }) => [text, updates])).to.deep.equal([['2 av 2', 1]]);
    stage.slack.town.forget(stage.written[0]!);
    await stage.say('3.1', said('ferdig'), '2.1');
    expect(stage.written.map(({ text }) => text)).to.deep.equal(['ferdig']);
  });

  it('once answered have no buttons, and say what was chosen', async () => {
    await stage.say('1.1', ASK);
    await stage.turn({
      spent: { key: '1.1', chosen: 'Legekontoret' },
      replies: [{ key: '2.1', replaces: null, message: said('Takk') }],
    });
    const [question, thanks] = stage.written;
    expect(buttons(question!.blocks)).to.deep.equal([]);
    expect(question!.text).to.equal('Hvor er du?\n✓ Legekontoret');
    expect(JSON.stringify(question!.blocks)).to.include('✓ Legekontoret');
    expect(thanks!.text).to.equal('Takk');
  });

  it('that were answered and deleted need no change', async () => {
    await stage.say('1.1', ASK);
    stage.slack.town.forget(stage.written[0]!);
    await stage.turn({ spent: { key: '1.1', chosen: null } });
    expect(stage.outcomes.at(-1)).to.include({ outcome: 'skipped' });
  });

  for (const error of ['invalid_blocks', 'msg_blocks_too_long'])
    it(`whose blocks are refused (${error}) go as words with numbers`, async () => {
      stage.slack.slack.failNextIn(post, { error });
      await stage.say('1.1', ASK);
      await stage.later(10_000);
      expect(stage.written.map(({ text }) => text)).to.deep.equal([
        'Hvor er du?\n\n1. Kommunehuset\n2. Legekontoret',
      ]);
      expect(buttons(stage.written[0]!.blocks)).to.deep.equal([]);
      await stage.turn({ spent: { key: '1.1', chosen: 'Legekontoret' } });
      expect(stage.outcomes.at(-1)).to.include({ outcome: 'skipped' });
    });

  it('that are refused as words too have failed', async () => {
    stage.slack.slack.failNextIn(post, { error: 'invalid_blocks' }, { error: 'invalid_arguments' });
    await stage.say('1.1', ASK);
    await stage.later(10_000);
    expect((await stage.delivery('1.1'))!.state).to.equal('failed');
    expect(posts()).to.equal(2);
  });

  it('end where the bot was removed and nobody told, until somebody writes', async () => {
    stage.slack.channel.members.delete(stage.slack.town.bot.id);
    stage.slack.slack.failNextIn(post, { error: 'not_in_channel' });
    await stage.say('1.1');
    expect((await stage.delivery('1.1'))!.state).to.equal('failed');
    expect(await stage.engine.reached('porsanger', stage.conversation)).to.deep.equal({ outcome: 'left' });
    stage.slack.channel.members.add(stage.slack.town.bot.id);
    await stage.say('2.1');
    expect(stage.written.map(({ text }) => text)).to.deep.equal(['2.1']);
  });

  it('for IT’s desk go to its channel before anybody wrote there, each in a thread of its own', async () => {
    const replies = [{ key: '1.1', replaces: null, message: said('Tre meldinger om det samme') }];
    await stage.turn({ replies }, 'desk/porsanger');
    expect(stage.written.map(({ text, threadTs }) => [text, threadTs])).to.deep.equal([
      ['Tre meldinger om det samme', null],
    ]);
  });

  it('to a busy workspace: an answer does not wait for the change of the question', async () => {
    await stage.say('1.1', ASK);
    stage.slack.slack.failNextIn({ method: 'chat.update' }, { retryAfter: 60 });
    await stage.turn({
      spent: { key: '1.1', chosen: 'Legekontoret' },
      replies: [{ key: '2.1', replaces: '1.1', message: said('Takk') }],
    });
    expect(stage.written.map(({ text }) => text)).to.deep.equal(['Hvor er du?', 'Takk']);
    expect(stage.outcomes.map(({ outcome }) => outcome)).to.deep.equal(['sent', 'skipped', 'sent']);
  });

  it('of a workspace that refuses the app wait for its operator, and those of others do not', async () => {
    const { town, time } = stage.slack;
    await stage.say('1.1');
    for (const token of town.tokens.values()) token.state = 'revoked';
    await stage.say('2.1');
    await stage.later(SENDER_LIMITS.heldMs);
    expect((await stage.delivery('2.1'))!.state).to.equal('pending');
    const complaints = stage.log.filter(({ msg }) => msg === 'a workspace refuses the app');
    expect(complaints).to.have.lengthOf(1);
    expect(complaints[0]!.reason).to.include('token_revoked').and.to.include('SLACK_BOT_TOKEN');
    expect(JSON.stringify(stage.log)).to.not.include(town.token);
    for (const token of town.tokens.values()) token.state = 'good';
    time.now += 60_000;
    await stage.later(SENDER_LIMITS.heldMs);
    expect(stage.written.map(({ text }) => text)).to.deep.equal(['1.1', '2.1']);
  });
});
