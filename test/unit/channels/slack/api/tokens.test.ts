import { expect } from 'chai';
import { asking } from '../../../../../src/channels/slack/api/ask.ts';
import { Stage, WORDS } from './stage.ts';

describe('the tokens of workspaces', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(() => stage.stop());
  const tokenFor = (team = 'T1', enterprise: string | null = 'E1') =>
    stage.tokens.tokenFor({ team, enterprise });
  const post = () => stage.api.post(stage.of, stage.place, WORDS, 'd1');

  it('Slack is asked once whose the token is, however many ask', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => tokenFor()));
    expect(all[0]).to.deep.equal({
      outcome: 'token',
      token: stage.town.token,
      botUsers: [stage.town.bot.id],
    });
    expect(new Set(all.map((each) => JSON.stringify(each))).size).to.equal(1);
    await tokenFor();
    expect(stage.calls('auth.test')).to.equal(1);
  });

  it('it is given to its own workspace only', async () => {
    const other = await tokenFor('T2');
    expect(other).to.include({ outcome: 'failed', about: 'installation' });
    expect('reason' in other && other.reason)
      .to.include('not of the workspace T2')
      .and.to.not.include(stage.town.token);
  });

  it('one that is revoked is asked about once a minute, and nothing is written with it', async () => {
    expect((await post()).outcome).to.equal('sent');
    stage.town.endTokens('revoked');
    const refused = await post();
    expect(refused).to.include({ outcome: 'failed', about: 'installation' });
    expect('reason' in refused && refused.reason)
      .to.include('(token_revoked)')
      .and.to.include('SLACK_BOT_TOKEN');
    for (let i = 0; i < 5; i += 1) expect((await post()).outcome).to.equal('failed');
    expect([stage.calls('chat.postMessage'), stage.calls('auth.test')]).to.deep.equal([2, 2]);
    stage.time.now += 60_000;
    await post();
    expect([stage.calls('chat.postMessage'), stage.calls('auth.test')]).to.deep.equal([2, 3]);
  });

  it('while Slack has a fault the token is asked for again, and nobody is told that it is wrong', async () => {
    stage.slack.failNext({ status: 500 }, 'reset', { error: 'internal_error' }, { retryAfter: 3 });
    for (let i = 0; i < 4; i += 1) expect((await tokenFor()).outcome).to.equal('retry');
    expect((await tokenFor()).outcome).to.equal('token');
  });

  it('one that another can take the place of is fetched anew, and the message tried again', async () => {
    const renewed: string[] = [];
    const tokens = {
      tokenFor: async () => ({ outcome: 'token', token: 'old', botUsers: ['U1'] }) as const,
      async renew(_of: object, token: string) {
        renewed.push(token);
        return true;
      },
    };
    const call = async () =>
      ({ outcome: 'refused', code: 'token_expired', reason: 'Slack says so' }) as const;
    const ask = asking({ tokens, call, pace: async (_counted, run) => run() });
    const answer = await ask({ of: stage.of, method: 'chat.postMessage', channel: 'C1', args: {} });
    expect(answer).to.include({ outcome: 'retry', afterMs: 0 });
    expect(renewed).to.deep.equal(['old']);
  });
});
