import { expect } from 'chai';
import type { RecordChange, RecordSearch } from '../../src/ports/store/records.ts';
import {
  committing,
  ids,
  NOON,
  refusal,
  report,
  SECOND,
  type StoreFactory,
  withStore,
} from '../support/store-arrange.ts';

export function recordContract(open: StoreFactory): void {
  describe('records', () => {
    const at = withStore(open);
    const key = (id: string) => ({ organisation: 'porsanger', kind: 'report', id });
    const search = (more: Partial<RecordSearch> = {}): RecordSearch => ({
      organisation: 'porsanger',
      kind: 'report',
      order: 'oldest',
      limit: 50,
      ...more,
    });
    const found = async (more: Partial<RecordSearch> = {}) =>
      ids((await at.store.findRecords(search(more))).items);

    it('count their versions, and take a change only of the one that is expected', async () => {
      await committing(at.store, { records: [report('r1', { expected: 0 })] });
      await committing(at.store, { records: [report('r1', { expected: 1, body: 'changed' })] });
      expect(await at.store.record(key('r1'))).to.deep.include({ version: 2, body: 'changed' });
      const late = await committing(at.store, { records: [report('r1', { expected: 1, body: 'late' })] });
      expect(late).to.deep.include({ outcome: 'conflict', on: 'record', version: 2 });
      await committing(at.store, { records: [report('r1', { body: 'whatever it was' })] });
      expect(await at.store.record(key('r1'))).to.deep.include({ version: 3, body: 'whatever it was' });
    });

    it('are written outside of a turn too, all or none, in the version that is expected', async () => {
      const write = (...changes: RecordChange[]) => at.store.writeRecords(changes);
      expect(await write(report('r1', { expected: 0 }), report('r2'))).to.deep.equal({ outcome: 'written' });
      expect(await at.store.record(key('r1'))).to.deep.include({ version: 1, body: { id: 'r1' } });
      expect(await found({ keys: { user: 'anna' } })).to.deep.equal(['r1', 'r2']);
      expect(await write(report('r2', { body: 'changed' }), report('r1', { expected: 0 }))).to.deep.equal({
        ...{ outcome: 'conflict', record: key('r1'), version: 1 },
      });
      expect(await at.store.record(key('r2'))).to.deep.include({ version: 1, body: { id: 'r2' } });
      await write({ change: 'delete', ...key('r1'), expected: 1 }, report('r2', { body: 'changed' }));
      expect([await at.store.record(key('r1')), (await at.store.record(key('r2')))?.version]).to.deep.equal([
        null,
        2,
      ]);
    });

    it('that do not fit are refused, and nothing of what came with them is kept', async () => {
      const tooLong = report('r2', { body: 'x'.repeat(300_000) });
      expect(await refusal(at.store.writeRecords([report('r1'), tooLong]))).to.equal('too-large');
      expect(await refusal(at.store.writeRecords(Array(1001).fill(report('r1'))))).to.equal('too-large');
      expect(await at.store.record(key('r1'))).to.equal(null);
    });

    it('are deleted with their keys, in the version that is expected', async () => {
      await committing(at.store, { records: [report('r1')] });
      const early = await committing(at.store, {
        records: [{ change: 'delete', ...key('r1'), expected: 2 }],
      });
      expect(early.outcome).to.equal('conflict');
      await committing(at.store, { records: [{ change: 'delete', ...key('r1'), expected: 1 }] });
      expect([await at.store.record(key('r1')), await found({ keys: { user: 'anna' } })]).to.deep.equal([
        null,
        [],
      ]);
      expect(
        (await committing(at.store, { records: [{ change: 'delete', ...key('r1') }] })).outcome,
      ).to.equal('committed');
    });

    it('are found by all of several keys, of their organisation and kind alone', async () => {
      await committing(at.store, {
        records: [
          report('r1'),
          report('r2', { keys: { user: 'anna', state: 'closed' } }),
          report('r3', { keys: { user: 'bo', state: 'open', site: 'school' } }),
          report('r4', { organisation: 'kivido' }),
          report('r5', { kind: 'outage' }),
        ],
      });
      expect(await found()).to.deep.equal(['r1', 'r2', 'r3']);
      expect(await found({ keys: { user: 'anna' } })).to.deep.equal(['r1', 'r2']);
      expect(await found({ keys: { user: 'anna', state: 'open' } })).to.deep.equal(['r1']);
      expect(await found({ keys: { state: 'open' } })).to.deep.equal(['r1', 'r3']);
      expect(await found({ keys: { state: 'open', site: 'school', user: 'bo' } })).to.deep.equal(['r3']);
      expect(await found({ keys: { colour: 'red' } })).to.deep.equal([]);
      expect(await at.store.record({ ...key('r1'), organisation: 'kivido' })).to.equal(null);
    });

    it('are found by the keys that they have now', async () => {
      await committing(at.store, { records: [report('r1')] });
      await committing(at.store, { records: [report('r1', { keys: { state: 'closed' } })] });
      expect(await found({ keys: { state: 'open' } })).to.deep.equal([]);
      expect(await found({ keys: { user: 'anna' } })).to.deep.equal([]);
      expect(await found({ keys: { state: 'closed' } })).to.deep.equal(['r1']);
    });

    it('are found as soon as they are written, also by who has just looked', async () => {
      const open = { keys: { state: 'open' } };
      expect(await found(open)).to.deep.equal([]);
      await committing(at.store, { records: [report('r1')] });
      expect(await found(open)).to.deep.equal(['r1']);
      await at.store.writeRecords([report('r2')]);
      expect(await found(open)).to.deep.equal(['r1', 'r2']);
      await committing(at.store, { records: [report('r1', { body: 'changed' })] });
      expect(await at.store.record(key('r1'))).to.deep.include({ version: 2, body: 'changed' });
    });

    it('come by time, then id, page by page without a gap, both ways', async () => {
      const records = Array.from({ length: 25 }, (_, i) =>
        report(`r${String.fromCharCode(97 + i)}`, { at: NOON + Math.floor(i / 3) * SECOND }),
      );
      await committing(at.store, { records });
      const inOrder = records.map(({ id }) => id);
      for (const keys of [undefined, { state: 'open' }, { state: 'open', user: 'anna' }]) {
        const asked = { limit: 4, ...(keys && { keys }) };
        expect(await allPages({ ...asked, order: 'oldest' })).to.deep.equal(inOrder);
        expect(await allPages({ ...asked, order: 'newest' })).to.deep.equal(inOrder.toReversed());
      }
    });

    it('refuse a page or a search beyond the limits', async () => {
      const refused = (more: Partial<RecordSearch>) => refusal(at.store.findRecords(search(more)));
      expect(await refused({ limit: 201 })).to.equal('invalid');
      expect(await refused({ limit: 0 })).to.equal('invalid');
      expect(await refused({ after: "'; DROP TABLE record; --" })).to.equal('invalid');
      expect(await refused({ keys: { a: '1', b: '2', c: '3', d: '4', e: '5' } })).to.equal('too-large');
    });

    async function allPages(more: Partial<RecordSearch>): Promise<string[]> {
      const pages: string[] = [];
      let after: string | undefined;
      do {
        const page = await at.store.findRecords(search({ ...more, ...(after !== undefined && { after }) }));
        pages.push(...ids(page.items));
        after = page.next ?? undefined;
      } while (after !== undefined);
      return pages;
    }
  });
}
