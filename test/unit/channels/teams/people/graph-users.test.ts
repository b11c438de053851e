import { expect } from 'chai';
import type { TokenOutcome } from '../../../../../src/channels/teams/connector/token.ts';
import { graphUsers } from '../../../../../src/channels/teams/people/graph-users.ts';
import type { ProfileSource } from '../../../../../src/ports/profiles.ts';
import { FakeGraph } from '../../../../support/teams/graph.ts';

const KARI = {
  ...{ id: 'k', displayName: 'Kari Nordmann', mail: 'kari@porsanger.example', department: 'Oppvekst' },
  ...{ jobTitle: 'Rektor', mobilePhone: '900 00 001', businessPhones: ['78 46 00 00'], userType: 'Member' },
  accountEnabled: true,
};

describe('the people of a tenant by Microsoft Graph', () => {
  let graph: FakeGraph;
  let access: TokenOutcome;
  beforeEach(async () => {
    graph = await FakeGraph.start();
    access = { outcome: 'token', token: 'good' };
  });
  afterEach(() => graph.stop());

  const source = (): ProfileSource =>
    graphUsers({
      tokens: { token: async () => access, renew: () => undefined },
      clock: { now: () => Temporal.Instant.from('2026-11-27T09:00:00Z') },
      ...{ address: graph.address, allowLoopback: true, limits: { answerMs: 500 } },
      isOwn: (organisation) => organisation === 'porsanger',
    });
  const failure = async (): Promise<string> => {
    const read = await source().read('porsanger');
    return read.outcome === 'failed' ? read.reason : `read ${read.profiles.length}`;
  };

  it('are read page by page: their work numbers, and their own as private ones', async () => {
    graph.pageSize = 2;
    graph.users.push(...['k', 'l', 'm', 'n', 'o'].map((id) => ({ ...KARI, id })));
    const read = await source().read('porsanger');
    if (read.outcome !== 'read') throw new Error(read.reason);
    expect(read.profiles.map(({ id }) => id)).to.deep.equal(['k', 'l', 'm', 'n', 'o']);
    expect(read.profiles[0]).to.deep.equal({
      ...{
        id: 'k',
        name: 'Kari Nordmann',
        email: 'kari@porsanger.example',
        unit: 'Oppvekst',
        role: 'Rektor',
      },
      ...{ phones: ['78 46 00 00'], privatePhones: ['900 00 001'] },
    });
    expect(graph.asked).to.have.length(3);
  });

  it('are no guests, nobody whose account is off, and nobody without a name', async () => {
    graph.users.push(
      KARI,
      { ...KARI, id: 'g', userType: 'Guest' },
      { ...KARI, id: 'off', accountEnabled: false },
      { ...KARI, id: 'none', displayName: null },
      { displayName: 'Nobody' },
      null as never,
    );
    const read = await source().read('porsanger');
    expect(read.outcome === 'read' && read.profiles.map(({ id }) => id)).to.deep.equal(['k']);
  });

  it('are read wholly or not at all: what went wrong is said to the operator', async () => {
    graph.users.push(KARI, { ...KARI, id: 'l' }, { ...KARI, id: 'm' });
    graph.pageSize = 1;
    graph.failNext({ status: 403, code: 'Authorization_RequestDenied' });
    expect(await failure()).to.contain('give the app the application permission User.Read.All');
    graph.failNext({ status: 200, body: '<html>' });
    expect(await failure()).to.contain('with what cannot be read');
    access = { outcome: 'token', token: 'bad' };
    expect(await failure()).to.contain('Microsoft Graph answered 401');
  });

  it('of another tenant are nobody’s business, and no token goes to another address', async () => {
    const other = await source().read('kivido');
    expect(other).to.deep.equal({
      outcome: 'failed',
      reason: 'the bot is registered in another tenant than theirs',
    });
    expect(graph.asked).to.deep.equal([]);
    graph.users.push(KARI, { ...KARI, id: 'l' });
    graph.pageSize = 1;
    for (const link of ['https://evil.example/v1.0/users?x', `${graph.address}v1.0/me`, 'users']) {
      graph.nextLink = link;
      expect(await failure(), link).to.equal('Microsoft Graph names a next page at another address');
    }
  });

  it('end somewhere: a directory that leads on for ever is not read', async () => {
    graph.users.push(...Array.from({ length: 50 }, (_, i) => ({ ...KARI, id: `u${i}` })));
    graph.pageSize = 1;
    expect(await failure()).to.equal('Microsoft Graph lists more than 20000 people');
  });
});
