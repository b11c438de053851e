import { expect } from 'chai';
import type { NewDelivery } from '../../../../src/ports/store/outbox.ts';
import type { Handed } from '../../../../src/ports/store/turn.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import type { SqliteStore } from '../../../../src/storage/sqlite/store.ts';
import { asking, delivery, event, NOON, SECOND } from '../../../support/store-arrange.ts';

describe('messages of a turn that nobody has to look for', () => {
  let store: SqliteStore;
  let turns = 0;
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:' });
    turns = 0;
  });
  afterEach(() => store.close());

  /** What is handed over with a turn that has these messages. @param places for how many messages there is a slot */
  async function handed(deliveries: readonly NewDelivery[], places = 1): Promise<Handed | undefined> {
    const id = `e${++turns}`;
    await store.receive(event(id, id));
    const turn = { event: id, conversation: id, expected: 0, state: {}, at: NOON, deliveries };
    const hand = { worker: 'w1', now: NOON, leaseMs: 30 * SECOND, next: false, deliveries: places };
    const done = await store.commit(turn, hand);
    return done.outcome === 'committed' ? done.handed : undefined;
  }

  it('stand behind another one to the same destination, whether there is a slot or not', async () => {
    expect(await handed([delivery('a1')])).to.not.have.property('areBehind');
    expect(await handed([delivery('a2')])).to.include({ areBehind: true });
    expect(await handed([delivery('a3'), delivery('a4')], 0)).to.include({ areBehind: true });
    expect(await handed([delivery('b1', { destination: 'bo' }), delivery('a5')])).to.include({
      areBehind: true,
    });
  });

  it('are not those for which there was no slot', async () => {
    expect(await handed([delivery('a1')], 0)).to.not.have.property('areBehind');
    const two = [delivery('b1', { destination: 'bo' }), delivery('c1', { destination: 'cleo' })];
    expect(await handed(two)).to.not.have.property('areBehind');
  });

  it('are not those that go to many, or before their time, or stand behind what goes to many', async () => {
    await handed([delivery('a1')]);
    const later = delivery('a2', { notBefore: NOON + SECOND });
    expect(await handed([later, delivery('a3')])).to.not.have.property('areBehind');
    expect(await handed([delivery('b1', { destination: 'bo', priority: 1 })])).to.not.have.property(
      'areBehind',
    );
    expect(await handed([delivery('b2', { destination: 'bo' })])).to.not.have.property('areBehind');
  });

  it('do not stand behind one that the turn takes back', async () => {
    await handed([delivery('a1', { topic: 'board' })], 0);
    const newer = delivery('a2', { topic: 'board', supersedes: 'there is a newer one' });
    const ready = await handed([newer]);
    expect(ready?.deliveries.map(({ id }) => id)).to.deep.equal(['a2']);
    expect(ready).to.not.have.property('areBehind');
    expect(await store.claimDeliveries(asking())).to.deep.equal([]);
  });
});
