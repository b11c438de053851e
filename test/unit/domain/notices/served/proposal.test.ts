import { expect } from 'chai';
import { answeredBy, proposalAtDepartment } from '../../../../../src/domain/notices/served/proposal.ts';
import type { OutageProposal } from '../../../../../src/domain/reports/outage.ts';
import { outageNotice } from '../../../../support/notices.ts';
import { shipped } from '../../../../support/playbooks.ts';
import { example } from '../../../../support/served-playbooks.ts';

const itcentrum = shipped('itcentrum');
const [tierp, alvkarleby] = [example('tierp'), example('alvkarleby')];
const proposal = (change: Partial<OutageProposal> = {}): OutageProposal => ({
  ...{ id: 'P1', organisation: 'tierp', service: 'tes', site: 'town-hall', at: 1, because: 'reports' },
  ...{ reports: ['R1', 'R2'], state: 'open' },
  ...change,
});

describe('what reports in a served organisation propose', () => {
  it('is put before the department in its own ids, with whose it is', () => {
    expect(proposalAtDepartment(tierp, itcentrum, proposal())).to.deep.equal({
      ...proposal({ organisation: 'itcentrum', site: 'tierp' }),
      from: { organisation: 'tierp', name: 'Tierps kommun' },
    });
    const planning = proposal({ service: 'home-care-planning', site: null });
    expect(proposalAtDepartment(alvkarleby, itcentrum, planning)).to.include({
      service: 'tes',
      site: 'alvkarleby',
    });
    const servedBy = { ...tierp.servedBy!, sites: new Map([['hall', 'town-hall']]) };
    expect(proposalAtDepartment({ ...tierp, servedBy }, itcentrum, proposal())?.site).to.equal('hall');
  });

  it('stays where it is for services that are not the department’s, or not known', () => {
    expect(proposalAtDepartment(tierp, itcentrum, proposal({ service: 'doors' }))).to.equal(null);
    expect(proposalAtDepartment(tierp, itcentrum, proposal({ service: null }))).to.equal(null);
    expect(proposalAtDepartment(tierp, null, proposal())).to.equal(null);
    expect(proposalAtDepartment(itcentrum, null, proposal())).to.equal(null);
  });

  it('is answered by an outage of the same, as one with all reports', () => {
    const outage = outageNotice({ organisation: 'tierp', services: ['tes', 'network'], sites: null });
    const open = [
      proposal(),
      proposal({ id: 'P2', site: 'home-care', reports: ['R2', 'R3'] }),
      proposal({ id: 'P3', service: 'doors' }),
      proposal({ id: 'P4', service: null }),
    ];
    expect(answeredBy(outage, open)).to.deep.equal([
      proposal({ state: 'announced', reports: ['R1', 'R2', 'R3'] }),
      proposal({ id: 'P2', site: 'home-care', reports: ['R2', 'R3'], state: 'dismissed' }),
    ]);
    expect(answeredBy({ ...outage, sites: ['home-care'] }, open).map(({ id }) => id)).to.deep.equal(['P2']);
    expect(answeredBy({ ...outage, services: [] }, open).map(({ id }) => id)).to.deep.equal([
      'P1',
      'P2',
      'P3',
    ]);
  });
});
