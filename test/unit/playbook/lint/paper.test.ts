import { expect } from 'chai';
import { loadPlaybook } from '../../../../src/playbook/load.ts';
import { shippedText } from '../../../support/playbooks.ts';

/** What is found with another rule for paper in Falkenberg. */
function findings(rule: string): readonly string[] {
  const [before = ''] = shippedText('falkenberg').split('\npaper:\n');
  const { faults } = loadPlaybook('test.yaml', `${before}\npaper:\n  binder: ${rule}\n`);
  return faults.map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
}

describe('the part on paper', () => {
  it('is sound as it ships', () => {
    expect(findings('{ name: Pärmen, units: { ullared: planner-ullared } }')).to.deep.equal([]);
  });

  it('names only routines, sites and contacts that there are', () => {
    const found = findings('{ name: P, routines: [nix], units: { nowhere: nobody }, tell: [none] }').join(
      '\n',
    );
    for (const path of ['paper.binder.routines', 'paper.binder.units.nowhere', 'paper.binder.tell'])
      expect(found).to.contain(path);
  });

  it('says the reminder before the end', () => {
    expect(findings('{ name: P, within: 2, again: 2, units: { ullared: planner-ullared } }')).to.deep.equal([
      'error paper.binder.again: is not before the end; write less than 2',
    ]);
  });

  it('refuses times beyond the limits, and no units at all', () => {
    const found = findings('{ name: P, within: 31, units: {} }').join('\n');
    expect(found)
      .to.contain('is no number of working days from 1 to 30')
      .and.contain('name at least one unit');
  });

  it('warns where nobody hears of what is not printed', () => {
    const found = findings('{ name: P, units: { hemtjansten: planner-ullared } }');
    expect(found).to.have.length(1);
    expect(found[0]).to.contain('warning paper.binder.units.hemtjansten: has no manager');
    expect(
      findings('{ name: P, tell: [manager-ullared], units: { hemtjansten: planner-ullared } }'),
    ).to.deep.equal([]);
  });
});
