import { expect } from 'chai';
import { countOf, failureLine, isFailureLine, plainLine, sum } from '../../support/suites/plain-line.ts';

describe('the plain line at the end of a run', () => {
  it('is read as it is written, and nothing else is', () => {
    const count = { passed: 12, failed: 1, skipped: 0 };
    expect(plainLine(count)).to.equal('12 passed, 1 failed, 0 skipped');
    expect(countOf(plainLine(count))).to.deep.equal(count);
    for (const other of ['', '  12 passing (3s)', ' 1 passed, 2 failed, 3 skipped', '1 passed, 2 failed'])
      expect(countOf(other), other).to.equal(null);
  });

  it('counts all the runs together', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sum([one, one])).to.deep.equal({ passed: 2, failed: 4, skipped: 6 });
    expect(sum([])).to.deep.equal({ passed: 0, failed: 0, skipped: 0 });
  });

  it('tells a failure in one line, of a stated length, that is known again', () => {
    const line = failureLine('a store keeps', `expected 1\n  to equal ${'2'.repeat(1000)}`);
    expect(line).to.match(/^failed: a store keeps: expected 1 to equal 2+$/);
    expect(line).to.have.length.below(420);
    expect(isFailureLine(line)).to.equal(true);
    expect(isFailureLine('a group: failed')).to.equal(false);
    expect(countOf(line)).to.equal(null);
  });
});
