import { expect } from 'chai';
import {
  BEGUN,
  CLAIMED,
  DELIVERY_MOVES,
  type DeliveryState,
  type SettledState,
} from '../../src/ports/store/outbox.ts';
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
    const settle = (
      id: string,
      state: SettledState,
      more: { attempt?: number; notBefore?: number; tries?: number; unsure?: boolean } = {},
    ) => at.store.settle({ id, attempt: 1, state, reason: `told ${state}`, now: NOON, ...more });

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
        ...{ priority: 0, batch: null, topic: null },
        state: 'pending',
        reason: 'new',
        attempt: 0,
        tries: 0,
        unsure: false,
        changedAt: NOON,
        receipt: null,
      });
      const [claimed] = await at.store.claimDeliveries(asking({ now: NOON + SECOND }));
      expect(claimed).to.deep.include({ state: 'sending', attempt: 1, tries: 1, changedAt: NOON + SECOND });
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

    it('knows what has left from what was only claimed, and lets nothing leave for an earlier try', async () => {
      await put(delivery('a1'), delivery('b1', { destination: 'bo' }));
      await at.store.claimDeliveries(asking());
      expect(await at.store.begin({ id: 'a1', attempt: 1 })).to.equal('begun');
      const dead = await at.store.recover({ worker: 'w1', now: NOON });
      expect(dead.map(({ id, reason }) => [id, reason])).to.deep.equal([
        ['a1', BEGUN],
        ['b1', CLAIMED],
      ]);
      await settle('b1', 'pending');
      expect(await at.store.begin({ id: 'b1', attempt: 1 })).to.equal('stale');
      await at.store.claimDeliveries(asking());
      expect(await at.store.begin({ id: 'b1', attempt: 1 })).to.equal('stale');
      expect(await at.store.begin({ id: 'b1', attempt: 2 })).to.equal('begun');
      expect(await at.store.begin({ id: 'nobody', attempt: 1 })).to.equal('stale');
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

    it('gives what somebody waits for before what goes to many, however long that waits', async () => {
      const broadcast = Array.from({ length: 5 }, (_, i) =>
        delivery(`n${i}`, { destination: `d${i}`, priority: 1 }),
      );
      await put(...broadcast);
      await put(delivery('ping', { destination: 'bo', priority: 0 }));
      expect(ids(await at.store.claimDeliveries(asking({ limit: 2 }))).sort()).to.deep.equal(['n0', 'ping']);
      expect(ids(await at.store.claimDeliveries({ ...asking(), priority: 0 }))).to.deep.equal([]);
      expect(ids(await at.store.claimDeliveries({ ...asking({ limit: 1 }), priority: 1 }))).to.deep.equal([
        'n1',
      ]);
    });

    it('lets an answer pass what goes to many in the same place, but not what is being sent there', async () => {
      await put(delivery('n1', { priority: 1 }), delivery('n2', { priority: 1 }), delivery('answer'));
      expect(ids(await at.store.claimDeliveries({ ...asking(), priority: 1 }))).to.deep.equal([]);
      expect(ids(await at.store.claimDeliveries(asking()))).to.deep.equal(['answer']);
      await settle('answer', 'sent');
      expect(ids(await at.store.claimDeliveries(asking()))).to.deep.equal(['n1']);
      await put(delivery('answer 2'));
      expect(ids(await at.store.claimDeliveries(asking()))).to.deep.equal([]);
      await settle('n1', 'sent');
      expect(ids(await at.store.claimDeliveries(asking()))).to.deep.equal(['answer 2']);
    });

    it('gives what was due first before what was put off, so that none waits for ever', async () => {
      await put(
        delivery('late', { destination: 'x', notBefore: NOON + 2 * SECOND }),
        delivery('early', { destination: 'y', notBefore: NOON + SECOND }),
      );
      const [first] = await at.store.claimDeliveries(asking({ now: NOON + 9 * SECOND, limit: 1 }));
      expect(first?.id).to.equal('early');
    });

    it('tells when something becomes due next', async () => {
      const next = (more: { now?: number; priority?: 0 | 1 } = {}) =>
        at.store.nextDue({ now: NOON, ...more });
      expect(await next()).to.equal(null);
      await put(
        ...[delivery('now'), delivery('later', { notBefore: NOON + 9 * SECOND })],
        delivery('sooner', { notBefore: NOON + 5 * SECOND, priority: 1 }),
      );
      expect([await next(), await next({ priority: 0 })]).to.deep.equal([
        NOON + 5 * SECOND,
        NOON + 9 * SECOND,
      ]);
      expect(await next({ now: NOON + 5 * SECOND })).to.equal(NOON + 9 * SECOND);
      expect(await next({ now: NOON + 9 * SECOND })).to.equal(null);
    });

    it('counts tries as it is told to, and claims for themselves', async () => {
      await put(delivery('a1'));
      await at.store.claimDeliveries(asking());
      expect(await settle('a1', 'pending', { tries: 0 })).to.equal('settled');
      const [again] = await at.store.claimDeliveries(asking());
      expect(again).to.deep.include({ attempt: 2, tries: 1 });
      await settle('a1', 'failed', { attempt: 2, tries: 0 });
      expect(await at.store.delivery('a1')).to.deep.include({ state: 'failed', attempt: 2, tries: 1 });
      expect(await refusal(settle('a1', 'pending', { attempt: 2, tries: -1 }))).to.equal('invalid');
    });

    it('counts a batch by state, and lists it', async () => {
      const of = (id: string, batch: string) => delivery(id, { destination: id, batch });
      await put(of('a1', 'one'), of('a2', 'one'), of('a3', 'one'), of('b1', 'two'), delivery('c1'));
      await at.store.claimDeliveries(asking({ limit: 2 }));
      await settle('a1', 'failed');
      const none = { pending: 0, sending: 0, sent: 0, ambiguous: 0, failed: 0, skipped: 0 };
      expect(await at.store.countDeliveries('one')).to.deep.equal({
        ...{ ...none, pending: 1, sending: 1, failed: 1 },
      });
      expect(await at.store.countDeliveries('unknown')).to.deep.equal(none);
      const found = async (search: {
        state?: DeliveryState;
        batch?: string;
        after?: string;
        limit: number;
      }) => {
        const { items, next } = await at.store.findDeliveries(search);
        return [...ids(items), next === null ? 'end' : 'more'];
      };
      expect(await found({ batch: 'one', state: 'failed', limit: 9 })).to.deep.equal(['a1', 'end']);
      expect(await found({ batch: 'one', limit: 2 })).to.deep.equal(['a1', 'a2', 'more']);
      const { next } = await at.store.findDeliveries({ batch: 'one', limit: 2 });
      expect(await found({ batch: 'one', limit: 2, after: next ?? '' })).to.deep.equal(['a3', 'end']);
      expect(await refusal(at.store.findDeliveries({ limit: 2 }))).to.equal('invalid');
    });

    it('tells who got something about a topic, page by page, and what came last', async () => {
      const of = (id: string, destination: string) => delivery(id, { destination, topic: 'n' });
      await put(
        of('c1', 'c'),
        of('a1', 'a'),
        of('b1', 'b'),
        delivery('other', { destination: 'd', topic: 'm' }),
      );
      await at.store.claimDeliveries(asking());
      for (const id of ['a1', 'c1']) await settle(id, 'sent');
      await put(of('a2', 'a'));
      const states = ['sent', 'pending'] as const;
      const first = await at.store.findDestinations({ topic: 'n', states, limit: 1 });
      const rest = await at.store.findDestinations({ topic: 'n', states, limit: 9, after: first.next ?? '' });
      expect([first, rest]).to.deep.equal([
        { items: ['a'], next: 'a' },
        { items: ['c'], next: null },
      ]);
      const latest = (...states: DeliveryState[]) =>
        at.store.latestDelivery({ topic: 'n', destination: 'a', states });
      expect((await latest('sent'))?.id).to.equal('a1');
      expect((await latest('sent', 'pending'))?.id).to.equal('a2');
      expect(await latest('failed')).to.equal(null);
    });

    it('skips what waits for the same place about the same topic, where it is superseded', async () => {
      const of = (id: string, more = {}) => delivery(id, { topic: 'n', ...more });
      await put(of('sent'), of('old'), of('elsewhere', { destination: 'bo' }), delivery('other'));
      await at.store.claimDeliveries(asking({ limit: 1 }));
      await settle('sent', 'sent');
      await put(of('new', { supersedes: 'there is a newer one' }));
      const states = await Promise.all(
        ['sent', 'old', 'elsewhere', 'other', 'new'].map(async (id) => (await at.store.delivery(id))?.state),
      );
      expect(states).to.deep.equal(['sent', 'skipped', 'pending', 'pending', 'pending']);
      expect((await at.store.delivery('old'))?.reason).to.equal('there is a newer one');
    });

    it('does not skip what may be there, and tells where that is', async () => {
      const of = (id: string, more = {}) => delivery(id, { topic: 'n', ...more });
      await put(of('old'), of('sure', { destination: 'bo' }));
      await at.store.claimDeliveries(asking());
      await settle('old', 'pending', { unsure: true });
      await settle('sure', 'pending', { unsure: false });
      const places = async (unsure: boolean) =>
        (await at.store.findDestinations({ topic: 'n', states: ['sent'], unsure, limit: 9 })).items;
      expect([await places(true), await places(false)]).to.deep.equal([['anna'], []]);
      await put(of('new', { supersedes: 'newer' }), of('new-bo', { destination: 'bo', supersedes: 'newer' }));
      expect((await at.store.delivery('old'))?.state).to.equal('pending');
      expect((await at.store.delivery('sure'))?.state).to.equal('skipped');
      const [again] = await at.store.claimDeliveries(asking());
      expect(again).to.deep.include({ id: 'old', unsure: true });
      await settle('old', 'pending', { attempt: 2 });
      expect((await at.store.delivery('old'))?.unsure).to.equal(true);
    });

    it('cuts a reason that is long', async () => {
      await put(delivery('a1'));
      await at.store.settle({ id: 'a1', attempt: 0, state: 'skipped', reason: 'x'.repeat(9999), now: NOON });
      expect((await at.store.delivery('a1'))?.reason).to.have.length(500);
    });
  });
}
