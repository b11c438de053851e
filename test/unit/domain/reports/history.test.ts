import { expect } from 'chai';
import { happened } from '../../../../src/domain/reports/history.ts';
import { REPORT_LIMITS } from '../../../../src/domain/reports/report.ts';
import { reportOf } from '../../../support/reports.ts';

const reported = () => reportOf('R1', { history: [{ at: 0, what: 'reported', text: null }] });

describe('the history of a report', () => {
  it('tells what happened, and the report is as it became', () => {
    const report = happened(reported(), 5, 'received', { state: 'received' }, 'IT-leder');
    expect(report.state).to.equal('received');
    expect(report.history.at(-1)).to.deep.equal({ at: 5, what: 'received', text: 'IT-leder' });
  });

  it('keeps its beginning and its newest entries when it grows very long', () => {
    let report = reported();
    for (let i = 1; i <= REPORT_LIMITS.history + 50; i++) report = happened(report, i, 'added');
    expect(report.history).to.have.length(REPORT_LIMITS.history);
    expect(report.history[0]?.what).to.equal('reported');
    expect(report.history.at(-1)?.at).to.equal(REPORT_LIMITS.history + 50);
  });
});
