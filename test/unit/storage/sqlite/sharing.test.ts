import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { NewDelivery } from '../../../../src/ports/store/outbox.ts';
import type { Turn } from '../../../../src/ports/store/turn.ts';
import { BoundedMap } from '../../../../src/storage/bounded-map.ts';
import { Database } from '../../../../src/storage/sqlite/database.ts';
import { GroupCommit } from '../../../../src/storage/sqlite/group-commit.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import { WalSync } from '../../../../src/storage/sqlite/wal-sync.ts';
import { committing, delivery, event, NOON, report } from '../../../support/store-arrange.ts';

describe('what turns share', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-sharing-'));
    file = join(folder, 'store.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const tabled = (): Database => {
    const database = new Database(file, { busyTimeoutMs: 100 });
    database.script('PRAGMA journal_mode = WAL');
    database.script('CREATE TABLE seen (name TEXT PRIMARY KEY) STRICT');
    return database;
  };
  const turn = (id: string, expected: number, state: string, deliveries: NewDelivery[] = []): Turn => ({
    ...{ event: id, conversation: 'anna', expected, state, at: NOON, deliveries },
  });
  const names = (database: Database) => database.all('SELECT name FROM seen').map(({ name }) => name);

  it('undoes of a group only the steps that fail', async () => {
    const database = tabled();
    const disk = new WalSync(file);
    const writer = new GroupCommit(database, disk, () => undefined);
    const add = (name: string) => writer.write(() => database.run('INSERT INTO seen VALUES (?)', name));
    const results = await Promise.allSettled([add('a'), add('b'), add('a'), add('c')]);
    expect(results.map(({ status }) => status)).to.deep.equal([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(names(database)).to.deep.equal(['a', 'b', 'c']);
    database.close();
    await disk.close();
  });

  it('promises nothing any more once something did not reach the disk', async () => {
    const database = tabled();
    // A log that is not there cannot be brought onto the disk.
    const disk = new WalSync(join(folder, 'elsewhere'));
    const writer = new GroupCommit(database, disk, () => undefined);
    const add = (name: string) => writer.write(() => database.run('INSERT INTO seen VALUES (?)', name));
    const [first] = await Promise.allSettled([add('a')]);
    expect(first).to.deep.include({ status: 'rejected' });
    const [second] = await Promise.allSettled([add('b')]);
    expect(second).to.have.nested.property('reason.code', 'cannot-open');
    expect(names(database)).to.not.include('b');
    database.close();
    await disk.close();
  });

  it('are records as they are, also after another program wrote them', async () => {
    const store = openSqliteStore({ file });
    const key = { organisation: 'porsanger', kind: 'report', id: 'r1' };
    const search = { organisation: 'porsanger', kind: 'report', order: 'newest', limit: 5 } as const;
    await committing(store, { records: [report('r1', { body: 'ours' })] });
    expect((await store.record(key))?.body).to.equal('ours');
    expect((await store.findRecords(search)).items).to.have.length(1);
    const other = new Database(file, { busyTimeoutMs: 100 });
    other.run(`UPDATE record SET body = '"theirs"', version = version + 1`);
    other.close();
    await store.health();
    expect((await store.record(key))?.body).to.equal('theirs');
    expect((await store.findRecords(search)).items[0]?.body).to.equal('theirs');
    await store.close();
  });

  it('are states of conversations as they are, also after another program wrote them', async () => {
    const store = openSqliteStore({ file });
    await store.receive(event('e1', 'anna'));
    await store.commit(turn('e1', 0, 'ours'));
    expect(await store.load('anna')).to.deep.equal({ version: 1, state: 'ours' });
    const other = new Database(file, { busyTimeoutMs: 100 });
    other.run(`UPDATE conversation SET state = '"theirs"', version = 7`);
    other.close();
    await store.health();
    expect(await store.load('anna')).to.deep.equal({ version: 7, state: 'theirs' });
    await store.close();
  });

  it('are states of conversations as they are, also after a turn that was undone', async () => {
    const store = openSqliteStore({ file });
    for (const id of ['e1', 'e2', 'e3']) await store.receive(event(id, 'anna'));
    await store.receive(event('b1', 'bo'));
    await store.commit(turn('e1', 0, 'first', [delivery('d1')]));
    const [bad, good] = await Promise.allSettled([
      store.commit(turn('e2', 1, 'second', [delivery('d1')])),
      store.commit({ ...turn('b1', 0, 'his'), conversation: 'bo' }),
    ]);
    expect([bad.status, good.status]).to.deep.equal(['rejected', 'fulfilled']);
    expect(await store.load('anna')).to.deep.equal({ version: 1, state: 'first' });
    expect(await store.load('bo')).to.deep.equal({ version: 1, state: 'his' });
    expect(await store.commit(turn('e2', 1, 'again'))).to.deep.equal({ outcome: 'committed', version: 2 });
    const state = (await store.load('anna')) as { state: unknown };
    state.state = 'changed by who got it';
    expect((await store.load('anna'))?.state).to.equal('again');
    await store.close();
  });

  it('cannot be changed by one of them', async () => {
    const store = openSqliteStore({ file });
    await committing(store, { records: [report('r1', { body: { lines: ['one'] } })] });
    const record = await store.record({ organisation: 'porsanger', kind: 'report', id: 'r1' });
    const body = record?.body as { lines: string[] } | undefined;
    expect(body?.lines).to.deep.equal(['one']);
    expect(() => body?.lines.push('two')).to.throw(TypeError);
    await store.close();
  });

  it('takes no more than it may, and is what was put in last', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.integer({ min: 0, max: 6 }))), (steps) => {
        const map = new BoundedMap<number>({ entries: 3, size: 10 });
        const model: [string, number][] = [];
        for (const [name, size] of steps) {
          const at = model.findIndex(([known]) => known === name);
          if (at >= 0) model.splice(at, 1);
          map.set(name, size, size);
          model.push([name, size]);
          while (model.length > 3 || model.reduce((sum, [, each]) => sum + each, 0) > 10) model.shift();
        }
        for (const name of 'abcde')
          expect(map.get(name)).to.equal(model.find(([known]) => known === name)?.[1]);
      }),
    );
  });
});
