import { expect } from 'chai';
import { slackPace } from '../../../../../src/channels/slack/api/pace.ts';
import { Stage, WORDS } from './stage.ts';

describe('how fast Slack is written to', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
    await stage.tokens.tokenFor(stage.of);
  });
  afterEach(() => stage.stop());

  const post = (channel = stage.channel.id) =>
    stage.api.post(stage.of, { channel, thread: null }, WORDS, `d${stage.time.now}`);
  const update = () => stage.api.update(stage.of, stage.channel.id, '1.000001', WORDS);

  it('a burst goes at once, then a message a second and channel; others wait for nothing', async () => {
    for (let i = 0; i < 4; i += 1) expect((await post()).outcome).to.equal('sent');
    expect(await post()).to.deep.equal({
      ...{ outcome: 'retry', reason: 'more than Slack takes at once', afterMs: 4000, why: 'paced' },
    });
    expect(stage.calls('chat.postMessage')).to.equal(4);
    expect((await post(stage.town.addChannel().id)).outcome).to.equal('sent');
    stage.time.now += 4000;
    expect((await post()).outcome).to.equal('sent');
  });

  it('a 429 stops one method in one channel, as long as Slack says', async () => {
    const other = stage.town.addChannel().id;
    stage.slack.failNextIn({ method: 'chat.postMessage', channel: stage.channel.id }, { retryAfter: 30 });
    expect(await post()).to.include({ outcome: 'retry', afterMs: 30_000 });
    stage.time.now += 10_000;
    expect(await post()).to.include({ outcome: 'retry', afterMs: 20_000 });
    expect((await post(other)).outcome).to.equal('sent');
    expect((await update()).outcome).to.equal('gone');
    expect(stage.slack.calls('chat.postMessage', stage.channel.id)).to.equal(1);
    stage.time.now += 20_000;
    expect((await post()).outcome).to.equal('sent');
  });

  it('a 429 of another method stops it in its workspace, and in no other', async () => {
    const pace = slackPace(stage.pacer);
    const busy = async () => ({ outcome: 'retry', reason: 'x', afterMs: 5000, why: 'refused' }) as const;
    const fine = async () => ({ outcome: 'ok' }) as const;
    const views = (team: string) => ({ method: 'views.update', team, channel: null }) as const;
    await pace(views('T1'), busy);
    expect(await pace(views('T1'), fine)).to.include({ outcome: 'retry', afterMs: 5000 });
    expect(await pace(views('T2'), fine)).to.deep.equal({ outcome: 'ok' });
    expect(await pace({ ...views('T1'), method: 'views.open' }, fine)).to.deep.equal({ outcome: 'ok' });
  });

  it('changes stay within 50 a minute and workspace', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 55; i += 1) outcomes.push((await update()).outcome);
    expect(outcomes.filter((outcome) => outcome === 'gone')).to.have.lengthOf(50);
    expect(stage.calls('chat.update')).to.equal(50);
  });

  it('Slack itself has nothing to complain of, whatever is written when', async () => {
    stage.slack.pacing.isOn = true;
    let waited = 0;
    for (let sent = 0; sent < 30; ) {
      const did = await post();
      if (did.outcome === 'sent') sent += 1;
      else if (did.outcome === 'retry') waited += did.afterMs;
      if (did.outcome === 'retry') stage.time.now += did.afterMs;
    }
    expect(stage.slack.seen.filter(({ error }) => error === 'ratelimited')).to.deep.equal([]);
    expect(waited).to.be.within(20_000, 40_000);
  });
});
