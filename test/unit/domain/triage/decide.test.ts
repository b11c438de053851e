import { expect } from 'chai';
import fc from 'fast-check';
import type { MatterClass } from '../../../../src/domain/contacts/contact.ts';
import { decide } from '../../../../src/domain/triage/decide.ts';
import { shipped } from '../../../support/playbooks.ts';

describe('the class of a matter', () => {
  const playbook = shipped('kivido');
  const critical = playbook.classes.get('critical')!.when;

  it('is critical by a circumstance, and says which', () => {
    expect(decide(playbook, { is: ['no-mail'], class: null })).to.deep.equal({
      class: 'critical',
      because: 'no-mail',
    });
  });

  it('names danger to life first, wherever it stands', () => {
    expect(decide(playbook, { is: ['no-mail', 'danger-to-life'], class: null }).because).to.equal(
      'danger-to-life',
    );
  });

  it('else is the class that was named, else normal, and no circumstance decided', () => {
    expect(decide(playbook, { is: [], class: 'critical' })).to.deep.equal({
      class: 'critical',
      because: null,
    });
    expect(decide(playbook, { is: ['unheard-of'], class: null })).to.deep.equal({
      class: 'normal',
      because: null,
    });
  });

  it('is critical by danger even where the rules forget it', () => {
    const forgetful = { ...playbook, classes: new Map() };
    expect(decide(forgetful, { is: ['danger-to-life', 'no-mail'], class: 'normal' })).to.deep.equal({
      class: 'critical',
      because: 'danger-to-life',
    });
    expect(decide({ ...forgetful, danger: null }, { is: ['danger-to-life'], class: null }).class).to.equal(
      'normal',
    );
  });

  it('does not depend on the order of the circumstances, and more of them never make it less urgent', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...playbook.circumstances.keys(), 'unheard-of'));
    const named = fc.constantFrom<MatterClass | null>('critical', 'normal', null);
    fc.assert(
      fc.property(ids, ids, named, (some, more, name) => {
        const decided = decide(playbook, { is: some, class: name });
        expect(decide(playbook, { is: some.toReversed(), class: name }).class).to.equal(decided.class);
        expect(decided.class === 'critical').to.equal(
          name === 'critical' || some.some((id) => critical.includes(id)),
        );
        if (decided.because !== null) expect(some).to.include(decided.because);
        if (decided.class === 'critical')
          expect(decide(playbook, { is: [...more, ...some], class: name }).class).to.equal('critical');
      }),
    );
  });
});
