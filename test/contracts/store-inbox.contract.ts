import { expect } from 'chai';
import {
  asking,
  committing,
  event,
  ids,
  NOON,
  refusal,
  SECOND,
  type StoreFactory,
  withStore,
} from '../support/store-arrange.ts';

export function inboxContract(open: StoreFactory): void {
  describe('the inbox', () => {
    const at = withStore(open);
    const done = (id: string, conversation: string, expected = 0) =>
      at.store.commit({ event: id, conversation, expected, state: {}, at: NOON });

    it('keeps an event once, and tells of which a repetition is', async () => {
      expect(await at.store.receive(event('e1', 'anna'))).to.deep.equal({ outcome: 'new' });
      expect(
        await at.store.receive({ ...event('e1', 'anna'), receivedAt: NOON + 15 * SECOND }),
      ).to.deep.equal({
        outcome: 'duplicate',
        by: 'id',
        of: { id: 'e1', receivedAt: NOON },
      });
      expect(await at.store.claimEvents(asking())).to.have.length(1);
    });

    it('knows a click that is sent again under another id by its one-use token', async () => {
      await at.store.receive(event('click-1', 'anna', { dedupeKeys: ['token/7', 'form/9'] }));
      const again = await at.store.receive(event('click-2', 'anna', { dedupeKeys: ['form/9'] }));
      expect(again).to.deep.equal({
        outcome: 'duplicate',
        by: 'key',
        of: { id: 'click-1', receivedAt: NOON },
      });
      expect(ids(await at.store.claimEvents(asking()))).to.deep.equal(['click-1']);
    });

    it('still knows an event that was processed', async () => {
      await at.store.receive(event('e1', 'anna', { dedupeKeys: ['token/7'] }));
      await done('e1', 'anna');
      expect((await at.store.receive(event('e1', 'anna'))).outcome).to.equal('duplicate');
      expect((await at.store.receive(event('e2', 'anna', { dedupeKeys: ['token/7'] }))).outcome).to.equal(
        'duplicate',
      );
    });

    it('keeps one of a hundred that arrive at once', async () => {
      const receipts = await Promise.all(
        Array.from({ length: 100 }, () => at.store.receive(event('e1', 'anna'))),
      );
      expect(receipts.filter(({ outcome }) => outcome === 'new')).to.have.length(1);
    });

    it('gives the oldest event of each conversation, longest waiting first', async () => {
      for (const [id, conversation] of [
        ['a1', 'anna'],
        ['b1', 'bo'],
        ['a2', 'anna'],
        ['c1', 'cleo'],
      ] as const)
        await at.store.receive(event(id, conversation));
      expect(ids(await at.store.claimEvents(asking({ limit: 2 })))).to.deep.equal(['a1', 'b1']);
      expect(ids(await at.store.claimEvents(asking()))).to.deep.equal(['c1']);
      await done('a1', 'anna');
      const [next] = await at.store.claimEvents(asking());
      expect(next).to.deep.equal({
        id: 'a2',
        conversation: 'anna',
        receivedAt: NOON,
        body: { text: 'this is a2' },
        attempt: 1,
      });
    });

    it('gives an event to another worker once the lease has run out, and counts', async () => {
      await at.store.receive(event('e1', 'anna'));
      await at.store.claimEvents(asking());
      expect(await at.store.claimEvents(asking({ worker: 'w2', now: NOON + 30 * SECOND - 1 }))).to.deep.equal(
        [],
      );
      const [again] = await at.store.claimEvents(asking({ worker: 'w2', now: NOON + 30 * SECOND }));
      expect(again?.attempt).to.equal(2);
    });

    it('gives what a worker held when it died at once, and nothing of others', async () => {
      await at.store.receive(event('e1', 'anna'));
      await at.store.claimEvents(asking());
      await at.store.receive(event('e2', 'bo'));
      await at.store.claimEvents(asking({ worker: 'w2' }));
      await at.store.recover({ worker: 'w1', now: NOON });
      expect(ids(await at.store.claimEvents(asking()))).to.deep.equal(['e1']);
    });

    it('lets an event wait, and its conversation with it', async () => {
      await at.store.receive(event('e1', 'anna'));
      await at.store.receive(event('e2', 'anna'));
      await at.store.claimEvents(asking());
      await at.store.postponeEvent('e1', NOON + SECOND);
      expect(await at.store.claimEvents(asking())).to.deep.equal([]);
      expect(ids(await at.store.claimEvents(asking({ now: NOON + SECOND })))).to.deep.equal(['e1']);
      await at.store.postponeEvent('nobody-knows-me', NOON);
    });

    it('keeps what is written, whatever it is', async () => {
      const body = { text: '\u0000\u202e<b>å🚒\ud800"\'\\', nested: [1, null, true, { '': -0.5 }] };
      await at.store.receive(event('e/1:å 🚒', 'anna', { body }));
      const [kept] = await at.store.claimEvents(asking());
      expect([kept?.id, kept?.body]).to.deep.equal(['e/1:å 🚒', body]);
    });

    it('refuses what does not fit, and is as before', async () => {
      const refused = (id: string, more = {}) => refusal(at.store.receive(event(id, 'anna', more)));
      expect(await refused('e', { body: 'x'.repeat(1_048_577) })).to.equal('too-large');
      expect(await refused('e', { dedupeKeys: Array.from({ length: 9 }, String) })).to.equal('too-large');
      for (const id of ['', 'x'.repeat(301), 'a\nb', 'a\u0000', '\ud800', 'timer:1'])
        expect(await refused(id), JSON.stringify(id)).to.equal('invalid');
      expect(await refusal(at.store.receive({ ...event('e', 'anna'), receivedAt: 1.5 }))).to.equal('invalid');
      expect(await refusal(at.store.claimEvents(asking({ limit: 0 })))).to.equal('invalid');
      expect(await at.store.claimEvents(asking())).to.deep.equal([]);
    });
  });

  describe('timers', () => {
    const at = withStore(open);
    const set = (id: string, dueAt: number, conversation = 'anna') =>
      committing(at.store, { timers: [{ change: 'set', id, conversation, dueAt, body: { remind: id } }] });

    it('ring as events of their conversation, earliest first, once', async () => {
      await set('t2', NOON + 2 * SECOND);
      await set('t1', NOON + SECOND);
      await set('t3', NOON + 3 * SECOND);
      expect(await at.store.ringTimers({ now: NOON + 2 * SECOND, limit: 10 })).to.equal(2);
      expect(await at.store.ringTimers({ now: NOON + 2 * SECOND, limit: 10 })).to.equal(0);
      const [first] = await at.store.claimEvents(asking({ now: NOON + 2 * SECOND }));
      expect(first?.id).to.match(/^timer:/);
      expect(first).to.deep.include({
        conversation: 'anna',
        receivedAt: NOON + 2 * SECOND,
        body: { remind: 't1' },
      });
      await at.store.commit({
        event: first?.id ?? '',
        conversation: 'anna',
        expected: 0,
        state: {},
        at: NOON,
      });
      const [second] = await at.store.claimEvents(asking({ now: NOON + 2 * SECOND }));
      expect(second?.body).to.deep.equal({ remind: 't2' });
    });

    it('ring in portions', async () => {
      for (let i = 0; i < 5; i++) await set(`t${i}`, NOON);
      expect(await at.store.ringTimers({ now: NOON, limit: 3 })).to.equal(3);
      expect(await at.store.ringTimers({ now: NOON, limit: 3 })).to.equal(2);
    });

    it('are replaced and cancelled within a turn', async () => {
      await set('t1', NOON);
      await set('t1', NOON + 5 * SECOND);
      await set('t2', NOON);
      await committing(at.store, {
        timers: [
          { change: 'cancel', id: 't2' },
          { change: 'cancel', id: 'unknown' },
        ],
      });
      expect(await at.store.ringTimers({ now: NOON + SECOND, limit: 10 })).to.equal(0);
      expect(await at.store.ringTimers({ now: NOON + 5 * SECOND, limit: 10 })).to.equal(1);
    });

    it('ring again when they are set again for the same instant', async () => {
      for (let i = 0; i < 2; i++) {
        await set('t1', NOON);
        expect(await at.store.ringTimers({ now: NOON, limit: 10 })).to.equal(1);
      }
    });
  });
}
