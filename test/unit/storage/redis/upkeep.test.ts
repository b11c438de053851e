import { expect } from 'chai';
import { Redis } from 'ioredis';
import { hasRedis, RedisServer } from '../../../support/redis-server.ts';
import { storeAt } from '../../../support/redis-store.ts';
import { delivery, event, NOON, SECOND } from '../../../support/store-arrange.ts';

const HAND = { worker: 'w1', now: NOON, leaseMs: 30 * SECOND };

describe('what is pruned on Redis', function () {
  if (!hasRedis()) this.pending = true;
  let server: RedisServer;
  before(async () => {
    server = await RedisServer.start();
  });
  after(() => server.stop());

  it('leaves no key behind: its memory does not grow with what is over', async () => {
    const admin = new Redis(server.url);
    const store = await storeAt(server.url);
    const round = async (i: number) => {
      const timer = { change: 'set', id: `t${i}`, conversation: 'anna', dueAt: NOON, body: null } as const;
      await store.receive(event(`e${i}`, 'anna', { dedupeKeys: [`sign${i}`] }), HAND);
      const deliveries = [delivery(`d${i}`, { batch: `b${i}`, topic: `n${i}` })];
      const turn = { event: `e${i}`, conversation: 'anna', expected: 2 * i, state: i, at: NOON };
      await store.commit({ ...turn, deliveries, timers: [timer] }, { ...HAND, next: true, deliveries: 1 });
      await store.settle({ id: `d${i}`, attempt: 1, state: 'sent', reason: '', now: NOON });
      await store.ringTimers({ now: NOON, limit: 1 });
      const [rung] = await store.claimEvents({ ...HAND, limit: 1 });
      await store.commit({ ...turn, event: rung?.id ?? '', expected: 2 * i + 1 });
      await store.prune({ receivedBefore: NOON + 1, settledBefore: NOON + 1, limit: 10 });
      return (await admin.keys('*')).sort();
    };
    const first = await round(0);
    expect(await round(1)).to.deep.equal(first);
    expect(first).to.deep.equal(['{driftvakt:0}:conversation:anna', '{driftvakt:0}:seq', '{driftvakt}:meta']);
    await store.close();
    admin.disconnect();
  });
});
