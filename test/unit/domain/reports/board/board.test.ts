import { expect } from 'chai';
import fc from 'fast-check';
import {
  BOARD_FILTERS,
  type BoardFilter,
  type BoardViewer,
  boardOf,
} from '../../../../../src/domain/reports/board/board.ts';
import { boardEntry } from '../../../../../src/domain/reports/board/entry.ts';
import { NEW_LIFE, type ReportLife } from '../../../../../src/domain/reports/life/life.ts';
import type { Report, ReportState } from '../../../../../src/domain/reports/report.ts';
import { NINE } from '../../../../support/engine.ts';
import { shipped } from '../../../../support/playbooks.ts';
import { reportOf } from '../../../../support/reports.ts';

const playbook = shipped('kivido');
const HOUR = 3_600_000;
const NONE = { reminds: {}, pings: {} };
const life = (more: Partial<ReportLife>): ReportLife => ({ ...NEW_LIFE, ...more });
const viewer: BoardViewer = { user: 'joke', contacts: ['supplier-x'] };
const ids = (filter: BoardFilter, reports: readonly Report[]) =>
  boardOf(playbook, { reports, ...NONE }, viewer, filter).entries.map(({ report }) => report.id);

describe('the board of reports', () => {
  it('shows what is critical first, then what falls due first, then the oldest', () => {
    const reports = [
      reportOf('old', { at: NINE - 9 * HOUR }),
      reportOf('new', { at: NINE }),
      reportOf('due', { at: NINE, life: life({ due: { what: 'wait', at: NINE + HOUR } }), state: 'waiting' }),
      reportOf('critical', { at: NINE, class: 'critical' }),
      reportOf('closed', { state: 'closed' }),
    ];
    expect(ids('open', reports)).to.deep.equal(['critical', 'due', 'old', 'new']);
  });

  it('shows by each filter what belongs there, and counts all', () => {
    const reports = [
      reportOf('nobody', { class: 'critical' }),
      reportOf('wait', { state: 'waiting' }),
      reportOf('asked', { state: 'asked' }),
      reportOf('supplier', { state: 'handed-on', life: life({ supplier: 'supplier-x' }) }),
      reportOf('other', { state: 'in-work', life: life({ supplier: 'supplier-y' }) }),
      reportOf('gone', { state: 'withdrawn', class: 'critical' }),
    ];
    expect(ids('mine', reports)).to.have.members(['nobody', 'supplier']);
    expect(ids('critical', reports)).to.deep.equal(['nobody']);
    expect(ids('waiting', reports)).to.have.members(['wait', 'asked']);
    expect(ids('supplier', reports)).to.have.members(['supplier', 'other']);
    expect(ids('closed', reports)).to.deep.equal(['gone']);
    const { counts } = boardOf(playbook, { reports, ...NONE }, viewer, 'mine');
    expect(counts).to.deep.equal({ open: 5, mine: 2, critical: 1, waiting: 2, supplier: 2, closed: 1 });
  });

  it('shows of what is closed the newest first, and no more than is asked for', () => {
    const reports = [1, 2, 3].map((n) => reportOf(`r${n}`, { at: NINE + n, state: 'closed' }));
    const board = boardOf(playbook, { reports, ...NONE }, viewer, 'closed', 2);
    expect(board.entries.map(({ report }) => report.id)).to.deep.equal(['r3', 'r2']);
    expect(board.counts.closed).to.equal(3);
  });

  it('says of each report who has it', () => {
    const has = (more: Partial<Report>) => boardEntry(playbook, reportOf('r', more), NONE).has;
    expect(has({})).to.deep.equal({ who: 'nobody' });
    const received = { at: NINE, what: 'received', text: 'IT-leder' } as const;
    expect(has({ state: 'received', history: [received] })).to.deep.equal({
      who: 'person',
      name: 'IT-leder',
      contact: null,
    });
    expect(has({ state: 'asked' })).to.deep.equal({ who: 'reporter' });
    expect(has({ state: 'joined', life: life({ joined: 'X' }) })).to.deep.equal({
      who: 'another-report',
      report: 'X',
    });
    const looks = { at: NINE, what: 'looks-first', text: null, by: { name: 'Joke', contact: 'm' } } as const;
    expect(has({ state: 'looking', history: [looks] })).to.deep.equal({
      who: 'person',
      name: 'Joke',
      contact: 'm',
    });
    expect(has({ state: 'handed-on', life: life({ supplier: 's' }) })).to.deep.equal({
      who: 'contact',
      contact: 's',
    });
    expect(has({ state: 'closed', history: [received] })).to.deep.equal({ who: 'nobody' });
  });

  it('says what comes next: by its life, or when the reporter is asked again', () => {
    const next = (more: Partial<Report>, reminds: number | null) =>
      boardEntry(playbook, reportOf('r', more), {
        ...NONE,
        ...(reminds !== null && { reminds: { 'web/porsanger/anna': reminds } }),
      }).next;
    const due = { what: 'answer', at: NINE } as const;
    expect(next({ state: 'asked', life: life({ due }) }, NINE + HOUR)).to.deep.equal(due);
    expect(next({}, NINE + HOUR)).to.deep.equal({ what: 'asks-reporter', at: NINE + HOUR });
    expect(next({ state: 'received' }, NINE + HOUR)).to.equal(null);
    expect(next({ state: 'closed', life: life({ due }) }, NINE)).to.equal(null);
  });

  it('shows who is pinged, and counts it among theirs', () => {
    const pings = { r: { contacts: ['supplier-x'], at: NINE + 1 } };
    const board = boardOf(playbook, { reports: [reportOf('r')], reminds: {}, pings }, viewer, 'mine');
    expect(board.entries.map(({ has, next }) => ({ has, next }))).to.deep.equal([
      { has: { who: 'asked', contacts: ['supplier-x'] }, next: { what: 'pings', at: NINE + 1 } },
    ]);
    const others = { r: { contacts: ['supplier-y'], at: NINE + 1 } };
    const { counts } = boardOf(
      playbook,
      { reports: [reportOf('r')], reminds: {}, pings: others },
      viewer,
      'mine',
    );
    expect(counts.mine).to.equal(0);
    const on = { at: NINE, what: 'acknowledged', text: null, by: { name: 'Per', contact: 'c' } } as const;
    const taken = boardEntry(playbook, reportOf('r', { state: 'received', history: [on] }), NONE);
    expect(taken.has).to.deep.equal({ who: 'person', name: 'Per', contact: 'c' });
  });

  it('has each report under open or closed, and in no filter twice', () => {
    const states: readonly ReportState[] = [
      ...(['open', 'received', 'looking', 'waiting', 'asked', 'handing-on', 'handed-on'] as const),
      ...(['in-work', 'solved', 'joined', 'withdrawn', 'closed'] as const),
    ];
    const some = fc.record({ state: fc.constantFrom(...states), at: fc.nat(1000) });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (all) => {
        const reports = all.map((more, i) => reportOf(`r${i}`, more));
        const shown = (filter: BoardFilter) => ids(filter, reports);
        expect([...shown('open'), ...shown('closed')]).to.have.members(reports.map(({ id }) => id));
        for (const filter of BOARD_FILTERS)
          expect(new Set(shown(filter)).size).to.equal(shown(filter).length);
      }),
    );
  });
});
