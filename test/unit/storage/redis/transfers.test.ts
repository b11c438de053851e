import { expect } from 'chai';
import type { Turn } from '../../../../src/ports/store/turn.ts';
import { connect } from '../../../../src/storage/redis/connect.ts';
import { RedisLink } from '../../../../src/storage/redis/link.ts';
import { placeOn } from '../../../../src/storage/redis/open.ts';
import { RedisStore } from '../../../../src/storage/redis/store.ts';
import { addressOf, storeAt } from '../../../support/redis-store.ts';
import { delivery, event, NOON, report } from '../../../support/store-arrange.ts';
import { withRedis } from '../../../support/with-redis.ts';

const PARTITIONS = 7;
/** More requests than such a commit makes. */
const ALL = 20;

/** A connection of a process that dies: after so many requests nothing is asked any more, and nobody hears an answer. */
class DyingLink extends RedisLink {
  #left = Number.POSITIVE_INFINITY;
  #died = (): void => undefined;

  /** Lives for so many requests more. */
  diesAfter(requests: number): Promise<void> {
    this.#left = requests;
    return new Promise((resolve) => {
      this.#died = resolve;
    });
  }

  override async ask<T>(action: (client: RedisLink['client']) => Promise<T>): Promise<T> {
    if (this.#left-- > 0) return super.ask(action);
    this.#died();
    return new Promise(() => undefined);
  }
}

describe('a commit of several organisations on Redis', function () {
  const redis = withRedis(this);
  let store: RedisStore;
  beforeEach(async () => {
    await redis.admin.flushall();
    store = await storeAt(redis.server.url, { partitions: PARTITIONS });
  });
  afterEach(() => store.close());

  const claim = { organisation: 'itcentrum', kind: 'place', id: 'p1' };
  /** @param n which of several that have nothing to do with each other */
  const turn = (n = 1): Turn => ({
    ...{ event: `e${n}`, conversation: `notice/falkenberg/N${n}`, expected: 0, state: n, at: NOON },
    records: [
      report(`r${n}`, { organisation: 'falkenberg', expected: 0 }),
      report(`p${n}`, { ...claim, id: `p${n}`, expected: 0 }),
    ],
    deliveries: [
      delivery(`d${n}`, { destination: `teams/harjedalen/${n}` }),
      delivery(`c${n}`, { destination: `place ${n}` }),
    ],
    timers: [{ change: 'set', id: `t${n}`, conversation: 'notice/kivido/N1', dueAt: NOON, body: null }],
  });

  async function dying(): Promise<{ store: RedisStore; link: DyingLink }> {
    const address = addressOf(redis.server.url);
    const client = await connect(address);
    const link = new DyingLink({ client, place: address.name, prefix: address.prefix });
    return { link, store: new RedisStore(await placeOn(link, { address }), []) };
  }

  async function expectAll(n = 1): Promise<void> {
    const versionOf = async (organisation: string, kind: string, id: string) =>
      (await store.record({ organisation, kind, id }))?.version;
    expect(await store.load(`notice/falkenberg/N${n}`)).to.deep.equal({ version: 1, state: n });
    expect(await versionOf('itcentrum', 'place', `p${n}`)).to.equal(1);
    expect(await versionOf('falkenberg', 'report', `r${n}`)).to.equal(1);
    for (const id of [`d${n}`, `c${n}`]) expect((await store.delivery(id))?.state).to.equal('pending');
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
    const mortal = await dying();
    for (let calls = 0; calls < ALL; calls++) {
      await store.receive(event(`e${calls}`, `notice/falkenberg/N${calls}`));
      await Promise.race([mortal.link.diesAfter(calls), mortal.store.commit(turn(calls))]);
      // Whoever goes on does what is due, and then the event again, if nobody has.
      await store.ringTimers({ now: NOON - 1, limit: 9 });
      const { outcome } = await store.commit(turn(calls));
      expect(outcome).to.be.oneOf(['committed', 'already-processed']);
      if (outcome === 'committed') before.push(calls);
      await expectAll(calls);
    }
    mortal.link.client.disconnect();
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
