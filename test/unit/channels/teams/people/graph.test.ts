import { expect } from 'chai';
import type { TokenOutcome } from '../../../../../src/channels/teams/connector/token.ts';
import { graphDirectory } from '../../../../../src/channels/teams/people/graph.ts';
import { GRAPH_LIMITS } from '../../../../../src/channels/teams/people/limits.ts';
import type { Directory, Managed } from '../../../../../src/ports/directory.ts';
import type { ConnectorFault } from '../../../../support/teams/connector-faults.ts';
import { FakeGraph } from '../../../../support/teams/graph.ts';

const USER = 'c0000000-0000-4000-8000-000000000003';
const KARI = {
  displayName: 'Kari Nordmann',
  mail: 'kari@porsanger.example',
  mobilePhone: '900 00 001',
  businessPhones: ['78 46 00 00'],
};
const NONE: Managed = { outcome: 'none' };

/** What Graph answers, and the beginning of what an operator reads; null: somebody is found. */
const FAILURES: readonly [string, ConnectorFault, string][] = [
  ['200 that is no JSON', { status: 200, body: '<html>' }, 'Microsoft Graph answered 200 with what cannot'],
  ['200 that is empty', { status: 200, body: '' }, 'Microsoft Graph answered 200 with what cannot'],
  ['200 that is a list', { status: 200, body: '[]' }, 'Microsoft Graph answered 200 with what cannot'],
  [
    '200 that is too large',
    { status: 200, body: JSON.stringify({ ...KARI, x: 'x'.repeat(70_000) }) },
    'Microsoft Graph answered 200 with what cannot',
  ],
  [
    '200 that tells nothing',
    { status: 200, body: '{"id":"1","displayName":null}' },
    'Microsoft Graph answered 200 without a name',
  ],
  [
    '302',
    { status: 302, headers: { location: '/v1.0/me' } },
    'Microsoft Graph answered 302: this is not how',
  ],
  ['400', { status: 400, code: 'BadRequest' }, 'Microsoft Graph answered 400 (BadRequest): this is not how'],
  ['401', { status: 401, code: 'InvalidAuthenticationToken' }, 'Microsoft Graph answered 401 (InvalidAuth'],
  [
    '403',
    { status: 403, code: 'Authorization_RequestDenied' },
    'Microsoft Graph answered 403 (Authorization_RequestDenied): give the app the application permission User.Read.All in Entra, with admin consent',
  ],
  ['429', { status: 429, code: 'TooManyRequests' }, 'Microsoft Graph answered 429 (TooManyRequests)'],
  ['500', { status: 500 }, 'Microsoft Graph answered 500'],
  ['503 that is a page', { status: 503, body: '<html>Kari</html>' }, 'Microsoft Graph answered 503'],
  ['a reset', 'reset', 'Microsoft Graph could not be read (ECONNRESET)'],
  ['nothing', 'hangs', 'Microsoft Graph could not be read (no answer within 0.1 s)'],
];

describe('managers by Microsoft Graph', () => {
  let graph: FakeGraph;
  let now: Temporal.Instant;
  let renewed: number;
  let access: TokenOutcome;

  beforeEach(async () => {
    graph = await FakeGraph.start();
    [now, renewed] = [Temporal.Instant.from('2026-11-23T09:00:00Z'), 0];
    access = { outcome: 'token', token: 'good' };
  });
  afterEach(() => graph.stop());

  const directory = (parts: Partial<Parameters<typeof graphDirectory>[0]> = {}): Directory =>
    graphDirectory({
      tokens: { token: async () => access, renew: () => (renewed += 1) },
      clock: { now: () => now },
      address: graph.address,
      allowLoopback: true,
      limits: { answerMs: 100 },
      ...parts,
    });

  it('finds the manager with one request that asks for four things', async () => {
    graph.addManager(USER, KARI);
    expect(await directory().managerOf(USER)).to.deep.equal({
      outcome: 'found',
      manager: { name: KARI.displayName, email: KARI.mail, phones: ['900 00 001', '78 46 00 00'] },
    });
    expect(graph.asked).to.deep.equal([
      `/v1.0/users/${USER}/manager?$select=displayName,mail,businessPhones,mobilePhone`,
    ]);
  });

  it('knows nothing of who has no manager there', async () => {
    expect(await directory().managerOf(USER)).to.deep.equal(NONE);
  });

  it('leaves out what is odd, and looks at so many numbers', async () => {
    const businessPhones = [7, null, {}, ...Array.from({ length: 50 }, (_, i) => `78 46 00 ${i + 10}`)];
    graph.addManager(USER, { displayName: 'Kari', mail: 7, mobilePhone: false, businessPhones });
    const managed = await directory().managerOf(USER);
    expect(managed).to.deep.include({ outcome: 'found' });
    if (managed.outcome !== 'found') return expect.fail();
    expect(managed.manager.email).to.equal(null);
    expect(managed.manager.phones).to.have.length(GRAPH_LIMITS.phones).and.include('78 46 00 10');
  });

  for (const [name, fault, reason] of FAILURES) {
    it(`asks once when the answer is ${name}, and tells the operator what it means`, async () => {
      graph.failNext(fault);
      const managed = await directory().managerOf(USER);
      if (managed.outcome !== 'failed') return expect.fail(managed.outcome);
      expect(managed.reason.slice(0, reason.length)).to.equal(reason);
      expect(managed.reason).to.not.match(/Kari|good|c0000000|Some words/);
      expect(graph.asked).to.have.length(1);
    });
  }

  /** For so many seconds nobody is asked after an answer. */
  const PAUSES: readonly [string, ConnectorFault, number][] = [
    ['429 with a time', { status: 429, headers: { 'retry-after': '17' } }, 17],
    ['429 without a time', { status: 429 }, 60],
    ['429 with the time of a year', { status: 429, headers: { 'retry-after': '31536000' } }, 3600],
    ['503 with a time', { status: 503, headers: { 'retry-after': '5' } }, 5],
    ['403', { status: 403 }, 300],
    ['500', { status: 500 }, 0],
  ];
  for (const [name, fault, seconds] of PAUSES) {
    it(`leaves Graph alone for ${seconds} s after ${name}`, async () => {
      graph.addManager(USER, KARI);
      const asked = directory();
      graph.failNext(fault);
      const first = await asked.managerOf(USER);
      if (seconds > 0) {
        now = now.add({ milliseconds: seconds * 1000 - 1 });
        expect(await asked.managerOf(USER)).to.deep.equal(first);
        expect(graph.asked).to.have.length(1);
      }
      now = now.add({ milliseconds: 1 });
      expect((await asked.managerOf(USER)).outcome).to.equal('found');
      expect(graph.asked).to.have.length(2);
    });
  }

  it('fetches a fresh token after 401, once a minute, and then leaves Graph alone', async () => {
    access = { outcome: 'token', token: 'bad' };
    const asked = directory();
    await asked.managerOf(USER);
    expect([renewed, graph.asked.length]).to.deep.equal([1, 1]);
    const second = await asked.managerOf(USER);
    expect(second).to.deep.include({ outcome: 'failed' });
    expect(JSON.stringify(second)).to.include('to a fresh token too');
    await asked.managerOf(USER);
    expect([renewed, graph.asked.length]).to.deep.equal([1, 2]);
  });

  it('asks nothing without a token, for what is no id of Entra, and at no unsafe address', async () => {
    for (const id of ['29:1-somebody', '', '..', `${USER}/../x`, `${USER}?x`, 'me'])
      expect(await directory().managerOf(id)).to.deep.equal(NONE);
    for (const address of ['http://graph.example.org', 'ftp://127.0.0.1', 'nonsense', ''])
      expect(await directory({ address }).managerOf(USER)).to.deep.include({ outcome: 'failed' });
    expect(await directory({ allowLoopback: false }).managerOf(USER)).to.deep.include({ outcome: 'failed' });
    access = { outcome: 'failed', reason: 'the app password has expired' };
    expect(await directory().managerOf(USER)).to.deep.equal(access);
    access = { outcome: 'token', token: null };
    expect(await directory().managerOf(USER)).to.deep.include({ outcome: 'failed' });
    expect(graph.asked).to.deep.equal([]);
  });
});
