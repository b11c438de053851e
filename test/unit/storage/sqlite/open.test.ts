import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Database } from '../../../../src/storage/sqlite/database.ts';
import { MIGRATIONS, migrate } from '../../../../src/storage/sqlite/migrations.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import { outageNotice } from '../../../support/notices.ts';
import { asking, committing, delivery, event, ids, NOON, report } from '../../../support/store-arrange.ts';

describe('the embedded store’s file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-open-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made with its folder, for nobody else to read', async () => {
    const file = join(folder, 'data', 'store.sqlite');
    const store = openSqliteStore({ file });
    await store.receive(event('e1', 'anna'));
    expect(statSync(join(folder, 'data')).mode & 0o077).to.equal(0);
    for (const name of readdirSync(join(folder, 'data')))
      expect(statSync(join(folder, 'data', name)).mode & 0o077, name).to.equal(0);
    await store.close();
  });

  it('is whole by itself once the store is closed', async () => {
    const store = openSqliteStore({ file: join(folder, 'store.sqlite') });
    await store.receive(event('e1', 'anna'));
    await store.close();
    expect(readdirSync(folder)).to.deep.equal(['store.sqlite', 'store.sqlite-owner']);
  });

  it('holds everything after a restart', async () => {
    const file = join(folder, 'store.sqlite');
    const before = openSqliteStore({ file });
    await before.receive(event('e1', 'anna', { dedupeKeys: ['token'] }));
    await committing(before, {
      ...{ records: [report('r1')], deliveries: [delivery('d1')] },
      timers: [{ change: 'set', id: 't1', conversation: 'bo', dueAt: NOON, body: null }],
    });
    await before.claimDeliveries(asking());
    await before.close();
    const after = openSqliteStore({ file });
    expect((await after.receive(event('e2', 'anna', { dedupeKeys: ['token'] }))).outcome).to.equal(
      'duplicate',
    );
    expect(ids(await after.recover({ worker: 'w1', now: NOON }))).to.deep.equal(['d1']);
    expect(await after.ringTimers({ now: NOON, limit: 5 })).to.equal(1);
    expect(
      ids(
        (await after.findRecords({ organisation: 'porsanger', kind: 'report', order: 'newest', limit: 5 }))
          .items,
      ),
    ).to.deep.equal(['r1']);
    expect((await after.claimEvents(asking()))[0]?.id).to.equal('e1');
    await after.close();
  });

  it('shows to others what it said was done, through a write-ahead log', async () => {
    const file = join(folder, 'store.sqlite');
    const store = openSqliteStore({ file });
    const other = new Database(file, { readOnly: true, busyTimeoutMs: 0 });
    for (let n = 1; n <= 3; n++) {
      await store.receive(event(`e${n}`, 'anna'));
      expect(other.get('SELECT count(*) AS n FROM inbox')?.n).to.equal(n);
    }
    expect(other.get('PRAGMA journal_mode')?.journal_mode).to.equal('wal');
    other.close();
    await store.close();
  });
});

describe('migrations', () => {
  const memory = () => new Database(':memory:', { busyTimeoutMs: 0 });
  const versionOf = (database: Database) => database.get('PRAGMA user_version')?.user_version;

  it('run once, in order, each on the one before', () => {
    const database = memory();
    migrate(database, ['CREATE TABLE a (x TEXT) STRICT']);
    migrate(database, ['CREATE TABLE a (x TEXT) STRICT', 'ALTER TABLE a ADD COLUMN y TEXT']);
    migrate(database, ['CREATE TABLE a (x TEXT) STRICT', 'ALTER TABLE a ADD COLUMN y TEXT']);
    expect(versionOf(database)).to.equal(2);
    expect(database.run("INSERT INTO a (x, y) VALUES ('1', '2')")).to.equal(1);
  });

  it('that fail leave the file as the step before left it', () => {
    const database = memory();
    const broken = [
      'CREATE TABLE a (x TEXT) STRICT',
      'CREATE TABLE b (x TEXT) STRICT; CREATE TABLE a (x TEXT)',
    ];
    expect(() => migrate(database, broken)).to.throw('table a already exists');
    expect(versionOf(database)).to.equal(1);
    expect(
      database.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name),
    ).to.deep.equal(['a']);
  });

  it('make notices of outages, and leave everything else as it was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-migrate-'));
    const file = join(folder, 'store.sqlite');
    const before = new Database(file, { busyTimeoutMs: 0 });
    migrate(before, MIGRATIONS.slice(0, 1));
    const outage = {
      ...{
        organisation: 'porsanger',
        services: ['internet'],
        sites: null,
        since: NOON,
        latestAt: NOON + 60_000,
      },
      long: true,
    };
    const keep = (id: string, kind: string, state: string, body: object): void => {
      before.run(
        `INSERT INTO record (organisation, kind, id, version, at, keys, body) VALUES ('porsanger', ?, ?, 3, ?, ?, ?)`,
        ...[kind, id, NOON, JSON.stringify({ state }), JSON.stringify(body)],
      );
      before.run(
        `INSERT INTO record_key (record, name, value, organisation, kind, at, id)
         VALUES (last_insert_rowid(), 'state', ?, 'porsanger', ?, ?, ?)`,
        ...[state, kind, NOON, id],
      );
    };
    keep('O1', 'outage', 'open', { ...outage, id: 'O1', latest: 'a "cable"', over: null });
    keep('O2', 'outage', 'over', { ...outage, id: 'O2', latest: null, over: NOON + 90_000, sites: ['x'] });
    keep('R1', 'report', 'open', { id: 'R1' });
    before.run(
      `INSERT INTO outbox (id, destination, kind, body, not_before, state, reason, attempt, changed_at)
       VALUES ('d1', 'anna', 'message', '{}', 0, 'pending', 'busy', 7, 0)`,
    );
    before.close();
    const store = openSqliteStore({ file });
    const found = async (keys: Record<string, string>) =>
      (
        await store.findRecords({
          organisation: 'porsanger',
          kind: 'notice',
          keys,
          order: 'oldest',
          limit: 9,
        })
      ).items;
    const [open, ended] = [
      ...(await found({ state: 'open', kind: 'outage' })),
      ...(await found({ state: 'ended', kind: 'outage' })),
    ];
    const words = 'a "cable"';
    expect(open?.version).to.equal(3);
    expect(open?.body).to.deep.equal(
      outageNotice({
        ...{ id: 'O1', createdAt: NOON, publishedAt: NOON, changedAt: NOON + 60_000, since: NOON },
        author: { user: 'desk', name: null, conversation: 'desk/porsanger' },
        updates: [
          {
            ...{ number: 1, at: NOON + 60_000, phase: null, important: false, correctedAt: null },
            text: { sv: words, nb: words, nl: words, en: words },
          },
        ],
        ...{ long: true, wait: false },
      }),
    );
    expect(ended?.body).to.deep.include({ id: 'O2', over: NOON + 90_000, phase: 'resolved', updates: [] });
    expect((await store.record({ organisation: 'porsanger', kind: 'report', id: 'R1' }))?.body).to.deep.equal(
      {
        id: 'R1',
      },
    );
    expect(await store.delivery('d1')).to.deep.include({ attempt: 7, tries: 7, priority: 0, batch: null });
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('make only strict tables', () => {
    const database = memory();
    migrate(database, MIGRATIONS);
    const loose = database.all(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
    );
    expect(loose).to.deep.equal([]);
  });
});
