import { expect } from 'chai';
import { Redis } from 'ioredis';
import type { RedisStore } from '../../../../src/storage/redis/store.ts';
import { hasRedis, RedisServer } from '../../../support/redis-server.ts';
import { storeAt } from '../../../support/redis-store.ts';
import { asking, committing, delivery, event, ids, NOON, refusal } from '../../../support/store-arrange.ts';

describe('Redis in trouble', function () {
  if (!hasRedis()) this.pending = true;
  let server: RedisServer;
  let admin: Redis;
  let store: RedisStore;
  beforeEach(async () => {
    server = await RedisServer.start();
    admin = new Redis(server.url);
    admin.on('error', () => undefined);
    store = await storeAt(server.url);
  });
  afterEach(async () => {
    await store.close();
    admin.disconnect();
    await server.stop();
  });

  it('without memory refuses what is new, ends what was begun, and goes on once there is some', async () => {
    await committing(store, { deliveries: [delivery('d1')] });
    await store.receive(event('e1', 'anna'));
    await store.claimDeliveries(asking());
    await admin.config('SET', 'maxmemory', '1');
    expect(await refusal(store.receive(event('e2', 'bo')))).to.equal('disk-full');
    const turn = { event: 'e1', conversation: 'anna', expected: 0, state: 1, at: NOON } as const;
    expect(await refusal(store.commit({ ...turn, deliveries: [delivery('d2')] }))).to.equal('disk-full');
    expect(await refusal(store.health())).to.equal('disk-full');
    expect(await store.load('anna')).to.equal(null);
    const sent = { id: 'd1', attempt: 1, state: 'sent', reason: '', now: NOON } as const;
    expect(await store.settle(sent)).to.equal('settled');
    await admin.config('SET', 'maxmemory', '0');
    expect((await store.commit(turn)).outcome).to.equal('committed');
    expect(await store.delivery('d2')).to.equal(null);
    expect((await store.receive(event('e2', 'bo'))).outcome).to.equal('new');
  });

  it('that became a replica takes no writes, and answers what it has', async () => {
    await store.receive(event('e1', 'anna'));
    await admin.call('REPLICAOF', '127.0.0.1', '1');
    expect(await refusal(store.receive(event('e2', 'bo')))).to.be.oneOf(['read-only', 'io']);
    await admin.call('REPLICAOF', 'NO', 'ONE');
    await again(() => store.receive(event('e2', 'bo')));
    expect(ids(await store.claimEvents(asking()))).to.deep.equal(['e1', 'e2']);
  });

  it('that was killed is told at once, and is used again when it is back', async () => {
    await store.receive(event('e1', 'anna'));
    await server.kill();
    expect(await refusal(store.receive(event('e2', 'bo')))).to.equal('io');
    expect(await refusal(store.load('anna'))).to.equal('io');
    await server.restart();
    await again(() => store.receive(event('e2', 'bo')));
    expect(ids(await store.claimEvents(asking()))).to.deep.equal(['e1', 'e2']);
  });

  it('that stands still is not waited for for ever', async () => {
    const own = await storeAt(server.url, { answerMs: 200 });
    server.pause();
    expect(await refusal(own.receive(event('e1', 'anna')))).to.equal('io');
    server.resume();
    // It was done all the same: whoever sends it again is told so.
    const receipt = await again(() => own.receive(event('e1', 'anna')));
    expect(receipt.outcome).to.equal('duplicate');
    await own.close();
  });
});

/** Asks until the connection is there again. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (cause) {
      expect((cause as { code?: string }).code).to.be.oneOf(['io', 'locked', 'read-only']);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
