import { expect } from 'chai';
import fc from 'fast-check';
import type { OutageProposal } from '../../../../src/domain/reports/outage.ts';
import type { Report } from '../../../../src/domain/reports/report.ts';
import { proposalFor, sameMatter } from '../../../../src/domain/reports/tie.ts';
import { shipped } from '../../../support/playbooks.ts';
import { reportOf } from '../../../support/reports.ts';

const playbook = shipped('itcentrum');
const WINDOW = playbook.outageRule.within.total({ unit: 'millisecond' });
const NEEDED = playbook.outageRule.reports;

function by(user: string, change: Partial<Report> = {}): Report {
  return reportOf(`R-${user}`, { user, service: 'tes', site: 'tierp', ...change });
}

describe('reports that may be one outage', () => {
  const others = Array.from({ length: NEEDED - 1 }, (_, i) => by(`user${i}`));

  it('are proposed when enough people of one unit report one service', () => {
    const proposal = proposalFor(playbook, by('anna'), others, 'P1');
    expect(proposal).to.deep.include({
      id: 'P1',
      because: 'reports',
      service: 'tes',
      site: 'tierp',
      state: 'open',
    });
    expect(proposal?.reports).to.have.members(['R-anna', ...others.map(({ id }) => id)]);
  });

  it('are not proposed for another service, another unit, a withdrawn report, or the same person again', () => {
    for (const change of [
      { service: 'treserva' },
      { site: 'heby' },
      { state: 'withdrawn' as const },
      { user: 'anna' },
    ]) {
      const [first, ...rest] = others;
      const changed = [{ ...(first ?? by('x')), ...change }, ...rest];
      expect(proposalFor(playbook, by('anna'), changed, 'P1'), JSON.stringify(change)).to.equal(null);
    }
  });

  it('are proposed at once when nobody there can work, but not for danger to one life', () => {
    expect(proposalFor(playbook, by('anna', { hit: 'everybody' }), [], 'P1')?.because).to.equal('everybody');
    const stopped = by('anna', { circumstances: ['whole-unit-stopped'] });
    expect(proposalFor(playbook, stopped, [], 'P1')?.because).to.equal('everybody');
    expect(proposalFor(playbook, by('anna', { circumstances: ['danger-to-life'] }), [], 'P1')).to.equal(null);
  });

  it('belong together only within the playbook’s time, to the millisecond', () => {
    const minutes = fc.array(fc.integer({ min: -2 * WINDOW, max: 2 * WINDOW }), { maxLength: 8 });
    fc.assert(
      fc.property(minutes, (offsets) => {
        const recent = offsets.map((at, i) => by(`user${i}`, { at }));
        const near = offsets.filter((at) => Math.abs(at) <= WINDOW).length;
        const proposal = proposalFor(playbook, by('anna', { at: 0 }), recent, 'P1');
        expect(proposal !== null).to.equal(near + 1 >= NEEDED);
        if (proposal !== null) expect(proposal.reports).to.have.length(near + 1);
      }),
    );
  });

  it('join a proposal that waits, for the same service and unit only', () => {
    const waiting = proposalFor(playbook, by('anna'), others, 'P1') as OutageProposal;
    expect(sameMatter(waiting, by('bo'))).to.equal(true);
    expect(sameMatter(waiting, by('bo', { site: 'heby' }))).to.equal(false);
    expect(sameMatter({ ...waiting, state: 'dismissed' }, by('bo'))).to.equal(false);
  });
});
