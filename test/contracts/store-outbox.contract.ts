import { expect } from 'chai';
import { DELIVERY_MOVES, type DeliveryState, type SettledState } from '../../src/ports/store/outbox.ts';
import {
  asking,
  committing,
  delivery,
  ids,
  NOON,
  refusal,
  SECOND,
  type StoreFactory,
  withStore,
} from '../support/store-arrange.ts';

const STATES: readonly DeliveryState[] = ['pending', 'sending', 'sent', 'ambiguous', 'failed', 'skipped'];

export function outboxContract(open: StoreFactory): void {
  describe('the outbox', () => {
    const at = withStore(open);
    const put = (...deliveries: ReturnType<typeof delivery>[]) => committing(at.store, { deliveries });
    const settle = (id: string, state: SettledState, more: { attempt?: number; notBefore?: number } = {}) =>
      at.store.settle({ id, attempt: 1, state, reason: `told ${state}`, now: NOON, ...more });

    it('gives what is due, of each destination the first alone', async () => {
      await put(
        delivery('a1'),
        delivery('a2'),
        delivery('b1', { destination: 'bo', notBefore: NOON + SECOND }),
        delivery('b2', { destination: 'bo' }),
        delivery('c1', { destination: 'cleo' }),
      );
      expect(ids(await at.store.claimDeliveries(asking()))).to.deep.equal(['a1', 'c1']);
      expect(ids(await at.store.claimDeliveries(asking({ now: NOON + SECOND })))).to.deep.equal(['b1']);
      await settle('a1', 'sent');
      expect(ids(await at.store.claimDeliveries(asking()))).to.deep.equal(['a2']);
    });

    it('tells what it gives, and where it stands', async () => {
      await put(delivery('a1'));
      expect(await at.store.delivery('a1')).to.deep.equal({
        ...delivery('a1'),
        state: 'pending',
        reason: 'new',
        attempt: 0,
        changedAt: NOON,
        receipt: null,
      });
      const [claimed] = await at.store.claimDeliveries(asking({ now: NOON + SECOND }));
      expect(claimed).to.deep.include({ state: 'sending', attempt: 1, changedAt: NOON + SECOND });
      await at.store.settle({
        id: 'a1',
        attempt: 1,
        state: 'sent',
        reason: '201',
        now: NOON + 2 * SECOND,
        receipt: { activity: '77' },
      });
      expect(await at.store.delivery('a1')).to.deep.include({
        state: 'sent',
        reason: '201',
        changedAt: NOON + 2 * SECOND,
        receipt: { activity: '77' },
      });
    });

    it('tries again when it is told to, and holds back what comes after', async () => {
      await put(delivery('a1'), delivery('a2'));
      await at.store.claimDeliveries(asking());
      expect(await settle('a1', 'pending', { notBefore: NOON + 5 * SECOND })).to.equal('settled');
      expect(await at.store.claimDeliveries(asking({ now: NOON + 4 * SECOND }))).to.deep.equal([]);
      const [again] = await at.store.claimDeliveries(asking({ now: NOON + 5 * SECOND }));
      expect(again).to.deep.include({ id: 'a1', attempt: 2 });
    });

    it('is hastened for some destinations, but rests for a while after each try', async () => {
      await put(delivery('a1'), delivery('a2'), delivery('b1', { destination: 'bo%' }));
      await put(delivery('c1', { destination: 'b_', notBefore: NOON + 60 * SECOND }));
      await at.store.claimDeliveries(asking());
      for (const id of ['a1', 'b1']) await settle(id, 'pending', { notBefore: NOON + 900 * SECOND });
      const hasten = (destinations: string, now: number) =>
        at.store.hasten({ destinations, now, restMs: 10 * SECOND });
      const due = async (now: number) => ids(await at.store.claimDeliveries(asking({ now })));
      expect(await hasten('anna', NOON + SECOND)).to.equal(1);
      expect(await due(NOON + 9 * SECOND)).to.deep.equal([]);
      expect(await due(NOON + 10 * SECOND)).to.deep.equal(['a1']);
      expect(await hasten('anna', NOON + 20 * SECOND)).to.equal(0);
      expect(await hasten('b_', NOON + 20 * SECOND)).to.equal(1);
      expect(await due(NOON + 20 * SECOND)).to.deep.equal(['c1']);
      expect((await at.store.delivery('b1'))?.notBefore).to.equal(NOON + 900 * SECOND);
      expect(await refusal(hasten('', NOON))).to.equal('invalid');
    });

    for (const state of ['ambiguous', 'failed', 'skipped'] as const) {
      it(`lets nothing wait for what is ${state}`, async () => {
        await put(delivery('a1'), delivery('a2'));
        await at.store.claimDeliveries(asking());
        await settle('a1', state);
        expect(ids(await at.store.claimDeliveries(asking()))).to.deep.equal(['a2']);
      });
    }

    it('sends nothing beside what is being sent, though it comes earlier in the order', async () => {
      await put(delivery('a1'), delivery('a2'));
      await at.store.claimDeliveries(asking());
      await settle('a1', 'ambiguous');
      await at.store.claimDeliveries(asking());
      await settle('a1', 'pending');
      expect(await at.store.claimDeliveries(asking())).to.deep.equal([]);
    });

    it('allows the moves of its table and no other', async () => {
      for (const from of STATES) {
        for (const to of Object.keys(DELIVERY_MOVES) as SettledState[]) {
          const id = `${from}-${to}`;
          await put(delivery(id, { destination: id }));
          if (from !== 'pending') await at.store.claimDeliveries(asking({ limit: 500 }));
          if (from !== 'pending' && from !== 'sending') await settle(id, from);
          const expected = DELIVERY_MOVES[to].includes(from) ? 'settled' : 'stale';
          expect(await settle(id, to, { attempt: from === 'pending' ? 0 : 1 }), id).to.equal(expected);
          expect((await at.store.delivery(id))?.state).to.equal(expected === 'settled' ? to : from);
        }
      }
    });

    it('does not hear a worker that speaks of an earlier try', async () => {
      await put(delivery('a1'));
      await at.store.claimDeliveries(asking());
      await settle('a1', 'pending');
      await at.store.claimDeliveries(asking({ worker: 'w2' }));
      expect(await settle('a1', 'failed')).to.equal('stale');
      expect(await settle('a1', 'sent', { attempt: 2 })).to.equal('settled');
      expect(await settle('unknown', 'sent')).to.equal('stale');
    });

    it('reports what a worker was sending when it died, until that is settled', async () => {
      await put(
        delivery('a1'),
        delivery('b1', { destination: 'bo' }),
        delivery('c1', { destination: 'cleo' }),
      );
      await at.store.claimDeliveries(asking({ limit: 2 }));
      await at.store.claimDeliveries(asking({ worker: 'w2', leaseMs: 60 * SECOND }));
      const recover = (worker: string | null, now: number) => at.store.recover({ worker, now });
      expect(ids(await recover('w1', NOON))).to.deep.equal(['a1', 'b1']);
      expect(await recover(null, NOON)).to.deep.equal([]);
      expect(ids(await recover(null, NOON + 60 * SECOND))).to.deep.equal(['a1', 'b1', 'c1']);
      await settle('a1', 'ambiguous');
      await settle('b1', 'pending');
      expect(await recover('w1', NOON)).to.deep.equal([]);
      expect(await at.store.claimDeliveries(asking())).to.deep.include.members([
        { ...(await at.store.delivery('b1')) },
      ]);
    });

    it('lists a state in order, page by page', async () => {
      await put(...Array.from({ length: 7 }, (_, i) => delivery(`d${i}`)));
      const first = await at.store.findDeliveries({ state: 'pending', limit: 5 });
      const second = await at.store.findDeliveries({ state: 'pending', limit: 5, after: first.next ?? '' });
      expect([...ids(first.items), ...ids(second.items)]).to.deep.equal([
        'd0',
        'd1',
        'd2',
        'd3',
        'd4',
        'd5',
        'd6',
      ]);
      expect(second.next).to.equal(null);
      expect((await at.store.findDeliveries({ state: 'sent', limit: 5 })).items).to.deep.equal([]);
      expect(await refusal(at.store.findDeliveries({ state: 'sent', limit: 5, after: 'x' }))).to.equal(
        'invalid',
      );
    });

    it('cuts a reason that is long', async () => {
      await put(delivery('a1'));
      await at.store.settle({ id: 'a1', attempt: 0, state: 'skipped', reason: 'x'.repeat(9999), now: NOON });
      expect((await at.store.delivery('a1'))?.reason).to.have.length(500);
    });
  });
}
