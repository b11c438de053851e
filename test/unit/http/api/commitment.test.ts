import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Server } from 'restify';
import { run } from '../../../../src/cli/program.ts';
import { commitmentRoutes, copyLinks } from '../../../../src/composition/commitment.ts';
import { turn } from '../../../../src/conversation/turn.ts';
import { LinkKeys } from '../../../../src/http/link-key.ts';
import { createHttpServer } from '../../../../src/http/server.ts';
import { signatureId } from '../../../../src/runtime/commitment/signatures.ts';
import { StoredPeople } from '../../../../src/runtime/people/stored-people.ts';
import { TestEngine } from '../../../support/engine.ts';
import { madeUpPeople } from '../../../support/people/town.ts';
import { shipped } from '../../../support/playbooks.ts';

const SECRET = 'a-secret-of-more-than-thirty-two-characters';
const keys = new LinkKeys(SECRET, true);
const ORG = 'harjedalen';
const playbook = shipped(ORG);
const playbooks = new Map([[ORG, playbook]]);

describe('copies of what was signed, and who has not signed', function () {
  this.timeout(20_000);
  const test = new TestEngine(turn, { playbook });
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(test.now) };
  const people = new StoredPeople(test.store, clock);
  const from = { user: 'u1', desk: false, locale: 'sv', role: null, site: 'vard-omsorg' } as const;
  let server: Server;
  let home: string;
  before(async () => {
    server = createHttpServer({
      ...{ playbooks, clock, keys, log: pino({ level: 'silent' }), ready: async () => undefined },
      routes: commitmentRoutes({ playbooks, keys, store: test.store, people }),
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    await people.replace(ORG, madeUpPeople(3), { before: await people.read(ORG), by: 'test' });
    const about = { organisation: ORG, conversation: 'web/harjedalen/u1', from, ahead: 0 };
    const identity = { name: 'Anna <b>Berg', email: 'P1@example.test', phone: null, manager: null };
    await test.engine.accept({ id: 'i', ...about, what: { kind: 'introduced', identity } } as never);
    await test.say('e1', 'skriv under', about as never);
    await test.say('e2', 'Jag har läst och skriver under', about as never);
    await test.say('e2b', 'A <i>Berg', about as never);
  });
  after(() => server.close());

  const command = async (...words: string[]): Promise<string> => {
    let out = '';
    const terminal = {
      out: (text: string) => {
        out += text;
      },
      err: (text: string) => {
        out += text;
      },
      ...{ environment: { DRIFTVAKT_LINK_SECRET: SECRET }, clock },
    };
    await run(terminal as never, ['commitment', '--org', ORG, '--base', home, ...words]);
    return out;
  };

  it('says who of the directory has not signed', async () => {
    const out = await command();
    expect(out).to.match(/^Version 2026-1: 1 have signed, 2 of the directory have not\.\n/);
    expect(out).to.contain('p2@example.test').and.to.contain('p3@example.test').and.to.not.contain('p1@');
    const { signed } = JSON.parse(await command('--json'));
    expect(signed).to.deep.equal([
      {
        ...{ name: 'A <i>Berg', site: 'vard-omsorg' },
        known: { name: 'Anna <b>Berg', email: 'P1@example.test' },
        at: '2026-11-23T09:00:00+01:00',
      },
    ]);
    expect((await fetch(`${home}/api/${ORG}/commitment`)).status).to.equal(401);
  });

  it('shows the copy to whoever has its link, and to nobody else', async () => {
    const address = copyLinks(keys, () => home).linkFor(ORG, signatureId('2026-1', 'u1')) ?? '';
    const page = await fetch(address);
    const text = await page.text();
    expect([page.status, page.headers.get('cache-control')]).to.deep.equal([200, 'no-store']);
    expect(text).to.contain('Jag har läst telefonpolicyn').and.to.contain('Version 2026-1');
    expect(text)
      .to.contain('Anna &lt;b&gt;Berg')
      .and.to.contain('Vård och omsorg')
      .and.to.contain('23 november 2026');
    for (const wrong of [
      address.replace(/key=.{4}/, 'key=AAAA'),
      address.replace(/\?.*/, ''),
      address.replace(/signed\/harjedalen/, 'signed/kivido'),
      address.replace(/[0-9a-f]{64}/, 'x'),
    ])
      expect((await fetch(wrong)).status, wrong).to.equal(404);
    expect(copyLinks(keys, () => null).linkFor(ORG, 'x')).to.equal(null);
  });

  it('is kept as it was first signed', async () => {
    test.now += 3_600_000;
    const about = { organisation: ORG, conversation: 'web/harjedalen/u1', from, ahead: 0 };
    await test.say('e3', 'skriv under', about as never);
    const record = await test.store.record({
      organisation: ORG,
      kind: 'signature',
      id: signatureId('2026-1', 'u1'),
    });
    expect(record?.version).to.equal(1);
  });
});
