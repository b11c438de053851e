import { expect } from 'chai';
import {
  asking,
  committing,
  delivery,
  event,
  ids,
  NOON,
  refusal,
  SECOND,
  type StoreFactory,
  withStore,
} from '../support/store-arrange.ts';

export function upkeepContract(open: StoreFactory): void {
  describe('upkeep', () => {
    const at = withStore(open);
    const pruning = (more: { limit?: number; keepTopics?: string[] } = {}) =>
      at.store.prune({ receivedBefore: NOON + SECOND, settledBefore: NOON + SECOND, limit: 100, ...more });

    it('removes processed events with their signs, and leaves those that wait', async () => {
      await at.store.receive(event('old', 'anna', { dedupeKeys: ['token'] }));
      await at.store.commit({ event: 'old', conversation: 'anna', expected: 0, state: 1, at: NOON });
      await at.store.receive(event('waiting', 'anna'));
      await at.store.receive({ ...event('newer', 'bo'), receivedAt: NOON + SECOND });
      await at.store.commit({ event: 'newer', conversation: 'bo', expected: 0, state: 1, at: NOON });
      expect((await pruning()).events).to.equal(1);
      expect((await at.store.receive(event('again', 'cleo', { dedupeKeys: ['token'] }))).outcome).to.equal(
        'new',
      );
      expect((await at.store.receive(event('newer', 'bo'))).outcome).to.equal('duplicate');
      expect(ids(await at.store.claimEvents(asking()))).to.deep.equal(['waiting', 'again']);
      expect(await at.store.load('anna')).to.deep.equal({ version: 1, state: 1 });
    });

    it('removes deliveries that ended, and leaves those that need somebody', async () => {
      const states = ['pending', 'sent', 'ambiguous', 'failed', 'skipped'] as const;
      await committing(at.store, {
        deliveries: ['sending', ...states].map((id) => delivery(id, { destination: id })),
      });
      await at.store.claimDeliveries(asking());
      for (const state of states)
        await at.store.settle({ id: state, attempt: 1, state, reason: '', now: NOON });
      expect((await pruning()).deliveries).to.equal(3);
      for (const id of ['sending', 'pending', 'ambiguous'])
        expect(await at.store.delivery(id), id).to.not.equal(null);
      for (const id of ['sent', 'failed', 'skipped']) expect(await at.store.delivery(id), id).to.equal(null);
    });

    it('keeps what a place got about a topic together, and topics that it is told to keep', async () => {
      const of = (id: string, destination: string, topic: string) => delivery(id, { destination, topic });
      await committing(at.store, {
        deliveries: [of('old', 'anna', 'n'), of('gone', 'bo', 'n'), of('kept', 'cleo', 'open')],
      });
      await at.store.claimDeliveries(asking());
      const sent = (id: string, now: number) =>
        at.store.settle({ id, attempt: 1, state: 'sent', reason: '', now });
      for (const id of ['old', 'gone', 'kept']) await sent(id, NOON);
      await committing(at.store, { deliveries: [of('young', 'anna', 'n')] });
      await at.store.claimDeliveries(asking());
      await sent('young', NOON + SECOND);
      const left = async () => {
        const found = await at.store.findDeliveries({ state: 'sent', limit: 9 });
        return ids(found.items);
      };
      await pruning({ keepTopics: ['open'] });
      expect(await left()).to.deep.equal(['old', 'kept', 'young']);
      await at.store.prune({ receivedBefore: NOON, settledBefore: NOON + 2 * SECOND, limit: 100 });
      expect(await left()).to.deep.equal([]);
    });

    it('removes in portions', async () => {
      for (let i = 0; i < 5; i++) await committing(at.store, {});
      expect([await pruning({ limit: 3 }), await pruning({ limit: 3 })]).to.deep.equal([
        { events: 3, deliveries: 0 },
        { events: 2, deliveries: 0 },
      ]);
      expect(await refusal(pruning({ limit: 5001 }))).to.equal('invalid');
    });

    it('tells how the store is', async () => {
      await at.store.receive(event('e1', 'anna'));
      await committing(at.store, { deliveries: [delivery('d1'), delivery('d2', { destination: 'bo' })] });
      await at.store.claimDeliveries(asking({ limit: 1 }));
      const { bytes, ...counts } = await at.store.health();
      expect(counts).to.deep.equal({
        waitingEvents: 1,
        oldestWaiting: NOON,
        pending: 1,
        sending: 1,
        ambiguous: 0,
        failed: 0,
      });
      expect(bytes).to.be.greaterThan(0);
    });

    it('ends what was begun when it closes, and then refuses', async () => {
      const last = at.store.receive(event('e1', 'anna'));
      await at.store.close();
      await at.store.close();
      expect(await last).to.deep.equal({ outcome: 'new' });
      expect(await refusal(at.store.receive(event('e2', 'anna')))).to.equal('closed');
      expect(await refusal(at.store.load('anna'))).to.equal('closed');
    });
  });
}
