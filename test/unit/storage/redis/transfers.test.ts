import { expect } from 'chai';
import { Redis } from 'ioredis';
import type { Turn } from '../../../../src/ports/store/turn.ts';
import { connect } from '../../../../src/storage/redis/connect.ts';
import { RedisLink } from '../../../../src/storage/redis/link.ts';
import { placeOn } from '../../../../src/storage/redis/open.ts';
import { RedisStore } from '../../../../src/storage/redis/store.ts';
import { hasRedis, RedisServer } from '../../../support/redis-server.ts';
import { addressOf, storeAt } from '../../../support/redis-store.ts';
import { delivery, event, NOON, report } from '../../../support/store-arrange.ts';

const PARTITIONS = 7;
/** More requests than such a commit makes. */
const ALL = 20;

/** A connection of a process that dies: after so many requests nothing is asked any more, and nobody hears an answer. */
class DyingLink extends RedisLink {
  left = Number.POSITIVE_INFINITY;
  readonly #death = Promise.withResolvers<void>();
  readonly died = this.#death.promise;

  override async ask<T>(action: (client: RedisLink['client']) => Promise<T>): Promise<T> {
    if (this.left-- <= 0) {
      this.#death.resolve();
      return new Promise(() => undefined);
    }
    return super.ask(action);
  }
}

describe('a commit of several organisations on Redis', function () {
  if (!hasRedis()) this.pending = true;
  let server: RedisServer;
  let admin: Redis;
  let store: RedisStore;
  before(async () => {
    server = await RedisServer.start();
    admin = new Redis(server.url);
  });
  after(async () => {
    admin.disconnect();
    await server.stop();
  });
  beforeEach(async () => {
    await admin.flushall();
    store = await storeAt(server.url, { partitions: PARTITIONS });
  });
  afterEach(() => store.close());

  const claim = { organisation: 'itcentrum', kind: 'place', id: 'p1' };
  const turn = (more: Partial<Turn> = {}): Turn => ({
    ...{ event: 'e1', conversation: 'notice/falkenberg/N1', expected: 0, state: 1, at: NOON },
    records: [
      report('r1', { organisation: 'falkenberg', expected: 0 }),
      report('p1', { ...claim, expected: 0 }),
    ],
    deliveries: [delivery('d1', { destination: 'teams/harjedalen/1' }), delivery('d2')],
    timers: [{ change: 'set', id: 't1', conversation: 'notice/kivido/N1', dueAt: NOON, body: null }],
    ...more,
  });

  async function dying(): Promise<{ store: RedisStore; link: DyingLink }> {
    const address = addressOf(server.url);
    const client = await connect(address);
    const link = new DyingLink({ client, place: address.name, prefix: address.prefix });
    return { link, store: new RedisStore(await placeOn(link, { address }), []) };
  }

  async function expectAll(): Promise<void> {
    expect(await store.load('notice/falkenberg/N1')).to.deep.equal({ version: 1, state: 1 });
    expect((await store.record(claim))?.version).to.equal(1);
    expect(
      (await store.record({ ...claim, organisation: 'falkenberg', kind: 'report', id: 'r1' }))?.version,
    ).to.equal(1);
    for (const id of ['d1', 'd2']) expect((await store.delivery(id))?.state).to.equal('pending');
    expect(await store.ringTimers({ now: NOON, limit: 9 })).to.equal(1);
    expect((await store.findTimers({ limit: 9 })).items).to.deep.equal([]);
  }

  it('is all there, wherever it belongs', async () => {
    await store.receive(event('e1', 'notice/falkenberg/N1'));
    expect(await store.commit(turn())).to.deep.equal({ outcome: 'committed', version: 1 });
    await expectAll();
    expect(await store.commit(turn())).to.deep.equal({ outcome: 'already-processed' });
  });

  it('is refused as a whole when a record of another organisation has moved on', async () => {
    await store.receive(event('e1', 'notice/falkenberg/N1'));
    await store.writeRecords([report('p1', claim)]);
    expect(await store.commit(turn())).to.deep.equal({
      ...{ outcome: 'conflict', on: 'record', record: claim, version: 1 },
    });
    expect(await store.load('notice/falkenberg/N1')).to.equal(null);
    expect(await store.delivery('d1')).to.equal(null);
  });

  it('is there whole or not at all, and once, wherever the process dies', async () => {
    const before: number[] = [];
    for (let calls = 0; calls < ALL; calls++) {
      await admin.flushall();
      await store.close();
      store = await storeAt(server.url, { partitions: PARTITIONS });
      await store.receive(event('e1', 'notice/falkenberg/N1'));
      const mortal = await dying();
      mortal.link.left = calls;
      await Promise.race([mortal.store.commit(turn()), mortal.link.died]);
      // Whoever goes on does what is due, and then the event again, if nobody has.
      await store.ringTimers({ now: NOON - 1, limit: 9 });
      const { outcome } = await store.commit(turn());
      expect(outcome).to.be.oneOf(['committed', 'already-processed']);
      if (outcome === 'committed') before.push(calls);
      await expectAll();
      mortal.link.client.disconnect();
    }
    // Both came about: those who died before the commit, and those after it.
    expect(before.length)
      .to.be.greaterThan(3)
      .and.lessThan(ALL - 3);
  });

  it('of two at once for the same record is done by one', async () => {
    const names = ['kivido', 'porsanger', 'falkenberg', 'harjedalen'];
    for (const name of names) await store.receive(event(`e-${name}`, `notice/${name}/N1`));
    const done = await Promise.all(
      names.map((name) =>
        store.commit({
          ...{ event: `e-${name}`, conversation: `notice/${name}/N1`, expected: 0, state: 1, at: NOON },
          records: [report('p1', { ...claim, expected: 0 })],
        }),
      ),
    );
    expect(done.filter(({ outcome }) => outcome === 'committed')).to.have.length(1);
    expect((await store.record(claim))?.version).to.equal(1);
  });
});
