import { expect } from 'chai';
import { connect } from '../../../../src/storage/redis/connect.ts';
import { RedisLink } from '../../../../src/storage/redis/link.ts';
import { openPlace } from '../../../../src/storage/redis/migrations.ts';
import { RedisSentinel } from '../../../support/redis-sentinel.ts';
import { RedisServer } from '../../../support/redis-server.ts';
import { addressOf, storeAt } from '../../../support/redis-store.ts';
import {
  asking,
  committing,
  delivery,
  event,
  ids,
  NOON,
  refusal,
  report,
} from '../../../support/store-arrange.ts';
import { withRedis } from '../../../support/with-redis.ts';

describe('opening the store on Redis', function () {
  const redis = withRedis(this);
  beforeEach(async () => {
    await redis.admin.flushall();
    await redis.admin.config(
      'SET',
      'maxmemory-policy',
      'noeviction',
      'appendonly',
      'yes',
      'appendfsync',
      'everysec',
    );
  });

  it('finds everything after the server was killed', async () => {
    const own = await RedisServer.start();
    const before = await storeAt(own.url);
    await before.receive(event('e1', 'anna', { dedupeKeys: ['token'] }));
    await committing(before, {
      ...{ records: [report('r1')], deliveries: [delivery('d1')] },
      timers: [{ change: 'set', id: 't1', conversation: 'bo', dueAt: NOON, body: null }],
    });
    await before.claimDeliveries(asking());
    await own.restart();
    const after = await storeAt(own.url);
    expect((await after.receive(event('e2', 'anna', { dedupeKeys: ['token'] }))).outcome).to.equal(
      'duplicate',
    );
    expect(ids(await after.recover({ worker: 'w1', now: NOON }))).to.deep.equal(['d1']);
    expect(await after.ringTimers({ now: NOON, limit: 5 })).to.equal(1);
    for (const store of [before, after]) await store.close();
    await own.stop();
  });

  it('tells when the server may forget what it has', async () => {
    const notes = async () => {
      const store = await storeAt(redis.server.url);
      await store.close();
      return store.notes;
    };
    expect(await notes()).to.deep.equal([]);
    await redis.admin.config('SET', 'appendfsync', 'no');
    expect(await notes())
      .to.have.length(1)
      .and.match(/set everysec or always/);
    await redis.admin.config('SET', 'appendonly', 'no');
    expect(await notes())
      .to.have.length(1)
      .and.match(/set appendonly yes/);
  });

  it('refuses a server that may throw away what it has', async () => {
    await redis.admin.config('SET', 'maxmemory-policy', 'allkeys-lru');
    expect(await refusal(storeAt(redis.server.url))).to.equal('cannot-open');
    expect(await redis.admin.dbsize()).to.equal(0);
  });

  it('says that it could not look where that is not allowed', async () => {
    await redis.admin.call('ACL', 'SETUSER', 'bot', 'on', '>secret', '~*', '&*', '+@all', '-config');
    const store = await storeAt(redis.server.url.replace('//', '//bot:secret@'));
    expect(store.notes)
      .to.have.length(1)
      .and.match(/could not be checked/);
    await store.close();
  });

  it('tells a wrong password, a wrong port, and keeps both to itself', async () => {
    for (const url of [
      redis.server.url.replace('//', '//bot:wrong-secret@'),
      'redis://bot:wrong-secret@127.0.0.1:1',
    ]) {
      const cause = await storeAt(url).catch((error: unknown) => error);
      expect(cause).to.be.instanceOf(Error).and.have.property('code', 'cannot-open');
      expect((cause as Error).message)
        .to.include('127.0.0.1')
        .and.not.include('wrong-secret');
    }
  });

  it('finds the master by its sentinels', async () => {
    const sentinel = await RedisSentinel.start(redis.server);
    const store = await storeAt(`redis+sentinel://127.0.0.1:${sentinel.port}/mymaster`);
    await store.receive(event('e1', 'anna'));
    const direct = await storeAt(redis.server.url);
    expect(ids(await direct.claimEvents(asking()))).to.deep.equal(['e1']);
    for (const each of [store, direct]) await each.close();
    await sentinel.stop();
  });

  it('keeps several installations apart by their prefixes', async () => {
    const [one, other] = await Promise.all(
      ['a', 'b'].map((name) => storeAt(`${redis.server.url}?prefix=${name}`)),
    );
    await one?.receive(event('e1', 'anna'));
    expect(await other?.claimEvents(asking())).to.deep.equal([]);
    for (const store of [one, other]) await store?.close();
  });

  it('refuses what a newer version made, and what is not ours, and touches neither', async () => {
    await redis.admin.hset('{driftvakt}:meta', { version: 99, partitions: 1 });
    expect(await refusal(storeAt(redis.server.url))).to.equal('newer-version');
    await redis.admin.del('{driftvakt}:meta');
    await redis.admin.set('{driftvakt}:meta', 'somebody’s');
    expect(await refusal(storeAt(redis.server.url))).to.equal('foreign');
    expect(await redis.admin.keys('*')).to.deep.equal(['{driftvakt}:meta']);
  });

  it('brings what is stored to the newest version, each step once in each partition', async () => {
    const address = addressOf(redis.server.url);
    const done: string[] = [];
    const step = (name: string) => async (_: RedisLink, partition: number) =>
      void done.push(`${name}${partition}`);
    const client = await connect(address);
    const link = new RedisLink({ client, place: address.name, prefix: 'driftvakt' });
    expect(await openPlace(link, 2, [])).to.equal(2);
    // How many partitions there are was decided when it was made.
    expect(await openPlace(link, 7, [step('a'), step('b')])).to.equal(2);
    await openPlace(link, 2, [step('a'), step('b')]);
    await openPlace(link, 2, [step('a'), step('b'), step('c')]);
    expect(done).to.deep.equal(['a0', 'a1', 'b0', 'b1', 'c0', 'c1']);
    expect(await refusal(openPlace(link, 2, []))).to.equal('newer-version');
    await link.close();
  });
});
