import { expect } from 'chai';
import { SENDER_LIMITS } from '../../../src/channels/slack/sending.ts';
import { at, shipped } from '../../support/playbooks.ts';
import { SlackTown, type TownOptions } from '../../support/slack/slack-town.ts';

describe('when Slack takes less than is said', () => {
  let town: SlackTown;
  const start = async (options: TownOptions) => {
    const playbook = shipped('porsanger');
    town = await SlackTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant(), options);
  };
  afterEach(() => town.stop());

  const later = async (ms: number) => {
    town.now = town.now.add({ milliseconds: ms });
    await town.engine.workThrough();
  };

  it('429 in one channel stops messages there for so long, and in no other', async () => {
    await start({ isPaced: true });
    const [school, office] = ['skolen', 'kontoret'].map((name) => town.workspace.addChannel({ name }));
    if (school === undefined || office === undefined) throw new Error('no channels');
    const [anna, bob, eva] = [
      town.resident('anna', school),
      town.resident('bob', office),
      town.resident('eva'),
    ];
    town.slack.failNextIn({ method: 'chat.postMessage', channel: school.id }, { retryAfter: 30 });
    await anna.say('hvem ringer jeg nå?');
    expect(anna.texts).to.deep.equal([]);
    await bob.say('hvem ringer jeg nå?');
    await eva.say('hvem ringer jeg nå?');
    for (const other of [bob, eva]) expect(other.texts.join()).to.include('Fare for liv');
    // Nothing is asked of Slack there before the time is over.
    await later(29_000);
    expect(town.slack.calls('chat.postMessage', school.id)).to.equal(1);
    expect(anna.texts).to.deep.equal([]);
    await later(2000);
    expect(anna.texts.join()).to.include('Fare for liv');
    // What was late is there once, and in its order.
    await bob.say('hei');
    await later(60_000);
    expect(new Set(anna.texts).size).to.equal(anna.texts.length);
  });

  it('a token that is revoked holds every message until there is one again, and says so once to the operator', async () => {
    await start({});
    const [anna, bob] = [town.resident('anna'), town.resident('bob')];
    await anna.say('skriveren virker ikke');
    const before = anna.texts.length;
    for (const token of town.workspace.tokens.values()) token.state = 'revoked';
    expect((await anna.choose('Det gjelder bare meg')).status).to.equal(200);
    expect((await bob.say('hvem ringer jeg nå?')).status).to.equal(200);
    // From Friday evening until Monday morning, 15 minutes at a time.
    for (let quarter = 0; quarter < 4 * 62; quarter += 1) await later(SENDER_LIMITS.heldMs);
    expect([anna.texts.length, bob.texts.length]).to.deep.equal([before, 0]);
    const said = town.lines.filter((line) => line.includes('a workspace refuses the app'));
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.include(town.workspace.team).and.to.include('token_revoked');
    expect(town.lines.join()).to.not.include(town.workspace.token);
    for (const token of town.workspace.tokens.values()) token.state = 'good';
    // Slack is busy then, which is tried again as ever.
    town.slack.failNextIn({ method: 'chat.postMessage' }, { retryAfter: 5 });
    await later(SENDER_LIMITS.heldMs);
    await later(SENDER_LIMITS.heldMs);
    expect(bob.texts.join()).to.include('Fare for liv');
    expect(anna.texts.length).to.be.greaterThan(before);
    expect(anna.texts.join()).to.include('✓ Det gjelder bare meg');
    for (const { texts } of [anna, bob]) expect(new Set(texts).size).to.equal(texts.length);
  });
});
