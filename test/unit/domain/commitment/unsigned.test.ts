import { expect } from 'chai';
import { signersSeenBy, unsignedOf } from '../../../../src/domain/commitment/unsigned.ts';
import type { Person } from '../../../../src/domain/people/person.ts';
import { shipped } from '../../../support/playbooks.ts';

const playbook = shipped('harjedalen');
const person = (name: string, unit: string | null, email: string | null): Person => ({
  ...{ id: name, name, unit, email, role: null, phone: null, extension: null, privatePhone: null },
  ...{ services: [], hours: null },
});
const PEOPLE = [
  person('Anna', 'Vård och omsorg', 'anna@example.org'),
  person('Berit', 'health and care', 'BERIT@example.org'),
  person('Cajsa', 'Barn och utbildning', 'cajsa@example.org'),
  person('Dag', 'Vård och omsorg', null),
  person('Eva', null, 'eva@example.org'),
];
const as = (role: string | null, desk = false) => signersSeenBy(playbook, { role, desk }, null);
const named = (signed: readonly string[], seen: 'everybody' | ReadonlySet<string>) =>
  unsignedOf(playbook, PEOPLE, new Set(signed), seen).map(({ name }) => name);

describe('who has not signed', () => {
  it('is for managers of units and for IT only', () => {
    expect(as(null)).to.equal(null);
    expect(as('switchboard')).to.equal(null);
    expect(as('care-manager')).to.deep.equal(new Set(['vard-omsorg']));
    expect(as(null, true)).to.equal('everybody');
  });

  it('names to a manager those of their units, whatever language the directory is in', () => {
    expect(named([], new Set(['vard-omsorg']))).to.deep.equal(['Anna', 'Berit']);
    expect(named(['berit@example.org'], new Set(['vard-omsorg']))).to.deep.equal(['Anna']);
  });

  it('names to IT everybody who has an address', () => {
    expect(named(['anna@example.org'], 'everybody')).to.deep.equal(['Berit', 'Cajsa', 'Eva']);
  });
});
