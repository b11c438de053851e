import { expect } from 'chai';
import { slackProfiles } from '../../../../src/channels/slack/profiles.ts';
import { Stage } from './api/stage.ts';

describe('the members of workspaces of Slack', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(() => stage.stop());

  const read = (workspaces: readonly string[] = [stage.town.team]) =>
    slackProfiles({ api: stage.api, workspacesOf: () => workspaces }).read('porsanger');

  it('are people: no bots, guests, strangers, or whoever has left', async () => {
    stage.town.addUser({ name: 'gjest', isRestricted: true });
    stage.town.addUser({ name: 'fremmed', isStranger: true });
    stage.town.addUser({ name: 'sluttet' }).deleted = true;
    const found = await read();
    if (found.outcome !== 'read') throw new Error(found.reason);
    expect(found.profiles.map(({ id }) => id)).to.deep.equal([stage.user]);
    expect(found.profiles[0]).to.include({ unit: null });
    expect(found.profiles[0]?.email).to.match(/@/);
  });

  it('are read page by page', async () => {
    for (let i = 0; i < 1100; i++) stage.town.addUser({ name: `user${i}` });
    const found = await read();
    expect(found.outcome === 'read' && found.profiles.length).to.equal(1101);
    expect(stage.calls('users.list')).to.equal(3);
  });

  it('are nobody where no workspace is named, or Slack does not let them be read', async () => {
    expect(await read([])).to.deep.include({ outcome: 'failed' });
    const refused = await read(['T0OTHER']);
    expect(refused.outcome).to.equal('failed');
  });
});
