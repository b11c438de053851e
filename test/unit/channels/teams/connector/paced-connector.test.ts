import { expect } from 'chai';
import { Pacer } from '../../../../../src/channels/pace/pacer.ts';
import { APP_WINDOWS } from '../../../../../src/channels/teams/connector/limits.ts';
import { pacedConnector } from '../../../../../src/channels/teams/connector/paced-connector.ts';
import { HandAlarm } from '../../../../support/engine.ts';
import { APP, MESSAGE, Stage, TENANT } from './stage.ts';

describe('the paced connector', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(() => stage.stop());
  const alarm = new HandAlarm();
  const paced = () => {
    const clock = { now: () => stage.now };
    return pacedConnector(stage.connector, new Pacer({ clock, alarm, random: () => 0.5, spareMs: 0 }));
  };

  it('asks Teams nothing beyond its limits, and says when it may', async () => {
    const connector = paced();
    for (let i = 0; i < 6; i += 1) expect((await connector.post(stage.to, MESSAGE)).outcome).to.equal('sent');
    expect((await connector.post(stage.to, { type: 'typing' })).outcome).to.equal('sent');
    const other = { ...stage.to, conversation: stage.to.conversation.replace(/\d+$/, '17') };
    for (const to of [stage.to, other])
      expect(await connector.post(to, MESSAGE)).to.deep.equal({
        outcome: 'retry',
        reason: 'more than Teams takes at once',
        afterMs: 1000,
        why: 'paced',
      });
    expect((await connector.update(stage.to, '1', MESSAGE)).outcome).to.equal('retry');
    expect(stage.fake.requests()).to.equal(7);
    stage.now = stage.now.add({ seconds: 1 });
    expect((await connector.post(other, MESSAGE)).outcome).to.equal('sent');
  });

  it('reads a roster twice as often, and counts it for itself', async () => {
    const connector = paced();
    for (let i = 0; i < 7; i += 1) await connector.post(stage.to, MESSAGE);
    for (let i = 0; i < 14; i += 1) expect((await connector.member(stage.to, 'x')).outcome).to.equal('gone');
    expect((await connector.member(stage.to, 'x')).outcome).to.equal('retry');
  });

  it('sends no more than 50 a second in all', async () => {
    const connector = paced();
    const who = (i: number) => ({ bot: `28:${APP}`, member: `29:${i}`, tenant: TENANT });
    const open = (i: number) => connector.openPersonal(stage.fake.serviceUrl, who(i));
    await Promise.all(Array.from({ length: 50 }, (_, i) => open(i)));
    expect([stage.fake.requests(), APP_WINDOWS[0]?.most]).to.deep.equal([50, 50]);
    expect(await open(50)).to.deep.include({ outcome: 'retry', afterMs: 1000, why: 'paced' });
    // What may go soon waits for it.
    stage.now = stage.now.add({ milliseconds: 600 });
    const waiting = [51, 52, 53].map(open);
    stage.now = stage.now.add({ milliseconds: 400 });
    alarm.ringAll();
    const opened = await Promise.all(waiting);
    expect(opened.map(({ outcome }) => outcome)).to.deep.equal(['opened', 'opened', 'opened']);
    expect(stage.fake.requests()).to.equal(53);
  });
});
