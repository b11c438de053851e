import { expect } from 'chai';
import type { WaitingTimer } from '../../src/ports/store/timers.ts';
import type { TimerChange } from '../../src/ports/store/turn.ts';
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

export function timerContract(open: StoreFactory): void {
  describe('timers that wait', () => {
    const at = withStore(open);
    const timer = (id: string, more: Partial<TimerChange & { change: 'set' }> = {}): TimerChange => ({
      ...{ change: 'set', id, conversation: 'web/kivido/anna', dueAt: NOON },
      ...{ body: { what: { kind: 'due' } }, ...more },
    });
    const found = async (search: object = {}): Promise<readonly WaitingTimer[]> =>
      (await at.store.findTimers({ limit: 200, ...search })).items;

    it('are found by organisation, kind, conversation and id, in the order in which they ring', async () => {
      await committing(at.store, {
        timers: [
          timer('late', { dueAt: NOON + 9 * SECOND }),
          timer('tick', { conversation: 'notice/kivido/N1', body: { what: { kind: 'tick' } } }),
          timer('early', { dueAt: NOON - SECOND }),
          timer('desk', { conversation: 'desk/porsanger' }),
          timer('odd', { conversation: 'nowhere', body: null, dueAt: NOON + SECOND }),
          timer('number', { body: { what: { kind: 7 } }, dueAt: NOON + 2 * SECOND }),
        ],
      });
      expect(ids(await found())).to.deep.equal(['early', 'tick', 'desk', 'odd', 'number', 'late']);
      expect(ids(await found({ organisation: 'kivido' }))).to.deep.equal(['early', 'tick', 'number', 'late']);
      expect(ids(await found({ organisation: 'kivido', kind: 'due' }))).to.deep.equal(['early', 'late']);
      expect(ids(await found({ conversation: 'desk/porsanger' }))).to.deep.equal(['desk']);
      expect(ids(await found({ id: 'odd' }))).to.deep.equal(['odd']);
      expect(await found({ id: 'tick' })).to.deep.equal([
        {
          ...{ id: 'tick', conversation: 'notice/kivido/N1', organisation: 'kivido', kind: 'tick' },
          ...{ dueAt: NOON, body: { what: { kind: 'tick' } } },
        },
      ]);
      const kinds = (await found()).map(({ organisation, kind }) => `${organisation} ${kind}`);
      expect(kinds).to.include.members(['porsanger due', ' null', 'kivido null']);
    });

    it('come in pages, each once', async () => {
      await committing(at.store, {
        timers: Array.from({ length: 7 }, (_, i) => timer(`t${i}`, { dueAt: NOON + (i % 2) })),
      });
      const seen: string[] = [];
      for (let after: string | undefined, more = true; more; ) {
        const page = await at.store.findTimers({ organisation: 'kivido', limit: 3, ...(after && { after }) });
        seen.push(...ids(page.items));
        more = page.next !== null;
        after = page.next ?? undefined;
      }
      expect(seen).to.deep.equal(['t0', 't2', 't4', 't6', 't1', 't3', 't5']);
      expect(await refusal(at.store.findTimers({ limit: 3, after: 'x' }))).to.equal('invalid');
      expect(await refusal(at.store.findTimers({ limit: 201 }))).to.equal('invalid');
    });

    it('say when the next of them rings', async () => {
      expect(await at.store.nextTimer()).to.equal(null);
      await committing(at.store, {
        timers: [timer('b', { dueAt: NOON + 5 }), timer('a', { dueAt: NOON + 3 })],
      });
      expect(await at.store.nextTimer()).to.equal(NOON + 3);
      await at.store.ringTimers({ now: NOON + 4, limit: 9 });
      expect(await at.store.nextTimer()).to.equal(NOON + 5);
    });

    it('are cancelled by their own organisation, and only as they were seen', async () => {
      await committing(at.store, { timers: [timer('t')] });
      expect(await at.store.cancelTimer({ id: 't', organisation: 'porsanger' })).to.equal(null);
      expect(await at.store.cancelTimer({ id: 'u', organisation: 'kivido' })).to.equal(null);
      expect(await at.store.cancelTimer({ id: 't', organisation: 'kivido', dueAt: NOON + 1 })).to.equal(null);
      expect(await found()).to.have.length(1);
      const gone = await at.store.cancelTimer({ id: 't', organisation: 'kivido', dueAt: NOON });
      expect(gone).to.deep.include({ id: 't', kind: 'due', dueAt: NOON });
      expect(await found()).to.deep.equal([]);
      expect(await at.store.ringTimers({ now: NOON, limit: 9 })).to.equal(0);
    });

    it('tell as events when they were to ring', async () => {
      await committing(at.store, { timers: [timer('t', { dueAt: NOON - 5 * SECOND })] });
      await at.store.receive(event('e1', 'bo'));
      await at.store.ringTimers({ now: NOON, limit: 9 });
      const claimed = await at.store.claimEvents(asking());
      expect(claimed.find(({ conversation }) => conversation === 'bo')).to.not.have.property('dueAt');
      expect(claimed.find(({ conversation }) => conversation !== 'bo')).to.deep.include({
        ...{ dueAt: NOON - 5 * SECOND, receivedAt: NOON },
      });
    });
  });

  describe('what was put off', () => {
    const at = withStore(open);

    it('is due at once after the clock went back; what somebody holds stays held', async () => {
      await at.store.receive(event('e1', 'anna'));
      await at.store.receive(event('e2', 'bo'));
      await at.store.claimEvents(asking());
      await at.store.postponeEvent('e1', NOON + 60 * SECOND);
      await committing(at.store, {
        deliveries: [
          { id: 'd1', destination: 'anna', kind: 'say', body: null, notBefore: NOON + 60 * SECOND },
        ],
      });
      const before = NOON - 3600 * SECOND;
      expect(await at.store.hastenAll(before)).to.equal(2);
      expect(ids(await at.store.claimEvents(asking({ now: before })))).to.deep.equal(['e1']);
      expect(ids(await at.store.claimDeliveries(asking({ now: before })))).to.deep.equal(['d1']);
    });
  });
}
