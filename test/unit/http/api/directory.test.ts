import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Server } from 'restify';
import { run } from '../../../../src/cli/program.ts';
import { directoryApi } from '../../../../src/http/api/directory.ts';
import { operatorToken } from '../../../../src/http/api/operator.ts';
import { LinkKeys } from '../../../../src/http/link-key.ts';
import { createHttpServer } from '../../../../src/http/server.ts';
import type { ProfilesRead } from '../../../../src/ports/profiles.ts';
import { StoredPeople } from '../../../../src/runtime/people/stored-people.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import { csvOf, madeUpPeople } from '../../../support/people/town.ts';
import { shipped } from '../../../support/playbooks.ts';

const SECRET = 'a-secret-of-more-than-thirty-two-characters';
const keys = new LinkKeys(SECRET, true);
const playbooks = new Map((['harjedalen', 'kivido'] as const).map((name) => [name, shipped(name)]));
const clock = { now: () => Temporal.Instant.from('2026-11-27T09:00:00+01:00') };
const PRIVATE = /\+?46701|070-1/;

const PROFILE = {
  ...{ id: 'k1', name: 'Kerstin Profilsson', email: 'kerstin@example.test', unit: null, role: 'Vaktmästare' },
  ...{ phones: ['0680-16 17 00'], privatePhones: ['070-174 06 05'] },
};
const profiles = {
  name: 'teams' as const,
  found: { outcome: 'read', profiles: [] } as ProfilesRead,
  read: async () => profiles.found,
};

describe('reading people in: the API and the command', function () {
  this.timeout(20_000);
  const store = openSqliteStore({ file: ':memory:' });
  let server: Server;
  let home: string;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'directory-'));
    server = createHttpServer({
      ...{ playbooks, clock, keys, log: pino({ level: 'silent' }), ready: async () => undefined },
      routes: directoryApi({ playbooks, keys, people: new StoredPeople(store, clock), profiles: [profiles] }),
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  const command = async (...words: string[]) => {
    const printed = { out: '', err: '' };
    const code = await run(
      {
        out: (text: string) => {
          printed.out += text;
        },
        err: (text: string) => {
          printed.err += text;
        },
        environment: { DRIFTVAKT_LINK_SECRET: SECRET },
        clock,
      } as never,
      ['directory', ...words, '--org', 'harjedalen', '--base', home],
    );
    return { code, ...printed };
  };
  const fileOf = (text: string): string => {
    const file = join(folder, 'people.csv');
    writeFileSync(file, text);
    return file;
  };
  const post = (path: string, body: string, token = operatorToken(keys, 'harjedalen'), type = 'text/csv') =>
    fetch(`${home}/api/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    });

  it('shows what a file changes, and changes it only when told to', async () => {
    const people = madeUpPeople(60);
    const first = await command('import', fileOf(csvOf(people)));
    expect(first.code).to.equal(0);
    expect(first.out).to.match(/^60 people: 60 new, 0 changed, 0 removed, 0 as before\.\n/);
    expect(first.out)
      .to.contain('+ … and 40 more')
      .and.to.contain('Nothing is changed yet; --apply does it.');
    expect((await command('import', fileOf(csvOf(people)), '--apply')).out).to.match(/Done\.\n$/);
    const changed = [...people.slice(1, 59), { ...(people[59] ?? people[0]), privatePhone: '+46701999999' }];
    const second = await command('import', fileOf(csvOf(changed as never)));
    expect(second.out).to.contain('59 people: 0 new, 1 changed, 1 removed, 58 as before.');
    expect(second.out).to.contain(`~ ${people[59]?.name}, ${people[59]?.unit}: privatePhone`);
    expect(first.out + second.out).to.not.match(PRIVATE);
  });

  it('says each fault in a line of its own, ends with 1, and takes nobody of the file', async () => {
    const lines = csvOf(madeUpPeople(60)).split('\r\n');
    lines[5] = lines[5]?.replace('+46680', '+4') ?? '';
    lines[9] = ';;;;;;;';
    const { code, out, err } = await command('import', fileOf(lines.join('\n')), '--apply');
    expect([code, out]).to.deep.equal([1, '']);
    const [head, ...faults] = err.trim().split('\n');
    expect(head).to.match(/people\.csv: 2 lines have faults; nothing was read in\.$/);
    expect(faults).to.have.length(2);
    expect(faults[0]).to.match(/^line 6, Telefon: is "\+4100005", which is no telephone number/);
    expect(faults[1]).to.equal('line 10, Namn: is empty; write the name of the person');
    expect(
      (await store.record({ organisation: 'harjedalen', kind: 'people', id: 'head' }))?.version,
    ).to.equal(1);
  });

  it('takes a file that would remove most of the people only if that is meant', async () => {
    const file = fileOf(csvOf(madeUpPeople(3)));
    const refused = await command('import', file, '--apply');
    expect([refused.code, refused.err]).to.deep.equal([
      2,
      'error: It would remove 57 of 60 people. If that is meant, send remove=1 (driftvakt: --remove).\n',
    ]);
    expect((await command('import', file, '--apply', '--remove')).out).to.match(/Done\.\n$/);
  });

  it('takes the profiles of a platform beside a file’s people: shown first, then all of them or none', async () => {
    profiles.found = { outcome: 'read', profiles: [PROFILE, { ...PROFILE, id: 'k2', email: null }] };
    const shown = await command('sync', 'teams');
    expect(shown.out)
      .to.contain('5 people: 2 new, 0 changed, 0 removed, 3 as before.')
      .and.not.match(PRIVATE);
    expect((await command('sync', 'teams', '--apply')).out).to.match(/Done\.\n$/);
    expect((await command('find', 'Kerstin Profilsson', '--json')).out).to.not.match(PRIVATE);
    profiles.found = { outcome: 'failed', reason: 'Microsoft Graph answered 403' };
    const failed = await command('sync', 'teams', '--apply');
    expect([failed.code, failed.err]).to.deep.equal([
      2,
      'error: The profiles could not be read; nothing was changed: Microsoft Graph answered 403.\n',
    ]);
    // A file is of its own people alone.
    expect((await command('import', fileOf(csvOf(madeUpPeople(3))), '--apply')).out).to.contain(
      '5 people: 0 new, 0 changed, 0 removed, 5 as before.',
    );
    profiles.found = { outcome: 'read', profiles: [] };
    expect((await command('sync', 'teams', '--apply')).out).to.contain('0 new, 0 changed, 2 removed');
  });

  it('says which profiles there are', async () => {
    expect((await command('sync', 'slack')).err).to.contain(
      'There are no profiles from "slack" (there are: teams)',
    );
    expect((await command('sync', 'ldap')).err).to.contain('write teams or slack');
  });

  it('finds as the chat does, without private numbers', async () => {
    const [first] = madeUpPeople(1);
    const { out } = await command('find', first?.name.toLowerCase() ?? '', '--json');
    expect(JSON.parse(out).found[0].person).to.include({ name: first?.name, privatePhone: null });
    expect(out).to.not.match(PRIVATE);
    expect((await command('find', 'qqqqqqq')).out).to.equal('Nobody fits.\n');
    expect((await command('find', 'skolskjuts')).out).to.equal('contact school-office\n');
  });

  it('is for the operator, for files of this kind and size, and for organisations with a directory', async () => {
    expect((await post('harjedalen/directory/import', 'namn\nA', 'wrong')).status).to.equal(401);
    expect((await post('harjedalen/directory/import', 'namn\nA', undefined, 'text/plain')).status).to.equal(
      415,
    );
    expect((await post('harjedalen/directory/import', 'x'.repeat(8_388_609))).status).to.equal(413);
    const other = await post('kivido/directory/import', 'namn\nA', operatorToken(keys, 'kivido'));
    expect([other.status, await other.text()].join())
      .to.contain('409')
      .and.to.contain('has no part \\"directory\\"');
    expect((await command('import', join(folder, 'nowhere.csv'))).err).to.match(/cannot be read \(ENOENT\)/);
  });
});
