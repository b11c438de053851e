import { expect } from 'chai';
import { countsOf, type DutyEntry, monthBefore, rowsOf } from '../../../../src/domain/duties/month.ts';
import { shipped } from '../../../support/playbooks.ts';

const { duties, timezone } = shipped('falkenberg');
const duty = duties.get('daily-copy');
const now = Date.parse('2026-04-09T10:00:00Z');
const DONE: DutyEntry = { state: 'done', at: now, by: { contact: 'planner-ullared', name: null } };

describe('the month of a duty', () => {
  it('has each day that is due: what is kept, what is coming, and where nobody looked', () => {
    if (duty === undefined) throw new Error('Falkenberg has no daily copy');
    const days = { '2026-04-02': DONE, '2026-04-08': { ...DONE, state: 'late' as const } };
    const rows = rowsOf(duty, timezone, { month: '2026-04', days }, { now, since: '2026-04-02' });
    expect(rows.slice(0, 5).map(({ date, state }) => [date, state])).to.deep.equal([
      // The first is before anything is known; Good Friday to Easter Monday are red.
      ...[
        ['2026-04-02', 'done'],
        ['2026-04-07', 'unknown'],
        ['2026-04-08', 'late'],
        ['2026-04-09', 'coming'],
        ['2026-04-10', 'coming'],
      ],
    ]);
    expect(countsOf(rows)).to.deep.include({ done: 1, late: 1, unknown: 1, missed: 0, open: 0 });
    const none = rowsOf(duty, timezone, { month: '2026-04', days: {} }, { now, since: null });
    expect(none[0]).to.deep.include({ date: '2026-04-09', state: 'coming' });
  });

  it('shows what was done on a day that is no day of the duty any more', () => {
    const rows = rowsOf(
      { spansOn: () => [], againMs: 0 },
      timezone,
      { month: '2026-04', days: { '2026-04-04': DONE } },
      { now, since: null },
    );
    expect(rows.map(({ date }) => date)).to.deep.equal(['2026-04-04']);
  });

  it('follows the month before', () => {
    expect(monthBefore('2026-01')).to.equal('2025-12');
  });
});
