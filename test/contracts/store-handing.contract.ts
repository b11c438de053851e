import { expect } from 'chai';
import { CLAIMED, type Settlement } from '../../src/ports/store/outbox.ts';
import type { Turn } from '../../src/ports/store/turn.ts';
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

export function handingContract(open: StoreFactory): void {
  describe('what is handed over in the step that makes it ready', () => {
    const at = withStore(open);
    const hand = { worker: 'w1', now: NOON, leaseMs: 30 * SECOND };
    const turn = (id: string, expected: number, more: Partial<Turn> = {}): Turn => ({
      ...{ event: id, conversation: 'anna', expected, state: {}, at: NOON },
      ...more,
    });
    const sent = (id: string, more: Partial<Settlement> = {}): Settlement => ({
      ...{ id, attempt: 1, state: 'sent', reason: 'sent', now: NOON, ...more },
    });

    it('is an event that nothing of its conversation waits before', async () => {
      const receipt = await at.store.receive(event('e1', 'anna'), hand);
      const { id, conversation, receivedAt, body } = event('e1', 'anna');
      const handed = { id, conversation, receivedAt, body, attempt: 1 };
      expect(receipt).to.deep.equal({ outcome: 'new', handed });
      expect(await at.store.claimEvents(asking({ worker: 'w2' }))).to.deep.equal([]);
      const [again] = await at.store.claimEvents(asking({ now: NOON + 30 * SECOND }));
      expect(again).to.deep.equal({ ...handed, attempt: 2 });
    });

    it('is no event behind another one, whether that is held or not', async () => {
      await at.store.receive(event('e1', 'anna'));
      expect(await at.store.receive(event('e2', 'anna'), hand)).to.deep.equal({
        outcome: 'new',
        handed: null,
      });
      expect(ids(await at.store.claimEvents(asking()))).to.deep.equal(['e1']);
      expect(await at.store.receive(event('e3', 'anna'), hand)).to.deep.equal({
        outcome: 'new',
        handed: null,
      });
      expect((await at.store.receive(event('e1', 'anna'), hand)).outcome).to.equal('duplicate');
    });

    it('can be claimed at once by whoever starts again after the process died', async () => {
      await at.store.receive(event('e1', 'anna'), hand);
      await at.store.recover({ worker: 'w1', now: NOON });
      expect(ids(await at.store.claimEvents(asking()))).to.deep.equal(['e1']);
    });

    it('is the next event of the conversation, with the commit of the one before', async () => {
      await at.store.receive(event('e1', 'anna'), hand);
      for (const id of ['e2', 'e3']) await at.store.receive(event(id, 'anna'), hand);
      const first = await at.store.commit(turn('e1', 0), { ...hand, next: true, deliveries: 0 });
      expect(first).to.deep.include({ outcome: 'committed', version: 1 });
      expect(first.outcome === 'committed' && first.handed?.next).to.deep.include({ id: 'e2', attempt: 1 });
      expect(await at.store.claimEvents(asking())).to.deep.equal([]);
      const second = await at.store.commit(turn('e2', 1), { ...hand, next: false, deliveries: 0 });
      expect(second).to.deep.include({ handed: { next: null, deliveries: [] } });
      expect(ids(await at.store.claimEvents(asking()))).to.deep.equal(['e3']);
    });

    it('is no event that is put off, and none with a commit that is refused', async () => {
      for (const id of ['e1', 'e2']) await at.store.receive(event(id, 'anna'));
      await at.store.postponeEvent('e2', NOON + SECOND);
      const asked = { ...hand, next: true, deliveries: 1 };
      expect(await at.store.commit(turn('e1', 7), asked)).to.not.have.property('handed');
      const done = await at.store.commit(turn('e1', 0), asked);
      expect(done).to.deep.include({ handed: { next: null, deliveries: [] } });
      expect(await at.store.commit(turn('e1', 0), asked)).to.deep.equal({ outcome: 'already-processed' });
    });

    it('is as many of a turn’s messages as are asked for, the first of each destination', async () => {
      await at.store.receive(event('e1', 'anna'));
      const deliveries = [delivery('a1'), delivery('a2'), delivery('b1', { destination: 'bo' })];
      const done = await at.store.commit(turn('e1', 0, { deliveries }), {
        ...hand,
        next: false,
        deliveries: 2,
      });
      const handed = done.outcome === 'committed' ? (done.handed?.deliveries ?? []) : [];
      expect(ids(handed)).to.deep.equal(['a1', 'b1']);
      for (const each of handed) expect(await at.store.delivery(each.id)).to.deep.equal(each);
      expect(await at.store.claimDeliveries(asking())).to.deep.equal([]);
      const held = await at.store.recover({ worker: 'w1', now: NOON });
      expect(held).to.deep.equal(handed);
    });

    it('is no message behind another, of a broadcast, or before its time', async () => {
      await committing(at.store, { deliveries: [delivery('before')] });
      await at.store.receive(event('e1', 'anna'));
      const deliveries = [
        delivery('a1'),
        delivery('many', { destination: 'bo', priority: 1 }),
        delivery('later', { destination: 'cleo', notBefore: NOON + SECOND }),
      ];
      const done = await at.store.commit(turn('e1', 0, { deliveries }), {
        ...hand,
        next: true,
        deliveries: 9,
      });
      expect(done).to.deep.include({ handed: { next: null, deliveries: [] } });
      expect(ids(await at.store.claimDeliveries(asking()))).to.deep.equal(['before', 'many']);
    });

    it('is the next message to a destination, with the settlement of the one before', async () => {
      await committing(at.store, { deliveries: [delivery('a1'), delivery('a2')] });
      await at.store.claimDeliveries(asking());
      const { outcome, next, waits } = await at.store.settleAndNext(sent('a1'), 'anna', hand);
      expect({ outcome, waits }).to.deep.equal({ outcome: 'settled', waits: false });
      expect(next).to.deep.include({ id: 'a2', state: 'sending', attempt: 1, tries: 1 });
      expect(await at.store.delivery('a2')).to.deep.equal(next);
      expect(await at.store.settleAndNext(sent('a2'), 'anna', hand)).to.deep.equal({
        ...{ outcome: 'settled', next: null, waits: false },
      });
      expect(await at.store.settleAndNext(sent('a2'), 'anna', hand)).to.deep.include({ outcome: 'stale' });
    });

    it('is no message that has to wait; that there is one is told', async () => {
      await committing(at.store, { deliveries: [delivery('a1'), delivery('a2')] });
      await at.store.claimDeliveries(asking());
      const again = sent('a1', { state: 'pending', reason: 'busy', notBefore: NOON + SECOND });
      expect(await at.store.settleAndNext(again, 'anna', hand)).to.deep.equal({
        ...{ outcome: 'settled', next: null, waits: true },
      });
      expect(await at.store.claimDeliveries(asking())).to.deep.equal([]);
      expect(ids(await at.store.claimDeliveries(asking({ now: NOON + SECOND })))).to.deep.equal(['a1']);
    });

    it('is what waits first for a destination, to whoever asks for just that', async () => {
      await committing(at.store, {
        deliveries: [
          delivery('many', { priority: 1 }),
          delivery('a1'),
          delivery('b1', { destination: 'bo', notBefore: NOON + SECOND }),
        ],
      });
      const { next, waits } = await at.store.claimNext('anna', 0, hand);
      expect(next).to.deep.include({ id: 'a1', state: 'sending', reason: CLAIMED, attempt: 1, tries: 1 });
      expect(waits).to.equal(null);
      expect(await at.store.delivery('a1')).to.deep.equal(next);
      const none = { next: null, waits: null };
      expect(await at.store.claimNext('anna', 0, hand), 'something is under way').to.deep.equal(none);
      expect(await at.store.claimNext('cleo', 0, hand), 'nothing is there').to.deep.equal(none);
      const b1 = { id: 'b1', destination: 'bo', priority: 0, notBefore: NOON + SECOND };
      expect(await at.store.claimNext('bo', 0, hand)).to.deep.equal({ next: null, waits: b1 });
      const due = await at.store.claimNext('bo', 0, { ...hand, now: NOON + SECOND });
      expect(due.next).to.deep.include({ id: 'b1' });
    });

    it('is of the priority that is asked for, and nothing passes what waits first', async () => {
      const later = { notBefore: NOON + SECOND };
      await committing(at.store, { deliveries: [delivery('many', { priority: 1 }), delivery('a1', later)] });
      const a1 = { id: 'a1', destination: 'anna', priority: 0, ...later };
      expect(await at.store.claimNext('anna', 1, hand)).to.deep.equal({ next: null, waits: a1 });
      await at.store.claimNext('anna', 0, { ...hand, now: NOON + SECOND });
      await at.store.settle(sent('a1'));
      const many = { id: 'many', destination: 'anna', priority: 1, notBefore: NOON };
      expect(await at.store.claimNext('anna', 0, hand)).to.deep.equal({ next: null, waits: many });
      expect((await at.store.claimNext('anna', 1, hand)).next).to.deep.include({ id: 'many' });
    });

    it('is refused with what asks for it, and then nothing is done', async () => {
      const wrong = { ...hand, worker: '' };
      expect(await refusal(at.store.receive(event('e1', 'anna'), wrong))).to.equal('invalid');
      expect(await at.store.claimEvents(asking())).to.deep.equal([]);
    });
  });
}
