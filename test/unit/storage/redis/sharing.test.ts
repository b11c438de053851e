import { expect } from 'chai';
import type { RedisStore } from '../../../../src/storage/redis/store.ts';
import { storeAt } from '../../../support/redis-store.ts';
import { committing, delivery, event, ids, NOON, report, SECOND } from '../../../support/store-arrange.ts';
import { withRedis } from '../../../support/with-redis.ts';

const HAND = { worker: 'w1', now: NOON, leaseMs: 30 * SECOND };
const KEY = { organisation: 'porsanger', kind: 'report', id: 'r1' };
const SEARCH = { organisation: 'porsanger', kind: 'report', order: 'oldest', limit: 50 } as const;

describe('what a process keeps of the store on Redis', function () {
  const redis = withRedis(this);
  let clock: number;
  let here: RedisStore;
  let there: RedisStore;
  beforeEach(async () => {
    await redis.admin.flushall();
    clock = 0;
    [here, there] = [await storeAt(redis.server.url, { now: () => clock }), await storeAt(redis.server.url)];
  });
  afterEach(async () => {
    for (const store of [here, there]) await store.close();
  });

  /** How many requests something makes. */
  async function requests(action: () => Promise<unknown>): Promise<number> {
    const before = here.operations;
    await action();
    return here.operations - before;
  }
  const read = () => Promise.all([here.record(KEY), here.findRecords(SEARCH), here.load('anna')]);

  it('makes three requests of a turn with one message: to keep the event, to commit, to settle', async () => {
    await there.writeRecords([report('r1')]);
    await here.receive(event('e0', 'anna'), HAND);
    await here.commit({ event: 'e0', conversation: 'anna', expected: 0, state: 0, at: NOON });
    await read();
    const turn = async () => {
      await here.receive(event('e1', 'anna'), HAND);
      await read();
      const deliveries = [delivery('d1')];
      const words = { event: 'e1', conversation: 'anna', expected: 1, state: 1, at: NOON, deliveries };
      const done = await here.commit(words, { ...HAND, next: true, deliveries: 1 });
      expect(done).to.have.nested.property('handed.deliveries.length', 1);
      const sent = { id: 'd1', attempt: 1, state: 'sent', reason: '', now: NOON } as const;
      await here.settleAndNext(sent, 'anna', HAND);
    };
    expect(await requests(turn)).to.equal(3);
  });

  it('is read together in one request', async () => {
    expect(await requests(read)).to.equal(1);
    expect(await requests(read)).to.equal(0);
  });

  it('is given without asking for a moment, then only when Redis says that it is still so', async () => {
    await there.writeRecords([report('r1')]);
    await read();
    clock += 1000;
    expect(await requests(read)).to.equal(1);
    await there.writeRecords([report('r1', { body: 'changed' }), report('r2')]);
    clock += 1000;
    const [record, page] = await read();
    expect(record).to.deep.include({ version: 2, body: 'changed' });
    expect(ids(page.items)).to.deep.equal(['r1', 'r2']);
  });

  it('is right for a turn that was handed over after somebody else changed it', async () => {
    await read();
    await there.writeRecords([report('r1')]);
    await there.receive(event('e1', 'anna'), HAND);
    await there.commit({ event: 'e1', conversation: 'anna', expected: 0, state: 'theirs', at: NOON });
    await here.receive(event('e2', 'anna'), HAND);
    const [record, page, conversation] = await read();
    expect(record?.version).to.equal(1);
    expect(ids(page.items)).to.deep.equal(['r1']);
    expect(conversation).to.deep.equal({ version: 1, state: 'theirs' });
  });

  it('is right for whoever sends a message that somebody else made', async () => {
    await read();
    await committing(there, { records: [report('r1')], deliveries: [delivery('d1'), delivery('d2')] });
    const [taken] = await here.claimDeliveries({ ...HAND, limit: 1 });
    expect([taken?.id, (await read())[0]?.version]).to.deep.equal(['d1', 1]);
    await there.writeRecords([report('r1')]);
    const sent = { id: 'd1', attempt: 1, state: 'sent', reason: '', now: NOON } as const;
    expect((await here.settleAndNext(sent, 'anna', HAND)).next?.id).to.equal('d2');
    expect((await read())[0]?.version).to.equal(2);
    await there.writeRecords([report('r1')]);
    await here.settle({ ...sent, id: 'd2', state: 'pending' });
    expect((await here.claimNext('anna', 0, HAND)).next?.id).to.equal('d2');
    expect((await read())[0]?.version).to.equal(3);
  });

  it('is asked for anew after a conflict', async () => {
    await here.receive(event('e1', 'anna'), HAND);
    await read();
    await there.writeRecords([report('r1')]);
    const turn = { event: 'e1', conversation: 'anna', expected: 0, state: 1, at: NOON };
    const late = await here.commit({ ...turn, records: [report('r1', { expected: 0 })] });
    expect(late).to.deep.include({ outcome: 'conflict', on: 'record', version: 1 });
    expect((await read())[0]?.version).to.equal(1);
  });

  it('is forgotten when more changed than Redis remembers', async () => {
    await there.writeRecords([report('r1')]);
    await read();
    const many = Array.from({ length: 1000 }, (_, i) => report(`other ${i}`, { kind: 'other' }));
    await there.writeRecords([report('r1', { body: 'changed' })]);
    await there.writeRecords(many);
    clock += 1000;
    expect((await read())[0]).to.deep.include({ version: 2, body: 'changed' });
  });

  it('is forgotten with the connection', async () => {
    await read();
    await redis.admin.flushall();
    await redis.admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await there.close();
    there = await storeAt(redis.server.url);
    await there.writeRecords([report('r1')]);
    let found: unknown = null;
    while (found === null) {
      // Until the loss is noticed what is kept is given; then nothing is, until the connection is there again.
      await new Promise((resolve) => setImmediate(resolve));
      found = await here.record(KEY).catch(() => null);
    }
    expect((await read())[0]?.version).to.equal(1);
  });
});
