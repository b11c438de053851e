import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { driftvakt } from '../support/service-process.ts';
import { committing, event, report } from '../support/store-arrange.ts';

describe('driftvakt backup', function () {
  this.timeout(30_000);
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-backup-'));
    file = join(folder, 'store.sqlite');
    const store = openSqliteStore({ file });
    await committing(store, { records: [report('r1')] });
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const copy = () => join(folder, 'copies', 'copy.sqlite');
  const backup = (to: string, store = file, ...words: string[]) =>
    driftvakt(['backup', '--to', to, ...words], { DRIFTVAKT_STORE: store });

  it('makes one file that a service can start on, and changes nothing else', async () => {
    const to = join(folder, 'copy.sqlite');
    const { code, out, err } = backup(to);
    expect([code, err]).to.deep.equal([0, '']);
    expect(out).to.equal(`Copied ${file} to ${to} (${statSync(to).size} bytes), and found the copy sound.\n`);
    expect(statSync(to).mode & 0o077).to.equal(0);
    expect(readdirSync(folder).sort()).to.deep.equal(['copy.sqlite', 'store.sqlite', 'store.sqlite-owner']);
    const restored = openSqliteStore({ file: to });
    expect(await restored.record({ organisation: 'porsanger', kind: 'report', id: 'r1' })).to.include({
      version: 1,
    });
    await restored.close();
  });

  it('copies what is committed while the store is in use', async () => {
    const store = openSqliteStore({ file });
    await store.receive(event('while open', 'anna'));
    const to = join(folder, 'copy.sqlite');
    expect(JSON.parse(backup(to, file, '--json').out)).to.deep.equal({
      store: file,
      to,
      bytes: statSync(to).size,
    });
    await store.receive(event('after', 'anna'));
    await store.close();
    const restored = openSqliteStore({ file: to });
    expect((await restored.receive(event('while open', 'anna'))).outcome).to.equal('duplicate');
    expect((await restored.receive(event('after', 'anna'))).outcome).to.equal('new');
    await restored.close();
  });

  it('of the service itself copies a store in memory too', async () => {
    const store = openSqliteStore({ file: ':memory:' });
    await committing(store, { records: [report('r1')] });
    const bytes = await store.backup(join(folder, 'memory.sqlite'));
    await store.close();
    expect(bytes).to.equal(statSync(join(folder, 'memory.sqlite')).size);
  });

  it('goes on writing while it copies', async () => {
    const store = openSqliteStore({ file });
    const text = 'x'.repeat(50_000);
    await Promise.all(
      Array.from({ length: 200 }, (_, i) => store.receive(event(`e${i}`, `c${i}`, { body: text }))),
    );
    const copied = store.backup(join(folder, 'copy.sqlite'));
    for (let i = 0; i < 50; i++) await store.receive(event(`during ${i}`, 'c'));
    expect(await copied).to.be.greaterThan(200 * 50_000);
    await store.close();
  });

  const bad: Record<string, { to?: () => string; store?: () => string; says: RegExp; before?: () => void }> =
    {
      'a file that exists': {
        to: () => join(folder, 'there'),
        before: () => writeFileSync(join(folder, 'there'), 'precious'),
        says: /there exists; a backup never overwrites/,
      },
      'a folder that does not exist': { to: () => copy(), says: /copy\.sqlite.* cannot be opened/ },
      'a store that does not exist': {
        store: () => join(folder, 'nothing'),
        says: /there is no store at .*nothing/,
      },
      'a store in memory': {
        store: () => ':memory:',
        says: /":memory:", which only the service itself can see/,
      },
      'a store in Redis': {
        store: () => 'redis://localhost',
        says: /DRIFTVAKT_STORE is on Redis.*store copy/,
      },
      'a damaged store': {
        before: () => writeFileSync(file, 'not a database'.repeat(999)),
        says: /is damaged, or is no store/,
      },
    };
  for (const [name, { to, store, says, before }] of Object.entries(bad)) {
    it(`answers ${name} with one clear line and exit code 2, and leaves nothing behind`, () => {
      before?.();
      const names = readdirSync(folder).sort();
      const { code, out, err } = backup(to?.() ?? join(folder, 'copy.sqlite'), store?.() ?? file);
      expect([code, out]).to.deep.equal([2, '']);
      expect(err.trim().split('\n')).to.have.length(1);
      expect(err).to.match(says);
      expect(readdirSync(folder).sort()).to.deep.equal(names);
    });
  }

  it('wants to know where to', () => {
    const { code, err } = driftvakt(['backup']);
    expect([code, err.trim().split('\n').length]).to.deep.equal([2, 1]);
    expect(existsSync(join(folder, 'copy.sqlite'))).to.equal(false);
  });
});
