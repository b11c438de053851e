import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { StoreError } from '../../../../src/ports/store/error.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import type { SqliteStore } from '../../../../src/storage/sqlite/store.ts';
import { asking, event, NOON } from '../../../support/store-arrange.ts';
import { asNobody, mountSmallDisk, otherProcess, unmountDisk } from '../../../support/store-faults.ts';

describe('the embedded store, when something is wrong with its file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-faults-'));
    chmodSync(folder, 0o777);
    file = join(folder, 'store.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What opening, or doing something, was refused with. */
  async function faultOf(action: () => unknown): Promise<StoreError> {
    try {
      await action();
    } catch (cause) {
      if (cause instanceof StoreError) return cause;
      throw cause;
    }
    throw new Error('nothing was refused');
  }
  const opening = () => faultOf(() => openSqliteStore({ file }));
  const made = async (work?: (store: SqliteStore) => Promise<unknown>) => {
    const store = openSqliteStore({ file });
    await work?.(store);
    await store.close();
  };
  const filling = async (store: SqliteStore) => {
    for (let i = 0; i < 2000; i++) await store.receive(event(`e${i}`, `c${i}`, { body: 'x'.repeat(20_000) }));
  };

  /** A store that has met its limit still reads, and works again once there is room. */
  async function expectFullThenWell(store: SqliteStore): Promise<void> {
    const fault = await faultOf(() => filling(store));
    expect([fault.code, fault.message]).to.deep.equal([
      'disk-full',
      `The store ${file} cannot grow: the disk is full. Free some space on it; nothing that was accepted is lost.`,
    ]);
    expect((fault.cause as { errcode?: number }).errcode).to.equal(13);
    const { waitingEvents } = await store.health();
    expect(waitingEvents).to.be.greaterThan(3);
    expect((await store.receive(event('e0', 'c0'))).outcome).to.equal('duplicate');
  }

  it('says that the disk is full, and works again once there is room', async () => {
    const store = openSqliteStore({ file, maxBytes: 400_000 });
    await expectFullThenWell(store);
    for (const { id, conversation } of await store.claimEvents(asking({ limit: 5 })))
      await store.commit({ event: id, conversation, expected: 0, state: null, at: NOON });
    await store.prune({ receivedBefore: NOON + 1, settledBefore: NOON, limit: 100 });
    expect((await store.receive(event('after', 'c', { body: 'x'.repeat(20_000) }))).outcome).to.equal('new');
    await store.close();
  });

  it('has done all that it said was done, and none of the rest, when the disk fills up in the middle', async () => {
    const store = openSqliteStore({ file, maxBytes: 600_000 });
    const events = Array.from({ length: 300 }, (_, i) => event(`e${i}`, 'c', { body: 'x'.repeat(i * 40) }));
    const results = await Promise.allSettled(events.map((each) => store.receive(each)));
    const kept = results.map(({ status }) => status === 'fulfilled');
    expect(kept).to.include.members([true, false]);
    await store.close();
    const again = openSqliteStore({ file });
    for (const [i, each] of events.entries())
      expect((await again.receive(each)).outcome, each.id).to.equal(kept[i] ? 'duplicate' : 'new');
    await again.close();
  });

  it('says so on a disk that is really full', async function () {
    if (!mountSmallDisk(folder, 1024)) this.skip();
    try {
      const store = openSqliteStore({ file });
      await expectFullThenWell(store);
      await store.close();
      const again = openSqliteStore({ file });
      expect((await again.health()).waitingEvents).to.be.greaterThan(3);
      await again.close();
    } finally {
      unmountDisk(folder);
    }
  });

  it('says that another program holds the file, when it opens and while it runs', async () => {
    await made();
    const before = await otherProcess(file, 'BEGIN IMMEDIATE');
    const store = openSqliteStore({ file, busyTimeoutMs: 20 });
    const fault = await faultOf(() => store.receive(event('e1', 'anna')));
    expect([fault.code, fault.message]).to.deep.equal([
      'locked',
      `The store ${file} is locked by another program. Stop whatever holds it (a backup tool, a database browser), then try again.`,
    ]);
    await before.stop();
    expect(await store.receive(event('e1', 'anna'))).to.deep.equal({ outcome: 'new' });
    await store.close();

    const exclusive = await otherProcess(file, 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    expect((await faultOf(() => openSqliteStore({ file, busyTimeoutMs: 20 }))).code).to.equal('locked');
    await exclusive.stop();
    await made();
  });

  it('refuses a file that another Driftvakt uses, and takes it when that has died', async () => {
    await made();
    const other = await otherProcess(`${file}-owner`, 'BEGIN EXCLUSIVE');
    const fault = await opening();
    expect(fault.code).to.equal('in-use');
    expect(fault.message).to.include('is in use by another Driftvakt. Stop that one');
    await other.stop();
    await made();
  });

  it('refuses a second store on one file in one process', async () => {
    const store = openSqliteStore({ file });
    expect((await opening()).code).to.equal('in-use');
    await store.close();
  });

  it('says that a folder or a file may not be written', async () => {
    await made();
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    for (const path of [file, join(folder, 'new.sqlite'), join(folder, 'sub', 'new.sqlite')]) {
      const fault = await asNobody(() => faultOf(() => openSqliteStore({ file: path })));
      expect(fault.code, path).to.equal('read-only');
      expect(fault.message).to.include('Give the account of the service the right to write');
    }
    chmodSync(folder, 0o777);
  });

  it('says that a place cannot be a file', async () => {
    mkdirSync(file);
    expect((await opening()).code).to.equal('cannot-open');
    writeFileSync(join(folder, 'a file'), '');
    expect((await faultOf(() => openSqliteStore({ file: join(folder, 'a file', 'x') }))).code).to.equal(
      'cannot-open',
    );
  });

  it('says that a file is no store, and leaves it as it is', async () => {
    writeFileSync(file, 'Dear diary, this is not a database. '.repeat(100));
    const before = readFileSync(file);
    const fault = await opening();
    expect(fault.code).to.equal('corrupt');
    expect(fault.message).to.include('put the latest backup in its place');
    expect(readFileSync(file).equals(before)).to.equal(true);
  });

  it('says that a file is damaged: cut short, or overwritten in the middle', async () => {
    await made((store) =>
      Promise.all(Array.from({ length: 50 }, (_, i) => store.receive(event(`e${i}`, 'c')))),
    );
    const sound = join(folder, 'sound');
    copyFileSync(file, sound);
    truncateSync(file, 8192);
    expect((await faultOf(() => made((store) => store.claimEvents(asking())))).code).to.equal('corrupt');
    const bytes = readFileSync(sound);
    bytes.fill(0xff, 4096);
    writeFileSync(file, bytes);
    expect((await faultOf(() => made((store) => store.claimEvents(asking())))).code).to.equal('corrupt');
  });

  it('refuses a database of another program, and leaves it as it is', async () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES (1)');
    other.close();
    const before = readFileSync(file);
    const fault = await opening();
    expect([fault.code, fault.message]).to.deep.equal([
      'foreign',
      `The file ${file} is a database of another program. Name another file in DRIFTVAKT_STORE.`,
    ]);
    expect(readFileSync(file).equals(before)).to.equal(true);
  });

  it('refuses a file of a newer version', async () => {
    await made();
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    const fault = await opening();
    expect(fault.code).to.equal('newer-version');
    expect(fault.message).to.match(
      /made by a newer Driftvakt \(version 99 of the file; this one knows \d+\)/,
    );
  });
});
