import { expect } from 'chai';
import type { StoredRecord } from '../../../../src/ports/store/records.ts';
import type { Store } from '../../../../src/ports/store.ts';
import { begin } from '../../../../src/runtime/escalations/beginnings.ts';
import type { EscalationParts } from '../../../../src/runtime/escalations/plan.ts';
import { KINDS } from '../../../../src/runtime/record-codecs.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import { shipped } from '../../../support/playbooks.ts';
import { reportOf } from '../../../support/reports.ts';

const OTHERS = 150;
const NOW = 1_795_000_000_000;
const HOUR = 3_600_000;

describe('the beginning of an escalation among many', () => {
  const playbook = shipped('porsanger');
  const { organisation } = playbook;
  const [service = ''] = playbook.services.keys();
  let store: Store;
  /** How often the store was asked after an answer had come. */
  let ways: number;

  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:' });
    ways = 0;
    for (let i = 0; i <= OTHERS; i++) await write(i);
  });
  afterEach(() => store.close());

  /** Reports of a day apart; all but the first are being brought to people. */
  async function write(i: number): Promise<void> {
    const id = `R${i}`;
    const at = NOW - i * 24 * HOUR;
    const report = reportOf(id, { class: 'critical', service, policy: 'it-by-phone', at });
    const keys = { user: 'anna', state: 'open' };
    const about = { change: 'write', organisation, at } as const;
    const escalation = {
      id,
      organisation,
      state: 'open',
      matter: { kind: 'report', reports: [id], order: null },
    };
    await store.writeRecords([
      { ...about, kind: KINDS.report, id, keys, body: report as never },
      ...(i === 0
        ? []
        : [
            {
              ...about,
              kind: KINDS.escalation,
              id,
              keys: { state: 'open', matter: 'report' },
              body: escalation as never,
            },
          ]),
    ]);
  }

  /** A store far away: what is asked at the same time is one way. */
  function far(): Pick<Store, 'record' | 'findRecords'> {
    let answer: Promise<void> | null = null;
    const way = (): Promise<void> => {
      if (answer !== null) return answer;
      ways++;
      answer = new Promise<void>((resolve) => setImmediate(resolve)).finally(() => {
        answer = null;
      });
      return answer;
    };
    return {
      record: async (key): Promise<StoredRecord | null> => way().then(() => store.record(key)),
      findRecords: async (search) => way().then(() => store.findRecords(search)),
    };
  }

  const start = (report: string) => {
    const what = {
      kind: 'start',
      matter: { kind: 'report', reports: [report], order: null },
      contacts: null,
    } as const;
    const event = { organisation, subject: 'beginnings', ahead: 0, what };
    const parts = { store: far(), ways: { mail: true, gateway: true } } as unknown as EscalationParts;
    return begin(parts, { id: 'e', event, playbook, process: {} as never, now: NOW } as never, what);
  };

  it('looks at those that are under way without a way to the store for each', async () => {
    await start('R0');
    expect(ways).to.be.below(OTHERS / 5);
  });

  it('joins the one of the same outage', async () => {
    const report = reportOf('R7b', {
      class: 'critical',
      service,
      policy: 'it-by-phone',
      at: NOW - 7 * 24 * HOUR,
    });
    await store.writeRecords([
      {
        ...{ change: 'write', organisation, kind: KINDS.report, id: 'R7b', at: report.at },
        ...{ keys: { user: 'bea', state: 'open' }, body: report as never },
      },
    ]);
    const { timers = [], records = [] } = await start('R7b');
    expect(records).to.deep.equal([]);
    expect(JSON.stringify(timers)).to.contain(`escalation/${organisation}/R7"`);
  });
});
