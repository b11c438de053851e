import { expect } from 'chai';
import { loadPlaybook } from '../../../../src/playbook/load.ts';
import { changed, faultsOf, lineOf, mistake } from '../sample.ts';

describe('contacts', () => {
  const [number, phone] = ['"+46346885555"', 'contacts.desk.phone'];
  mistake(
    'a national number gets its international form',
    number,
    '"0346-88 55 55"',
    phone,
    'international form, "+46346885555"',
  );
  mistake(
    'a number with spaces gets its form without',
    number,
    '"+46 (0)346-88 55 55"',
    phone,
    '"+46346885555"',
  );
  mistake(
    'no number at all',
    number,
    '"+4634"',
    phone,
    '"+4634"',
    'no valid telephone number',
    'country code',
  );
  const [shown, other] = ['contacts.desk.phone-shown', 'another number than "+46346885555"'];
  mistake(
    'another number is shown',
    number,
    `${number}, phone-shown: "0346-88 55 56"`,
    shown,
    other,
    'write the same',
  );
  mistake(
    'a number is shown where there is none',
    'where: Go there',
    'where: Go, phone-shown: "0346"',
    'contacts.last.phone-shown',
    'no phone',
  );
  mistake(
    'nobody can be reached',
    ', email: second@example.org',
    '',
    'contacts.second',
    'cannot be reached',
    'phone, email or url',
    '"where"',
  );
  mistake(
    'spoken where nobody can speak',
    'stand-in: desk',
    'counts: spoken',
    'contacts.second.counts',
    'no phone',
    'write sent',
  );
  mistake(
    'one number for everybody’s own manager',
    'role: Desk',
    'role: Desk, stands-for: own-manager',
    'contacts.desk.stands-for',
    'somebody else for each person',
    'remove the phone',
  );
});

describe('the last fallback', () => {
  const there = 'where: Go there';
  mistake(
    'must not close',
    there,
    `${there}, hours: core`,
    'contacts.last.hours',
    'last fallback',
    'write always',
  );
  mistake(
    'must serve every class',
    there,
    `${there}, for: normal`,
    'contacts.last.for',
    'every class',
    'remove it',
  );
  mistake(
    'must not go away',
    'contact: desk',
    'contact: last',
    'absences[1].contact',
    'cannot be absent',
    'another fallback',
  );
});

describe('what is no error', () => {
  it('a placeholder has a severity of its own, and the playbook loads', () => {
    const text = changed('"+46346885555"', '"+4600000001"');
    const { playbook, faults } = loadPlaybook('sample.yaml', text);
    expect(playbook).not.to.equal(null);
    expect(faults).to.have.length(1);
    expect(faults[0]).to.include({
      severity: 'placeholder',
      path: 'contacts.desk.phone',
      line: lineOf('desk:', text),
    });
    expect(faults[0]!.message).to.contain('+4600000001').and.contain('real number');
  });

  it('a number may be shown as the organisation writes it', () => {
    const text = changed('"+46346885555"', '"+46346885555", phone-shown: "0346 - 88 55 55"');
    expect(faultsOf(text)).to.deep.equal([]);
  });

  it('a short number that is dialled as it stands is a number', () => {
    expect(faultsOf(changed('"+46346885555"', '"11414"'))).to.deep.equal([]);
  });

  it('what nothing leads to is warned of', () => {
    const text = changed('last: {', 'spare: { role: Spare, where: Here }\n  last: {').replace(
      'hours:\n',
      'hours:\n  night: "Mo-Fr 20:00-24:00"\n',
    );
    const unused = changed('policies:\n', 'policies:\n  other:\n    - { any-of: desk }\n', text);
    expect(faultsOf(unused).map(({ severity, path }) => `${severity} ${path}`)).to.deep.equal([
      'warning hours.night',
      'warning contacts.spare',
      'warning policies.other',
    ]);
    expect(loadPlaybook('sample.yaml', unused).playbook).not.to.equal(null);
  });

  it('a stand-in, a supplier, a site’s contact and who is on call are in use', () => {
    expect(faultsOf(changed('[desk, second]', 'desk'))).to.deep.equal([]);
  });
});
