import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Store } from '../../src/ports/store.ts';
import { copyStore, type Progress, type Sums } from '../../src/storage/copy/copy.ts';
import type { CopyTarget } from '../../src/storage/copy/entries.ts';
import { RedisCopy } from '../../src/storage/redis/copy.ts';
import { SqliteCopy } from '../../src/storage/sqlite/copy.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { fill } from '../support/full-store.ts';
import { hasRedis, RedisServer } from '../support/redis-server.ts';
import { addressOf, storeAt } from '../support/redis-store.ts';
import { driftvakt } from '../support/service-process.ts';
import { asking, ids, NOON, refusal, SECOND } from '../support/store-arrange.ts';

/** How many reports are copied; `COPY_REPORTS=100000` for the long run. */
const REPORTS = Number(process.env.COPY_REPORTS ?? 1000);
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

describe('copying a store', function () {
  this.timeout(60_000 + REPORTS * 20);
  if (!hasRedis()) this.pending = true;
  let folder: string;
  let server: RedisServer;
  let file: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-copy-'));
    server = await RedisServer.start();
    file = join(folder, 'full.sqlite');
    const store = openSqliteStore({ file });
    await fill(store, REPORTS);
    await store.close();
  });
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const words = (from: string, to: string) => ['store', 'copy', '--from', from, '--to', to, '--json'];
  const redis = (name: string) => `${server.url}?prefix=${name}`;

  /** @param progress told how far it is */
  async function copied(from: string, to: string, progress: Progress = () => undefined): Promise<Sums> {
    const opened: CopyTarget[] = [];
    try {
      for (const text of [from, to])
        opened.push(text.startsWith('redis') ? await RedisCopy.open(addressOf(text)) : new SqliteCopy(text));
      const [source, target] = opened as [CopyTarget, CopyTarget];
      return await copyStore(source, target, progress);
    } finally {
      for (const each of opened) await each.close();
    }
  }

  /** Everything that a worker would be given, and what is known. */
  async function seen(store: Store): Promise<unknown> {
    const now = NOON + 3 * SECOND;
    const events = await store.claimEvents(asking({ now, limit: 200 }));
    const again = await store.receive({
      id: 'x',
      conversation: 'x',
      receivedAt: 1,
      body: 1,
      dedupeKeys: ['sign/7'],
    });
    const found = {
      events: events.map(({ id, ...rest }) => ({ ...rest, id: id.replace(/:\d+:/, ':') })),
      again,
      late: ids(await store.claimEvents(asking({ now: NOON + 6 * SECOND }))),
      interrupted: await store.recover({ worker: 'w1', now }),
      deliveries: await store.claimDeliveries(asking({ now, limit: 200 })),
      counts: await store.countDeliveries('b'),
      places: await store.findDestinations({
        topic: 't3',
        states: ['pending', 'sent'],
        unsure: true,
        limit: 50,
      }),
      records: await store.findRecords({
        ...{ organisation: 'kivido', kind: 'report', keys: { state: 'open' }, order: 'newest', limit: 50 },
      }),
      conversation: await store.load('web/kivido/user 1'),
      timers: (await store.findTimers({ organisation: 'kivido', limit: 50 })).items,
    };
    await store.close();
    return found;
  }

  it('from a file to Redis and back gives the same sums, and a store that goes on the same way', async () => {
    const { code, out, err } = driftvakt(words(file, redis('one')));
    expect([code, err]).to.deep.equal([0, '']);
    const { sums } = JSON.parse(out) as { sums: Sums };
    expect(sums.record.count).to.equal(REPORTS);
    const told: number[] = [];
    const back = await copied(redis('one'), join(folder, 'back.sqlite'), (done, total) =>
      told.push(done / total),
    );
    expect(back).to.deep.equal(sums);
    expect(told.at(-1)).to.equal(1);
    expect(told).to.deep.equal(told.toSorted((a, b) => a - b));
    const expected = await seen(openSqliteStore({ file: join(folder, 'back.sqlite') }));
    expect(await seen(await storeAt(redis('one')))).to.deep.equal(expected);
  });

  it('that was killed is no store yet, and is the same in the end when it is begun again', async () => {
    const whole = await copied(file, redis('two'));
    for (const target of [redis('three'), join(folder, 'three.sqlite')]) {
      const from = target.startsWith('redis') ? file : redis('two');
      await killedWhileCopying(from, target);
      const opening = async () =>
        target.startsWith('redis') ? storeAt(target) : openSqliteStore({ file: target });
      expect(await refusal(opening())).to.equal('in-use');
      // A copy of something else must not go on with it.
      expect(await refusal(copied(redis('one'), target))).to.equal('invalid');
      expect(await copied(from, target)).to.deep.equal(whole);
      await (await opening()).close();
    }
  });

  it('is refused where something else is, and while somebody uses it', async () => {
    expect(await refusal(copied(file, redis('one')))).to.equal('invalid');
    expect(await refusal(copied(file, file))).to.equal('in-use');
    const users = [await storeAt(redis('two')), openSqliteStore({ file })];
    expect(await refusal(copied(redis('two'), join(folder, 'four.sqlite')))).to.equal('in-use');
    expect(await refusal(copied(file, redis('five')))).to.equal('in-use');
    for (const user of users) await user.close();
    const wrong = driftvakt(words('redis://secret@', file));
    expect(wrong.code).to.equal(2);
    expect(wrong.err)
      .to.match(/--from is no address/)
      .and.not.include('secret');
  });

  it('that is not the same in the end is told', async () => {
    const target = await RedisCopy.open(addressOf(redis('six')));
    const source = new SqliteCopy(file);
    const bent: CopyTarget = {
      name: target.name,
      counts: () => target.counts(),
      entries: (sort) => target.entries(sort),
      checkAlone: () => target.checkAlone(),
      begin: (from) => target.begin(from),
      put: (sort, entries) => target.put(sort, sort === 'record' ? entries.slice(1) : entries),
      end: () => target.end(),
      close: () => target.close(),
    };
    expect(await refusal(copyStore(source, bent, () => undefined))).to.equal('invalid');
    for (const each of [source, target]) await each.close();
    expect(await refusal(storeAt(redis('six')))).to.equal('in-use');
  });

  /** Kills a copy when a part of it is there. */
  async function killedWhileCopying(from: string, to: string): Promise<void> {
    const child: ChildProcess = spawn(process.execPath, [MAIN, ...words(from, to)], { stdio: 'ignore' });
    const exited = once(child, 'exit');
    await Promise.race([halfway(to), exited]);
    expect(child.exitCode, 'it ended before it was killed').to.equal(null);
    child.kill('SIGKILL');
    await exited;
  }

  async function halfway(to: string): Promise<void> {
    const { Redis } = await import('ioredis');
    const { DatabaseSync } = await import('node:sqlite');
    const client = to.startsWith('redis') ? new Redis(server.url) : null;
    const isBegun = async (): Promise<boolean> => {
      if (client !== null) return (await client.keys('{three:0}:record:*')).length > 0;
      try {
        const database = new DatabaseSync(to, { readOnly: true });
        const found = database.prepare('SELECT count(*) AS n FROM record').get()?.n;
        database.close();
        return Number(found) > 0;
      } catch {
        return false;
      }
    };
    while (!(await isBegun())) await pause(1);
    client?.disconnect();
  }
});
