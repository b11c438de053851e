import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Checkpoints } from '../../../../src/storage/sqlite/checkpoints.ts';
import { Database } from '../../../../src/storage/sqlite/database.ts';
import { GroupCommit } from '../../../../src/storage/sqlite/group-commit.ts';
import { WalSync } from '../../../../src/storage/sqlite/wal-sync.ts';

const LIMITS = { movePages: 20, endPages: 60 };

describe('moving the log into the file', () => {
  let folder: string;
  let file: string;
  let database: Database;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-checkpoints-'));
    file = join(folder, 'store.sqlite');
    database = new Database(file, { busyTimeoutMs: 100 });
    database.script('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0');
    database.script('CREATE TABLE kept (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  const text = 'x'.repeat(9000);
  const lengthOf = () => database.get('PRAGMA wal_checkpoint(NOOP)');

  async function writing(
    checkpoints: Checkpoints,
    times: number,
    each: () => Promise<void> = () => Promise.resolve(),
  ) {
    const disk = new WalSync(file, () => checkpoints.look());
    const writer = new GroupCommit(database, disk, () => undefined);
    let longest = 0;
    for (let n = 0; n < times; n++) {
      await writer.write(() => database.run('INSERT INTO kept (text) VALUES (?)', text));
      longest = Math.max(longest, Number(lengthOf()?.log));
      await each();
    }
    await checkpoints.stop();
    await disk.close();
    return longest;
  }

  it('keeps the log short while somebody writes without a pause, and loses nothing', async () => {
    const longest = await writing(new Checkpoints(database, LIMITS), 600);
    // 600 times three pages, and what comes between one look and the next.
    expect(longest).to.be.below(400);
    expect(statSync(file).size).to.be.above(1_000_000);
    database.close();
    const after = new Database(file, { busyTimeoutMs: 100 });
    expect(after.get('SELECT count(*) AS n, sum(length(text)) AS size FROM kept')).to.deep.include({
      n: 600,
      size: 600 * text.length,
    });
    expect(after.get('PRAGMA integrity_check(1)')?.integrity_check).to.equal('ok');
    after.close();
  });

  it('does not hold anybody up while somebody reads for long, and ends the log afterwards', async () => {
    const reader = new Database(file, { busyTimeoutMs: 100 });
    reader.script('BEGIN');
    reader.get('SELECT count(*) FROM kept');
    const checkpoints = new Checkpoints(database, LIMITS);
    let times = 0;
    const longest = await writing(checkpoints, 500, async () => {
      if (++times === 250) reader.close();
    });
    expect(longest).to.be.above(600);
    expect(Number(lengthOf()?.log)).to.be.below(600);
  });

  it('leaves it to SQLite where the thread cannot run', async () => {
    database.script('PRAGMA wal_autocheckpoint = 100');
    const elsewhere = { file: folder, isOpen: true, get: database.get.bind(database) } as unknown as Database;
    const longest = await writing(new Checkpoints(elsewhere, LIMITS), 200);
    expect(longest).to.be.within(60, 200);
    expect(database.get('SELECT count(*) AS n FROM kept')?.n).to.equal(200);
  });

  it('is over when it is stopped, twice as well', async () => {
    const checkpoints = new Checkpoints(database, LIMITS);
    await writing(checkpoints, 30);
    await checkpoints.stop();
    expect(checkpoints.look()).to.equal(null);
  });
});
