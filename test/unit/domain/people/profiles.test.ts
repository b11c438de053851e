import { expect } from 'chai';
import type { Person } from '../../../../src/domain/people/person.ts';
import { withFile, withoutContactNumbers, withProfiles } from '../../../../src/domain/people/profiles.ts';
import { peopleOf } from '../../../../src/people-file/from-profiles.ts';
import { shippedWithHolders } from '../../../support/playbooks.ts';

const ANNA = {
  ...{ id: 'a1', name: 'Anna  Berg', email: 'Anna@Example.test', unit: 'Skolan', role: 'Rektor' },
  ...{ phones: ['0680-16 17 00'], privatePhones: ['070-174 06 05'] },
};
const people = (source: 'teams' | 'slack', ...profiles: readonly object[]): readonly Person[] =>
  peopleOf(
    source,
    profiles.map((each) => ({ ...ANNA, ...each })),
    'SE',
  );
const ids = (all: readonly Person[]) => all.map(({ id }) => id);

describe('profiles of a platform as people of the directory', () => {
  it('have cleaned names, numbers that can be dialled, and their own number among the private ones', () => {
    expect(people('teams', {})).to.deep.equal([
      {
        ...{ id: 'teams:a1', name: 'Anna Berg', unit: 'Skolan', role: 'Rektor', email: 'anna@example.test' },
        ...{ phone: '+46680161700', privatePhone: '+46701740605' },
        ...{ extension: null, services: [], hours: null },
      },
    ]);
  });

  it('leave out what is no number or address, and whoever has no name', () => {
    const [found] = people('slack', {
      email: 'anna',
      phones: ['ring mig', '4711'],
      privatePhones: [],
      unit: ' ',
    });
    expect(found).to.include({ email: null, phone: null, privatePhone: null, unit: null });
    expect(people('slack', { name: '' }, { name: '123' })).to.deep.equal([]);
  });

  it('take the place of those who came from there before, and of nobody else', () => {
    const file = { ...people('teams', {})[0]!, id: '17', email: 'bo@example.test' };
    const before = [file, ...people('teams', { id: 'old' }), ...people('slack', { id: 's', email: null })];
    const after = withProfiles(
      before,
      'teams',
      people('teams', { id: 'new' }, { id: 'bo', email: 'bo@example.test' }),
    );
    expect(ids(after)).to.deep.equal(['17', 'slack:s', 'teams:new']);
  });

  it('stay when a file is read in, but for whom it lists', () => {
    const before = [...people('teams', {}, { id: 'c', email: 'c@example.test' })];
    const file = [
      { ...before[0]!, id: '17' },
      { ...before[0]!, id: '18', email: null },
    ];
    expect(ids(withFile([...before, { ...file[0]!, id: 'gone' }], file))).to.deep.equal([
      '17',
      '18',
      'teams:c',
    ]);
  });

  it('put no number beside that of a contact of the playbook (scenario D2)', () => {
    const playbook = shippedWithHolders('porsanger');
    const [lead, other] = withoutContactNumbers(
      playbook,
      people('teams', { email: 'it-lead@example.test' }, { id: 'x', email: 'x@example.test' }),
    );
    expect(lead).to.include({ phone: null, privatePhone: null, email: 'it-lead@example.test' });
    expect(other?.phone).to.equal('+46680161700');
  });
});
