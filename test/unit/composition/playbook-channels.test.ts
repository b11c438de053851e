import { expect } from 'chai';
import {
  channelAddresses,
  namedChannels,
  playbookChannels,
} from '../../../src/composition/playbook-channels.ts';
import { playbookFrom } from '../../support/playbooks.ts';
import { faultsOf, SAMPLE } from '../playbook/sample.ts';

const TENANT = '1c2d3e4f-1111-2222-3333-444455556666';
const DRIFT = '19:drift@thread.tacv2';
const withChannels = (channels: string, more = ''): string =>
  `${SAMPLE}${more}notices:\n  channels:\n${channels}`;
const BOTH = `    - { teams: "${DRIFT}", name: Drift, kind: outage }\n    - { slack: C0DRIFT, language: en }\n`;
const HOMES = `teams: { tenants: [${TENANT}] }\nslack: { workspaces: [T0HOME, T0OTHER] }\n`;

describe('channels that a playbook names', () => {
  const playbook = playbookFrom(withChannels(BOTH, HOMES));
  const playbooks = new Map([[playbook.organisation, playbook]]);
  const { organisation } = playbook;
  const drift = `teams/${organisation}/${TENANT}/${DRIFT}`;
  const slack = `slack/${organisation}/T0HOME/C0DRIFT`;

  it('are subscriptions, with the names of their conversations', () => {
    const base = {
      organisation,
      source: 'playbook',
      user: null,
      mutedUntil: null,
      since: 0,
      confirmed: true,
    };
    const all = { sites: null, services: null };
    expect(playbookChannels(playbooks, null)(organisation)).to.deep.equal([
      { ...base, ...all, destination: drift, name: 'Drift', kinds: ['outage'], language: null },
      { ...base, ...all, destination: slack, name: 'C0DRIFT', kinds: null, language: 'en' },
    ]);
    expect(playbookChannels(playbooks, null)('elsewhere')).to.deep.equal([]);
  });

  it('have an address before anybody wrote there', () => {
    const where = channelAddresses(
      playbooks,
      { platform: 'slack', ownTenant: null },
      (channel, home) => `${home} ${channel}`,
    );
    expect(where(slack)).to.equal('T0HOME C0DRIFT');
    expect(where(drift)).to.equal(null);
    expect(where(`${slack}/U0ANNA`)).to.equal(null);
  });

  it('are in the bot’s own tenant where the playbook names none, and nowhere in Slack', () => {
    const bare = playbookFrom(withChannels(BOTH));
    const [teams, inSlack] = namedChannels(bare, 'own-tenant');
    expect(teams?.subscription.destination).to.equal(`teams/${organisation}/own-tenant/${DRIFT}`);
    expect(inSlack?.home).to.equal(null);
    const where = channelAddresses(
      new Map([[organisation, bare]]),
      { platform: 'slack', ownTenant: null },
      () => 1,
    );
    expect(where(inSlack?.subscription.destination ?? '')).to.equal(null);
  });

  it('stand there once, and the linter says where their workspace is missing', () => {
    const twice = withChannels(`${BOTH}    - { slack: C0DRIFT }\n`, HOMES);
    expect(faultsOf(twice).map(({ path, message }) => `${path} ${message}`)).to.deep.equal([
      'notices.channels[3].slack names a channel for the second time; keep one of the two, and list there all that it is to get',
    ]);
    const [warning, ...others] = faultsOf(withChannels(BOTH));
    expect(others).to.deep.equal([]);
    expect(warning).to.include({ severity: 'warning', path: 'notices.channels[2].slack' });
    expect(warning?.message).to.contain('name that under "slack", "workspaces"');
  });
});
