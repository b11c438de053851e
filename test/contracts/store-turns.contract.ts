import { expect } from 'chai';
import type { Turn } from '../../src/ports/store/turn.ts';
import {
  asking,
  committing,
  delivery,
  event,
  ids,
  NOON,
  refusal,
  report,
  type StoreFactory,
  withStore,
} from '../support/store-arrange.ts';

export function turnContract(open: StoreFactory): void {
  describe('a turn', () => {
    const at = withStore(open);
    const REPORT = { organisation: 'porsanger', kind: 'report', id: 'r1' };
    const turn = (more: Partial<Turn> = {}): Turn => ({
      event: 'e1',
      conversation: 'anna',
      expected: 0,
      state: { step: 1 },
      at: NOON,
      records: [report('r1')],
      deliveries: [delivery('d1')],
      timers: [{ change: 'set', id: 't1', conversation: 'anna', dueAt: NOON, body: null }],
      ...more,
    });
    beforeEach(() => at.store.receive(event('e1', 'anna')));

    /** What a turn that was refused must not have left behind. */
    async function expectNothing(): Promise<void> {
      expect(await at.store.load('anna')).to.equal(null);
      expect(await at.store.record(REPORT)).to.equal(null);
      expect(await at.store.delivery('d1')).to.equal(null);
      expect(await at.store.ringTimers({ now: NOON, limit: 10 })).to.equal(0);
      expect(ids(await at.store.claimEvents(asking()))).to.deep.equal(['e1']);
    }

    it('writes state, records, deliveries and timers, and ends the event', async () => {
      expect(await at.store.commit(turn())).to.deep.equal({ outcome: 'committed', version: 1 });
      expect(await at.store.load('anna')).to.deep.equal({ version: 1, state: { step: 1 } });
      expect(await at.store.record(REPORT)).to.deep.include({ ...REPORT, version: 1, body: { id: 'r1' } });
      expect(await at.store.claimEvents(asking())).to.deep.equal([]);
      expect(ids(await at.store.claimDeliveries(asking()))).to.deep.equal(['d1']);
      expect(await at.store.ringTimers({ now: NOON, limit: 10 })).to.equal(1);
    });

    it('is done once, however often it is committed', async () => {
      await at.store.commit(turn());
      const again = await Promise.all([at.store.commit(turn()), at.store.commit(turn({ expected: 1 }))]);
      expect(again).to.deep.equal([{ outcome: 'already-processed' }, { outcome: 'already-processed' }]);
      expect((await at.store.load('anna'))?.version).to.equal(1);
    });

    it('is refused when the conversation has moved on, and leaves nothing', async () => {
      expect(await at.store.commit(turn({ expected: 3 }))).to.deep.equal({
        outcome: 'conflict',
        on: 'conversation',
        version: 0,
      });
      await expectNothing();
    });

    it('of two on the same version is done once', async () => {
      await at.store.receive(event('e2', 'anna'));
      const [first, second] = await Promise.all([
        at.store.commit(turn()),
        at.store.commit(turn({ event: 'e2', deliveries: [delivery('d2')], state: { step: 2 } })),
      ]);
      expect(first).to.deep.equal({ outcome: 'committed', version: 1 });
      expect(second).to.deep.equal({ outcome: 'conflict', on: 'conversation', version: 1 });
      expect(await at.store.delivery('d2')).to.equal(null);
    });

    it('is refused when a record has moved on, and leaves nothing', async () => {
      const result = await at.store.commit(
        turn({ records: [report('other'), report('r1', { expected: 4 })] }),
      );
      expect(result).to.deep.equal({ outcome: 'conflict', on: 'record', record: REPORT, version: 0 });
      await expectNothing();
      expect(await at.store.record({ ...REPORT, id: 'other' })).to.equal(null);
    });

    it('leaves nothing when any part of it does not fit', async () => {
      const big = 'x'.repeat(262_145);
      const unfit: [string, Partial<Turn>][] = [
        ['too-large', { state: big }],
        ['too-large', { records: [report('r1'), report('r2', { body: big })] }],
        ['too-large', { deliveries: [delivery('d1'), delivery('d2', { body: big })] }],
        ['too-large', { timers: [{ change: 'set', id: 't', conversation: 'anna', dueAt: NOON, body: big }] }],
        ['too-large', { deliveries: Array.from({ length: 1001 }, (_, i) => delivery(`d${i}`)) }],
        ['invalid', { deliveries: [delivery('d1'), delivery('d1')] }],
        ['invalid', { records: [report('r1', { keys: { user: '' } })] }],
        ['invalid', { conversation: 'bo' }],
        ['unknown-event', { event: 'never-came' }],
      ];
      for (const [code, more] of unfit) expect(await refusal(at.store.commit(turn(more)))).to.equal(code);
      await expectNothing();
    });

    it('that fails does not harm those committed at the same time', async () => {
      const before = committing(at.store, { deliveries: [delivery('before')] });
      const failing = refusal(at.store.commit(turn({ deliveries: [delivery('d1'), delivery('d1')] })));
      const after = committing(at.store, { deliveries: [delivery('after')] });
      expect([(await before).outcome, await failing, (await after).outcome]).to.deep.equal([
        'committed',
        'invalid',
        'committed',
      ]);
      await expectNothing();
    });

    it('takes a thousand deliveries', async () => {
      const deliveries = Array.from({ length: 1000 }, (_, i) =>
        delivery(`d${i}`, { destination: `user ${i}` }),
      );
      expect((await at.store.commit(turn({ deliveries }))).outcome).to.equal('committed');
      expect(await at.store.claimDeliveries(asking({ limit: 500 }))).to.have.length(500);
    });
  });
}
