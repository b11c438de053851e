import { expect } from 'chai';
import type { Effect } from '../../../src/conversation/effects.ts';
import type { TurnEvent } from '../../../src/conversation/event.ts';
import type { Report } from '../../../src/domain/reports/report.ts';
import type { RecordChange } from '../../../src/ports/store/records.ts';
import type { Turn } from '../../../src/ports/store/turn.ts';
import type { Store } from '../../../src/ports/store.ts';
import { referenceOf } from '../../../src/runtime/names.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { heard, NINE, saying, TestEngine } from '../../support/engine.ts';
import { outageNotice } from '../../support/notices.ts';
import { reportOf } from '../../support/reports.ts';

/** A store in memory, where something happens just before each of the next commits. */
function disturbed(before: ((store: Store, turn: Turn) => Promise<unknown>)[]): Store {
  const store = openSqliteStore({ file: ':memory:' });
  return new Proxy(store as Store, {
    get(target, name) {
      if (name !== 'commit') {
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return async (turn: Turn) => {
        await before.shift()?.(target, turn);
        return target.commit(turn);
      };
    },
  });
}

/** Writes something else in between, as another process would. */
let others = 0;
async function other(
  store: Store,
  change: Partial<Turn>,
  conversation = 'web/porsanger/other',
): Promise<void> {
  const event = `other ${others++}`;
  await store.receive({ id: event, conversation, receivedAt: NINE, body: null });
  const known = await store.load(conversation);
  const { outcome } = await store.commit({
    ...{ event, conversation, expected: known?.version ?? 0, state: {}, at: NINE },
    ...change,
  });
  expect(outcome).to.equal('committed');
}

const writing = (report: Report, kind = 'report', state = 'open'): { records: RecordChange[] } => ({
  records: [
    {
      ...{ change: 'write', organisation: 'porsanger', kind, id: report.id, at: report.at },
      ...{ keys: { user: report.user, state }, body: report as never },
    },
  ],
});

describe('turns that meet each other', () => {
  const keeping = (report: (event: TurnEvent) => Report) =>
    saying(heard, (event) => ({ effects: [{ effect: 'keep-report', report: report(event) } as Effect] }));

  it('are computed again on what the other committed to the conversation', async () => {
    const store = disturbed([
      (target) => other(target, { state: { at: NINE, failures: 0, state: null } }, 'web/porsanger/anna'),
    ]);
    const runs: number[] = [];
    const service = new TestEngine(
      saying((event, { turns }) => {
        runs.push(turns);
        return `${heard(event)} ${turns + 1}`;
      }),
      { store },
    );
    await service.say('a', 'hei');
    expect(runs).to.deep.equal([0, 1]);
    expect(service.sender.texts).to.deep.equal(['hei 2']);
  });

  it('never overwrite a report that another changed: the turn runs again on the change', async () => {
    const before: Parameters<typeof disturbed>[0] = [];
    const store = disturbed(before);
    const service = new TestEngine(
      keeping(({ known, reference }) => {
        const [report] = known.reports;
        return report === undefined ? reportOf(reference) : { ...report, what: `${report.what}+ours` };
      }),
      { store },
    );
    await service.say('a', 'report');
    const id = referenceOf('a');
    before.push((target) => other(target, writing({ ...reportOf(id), what: 'theirs' })));
    await service.say('b', 'add');
    const record = await store.record({ organisation: 'porsanger', kind: 'report', id });
    expect(record).to.deep.include({ version: 3, body: { ...reportOf(id), what: 'theirs+ours' } });
    expect(service.sender.texts).to.deep.equal(['report', 'add']);
  });

  it('give what is new another reference when the first is somebody else’s', async () => {
    const service = new TestEngine(keeping(({ reference }) => reportOf(reference)));
    await other(service.store, writing({ ...reportOf(referenceOf('a')), user: 'bo' }));
    await service.say('a', 'report');
    const { items } = await service.store.findRecords({
      ...{ organisation: 'porsanger', kind: 'report', order: 'oldest', limit: 10 },
    });
    expect(items.map(({ id, version }) => `${id} ${version}`).sort()).to.deep.equal(
      [`${referenceOf('a')} 1`, `${referenceOf('a', 1)} 1`].sort(),
    );
  });

  it('wait for a moment when they meet again and again, and are apologised for at last', async () => {
    const notice = outageNotice({ id: 'SAME' });
    // An id that does not come of the reference meets the same record however often it is tried.
    const service = new TestEngine(
      saying(heard, () => ({ effects: [{ effect: 'keep-notice', notice, news: null }] })),
    );
    await other(service.store, writing(reportOf('SAME'), 'notice', 'waiting'));
    await service.say('a', 'announce');
    expect(service.sender.texts).to.deep.equal([]);
    for (let i = 0; i < 5; i++) {
      service.now += 60_000;
      await service.engine.workThrough();
    }
    expect(service.sender.texts).to.have.length(2);
    expect(service.sender.texts[1]).to.equal('call');
  });
});
