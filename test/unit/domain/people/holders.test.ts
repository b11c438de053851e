import { expect } from 'chai';
import type { Identity } from '../../../../src/domain/people/directory.ts';
import { heldBy, isAmong } from '../../../../src/domain/people/holders.ts';
import { playbookFrom } from '../../../support/playbooks.ts';
import { changed, mistake } from '../../playbook/sample.ts';

const PLAYBOOK = playbookFrom(
  changed(
    '  desk: { role: Desk, phone: "+46346885555", hours: core }\n  second: { role: Second, email: second@example.org, stand-in: desk }\n',
    `  desk: { role: Desk, phone: "+46346885555", hours: core, it-desk: true }
  second: { role: Second, email: second@example.org, stand-in: desk, held-by: planner, accounts: [Ola@Example.org, kari@example.org] }
`,
  ),
);
const NOBODY = { desk: false, role: null };

function known(email: string | null, isGuest?: boolean): Identity {
  return { name: 'Somebody', email, phone: null, manager: null, ...(isGuest !== undefined && { isGuest }) };
}

describe('who holds a contact', () => {
  it('is said by the address in the directory, in whatever case it is written', () => {
    expect(heldBy(PLAYBOOK, NOBODY, known('OLA@example.ORG'))).to.deep.equal(['second']);
    expect(heldBy(PLAYBOOK, NOBODY, known('kari@example.org'))).to.deep.equal(['second']);
  });

  it('is nobody without an address, with another, or of whom nobody told', () => {
    expect(heldBy(PLAYBOOK, NOBODY, known('second@example.org'))).to.deep.equal([]);
    expect(heldBy(PLAYBOOK, NOBODY, known(null))).to.deep.equal([]);
    expect(heldBy(PLAYBOOK, NOBODY, null)).to.deep.equal([]);
  });

  it('is no guest, whose address another organisation says', () => {
    expect(heldBy(PLAYBOOK, NOBODY, known('ola@example.org', true))).to.deep.equal([]);
    expect(heldBy(PLAYBOOK, NOBODY, known('ola@example.org', false))).to.deep.equal(['second']);
  });

  it('is whose role a channel knows for certain: the contact itself, or the role that holds it', () => {
    expect(heldBy(PLAYBOOK, { desk: false, role: 'boss' }, null)).to.deep.equal(['boss']);
    expect(heldBy(PLAYBOOK, { desk: false, role: 'planner' }, null)).to.deep.equal(['second']);
  });

  it('is everybody at IT’s desk where the playbook says so', () => {
    expect(heldBy(PLAYBOOK, { desk: true, role: null }, null)).to.deep.equal(['desk']);
  });

  it('is found in a list of roles and contacts', () => {
    expect(isAmong(PLAYBOOK, ['second'], NOBODY, known('ola@example.org'))).to.equal(true);
    expect(isAmong(PLAYBOOK, ['planner'], { desk: false, role: 'planner' }, null)).to.equal(true);
    expect(isAmong(PLAYBOOK, ['boss'], NOBODY, known('ola@example.org'))).to.equal(false);
    expect(isAmong(PLAYBOOK, [], { desk: false, role: 'boss' }, null)).to.equal(false);
  });
});

describe('what a playbook says of who holds a contact', () => {
  const BOSS = 'authorises: overtime }';
  mistake(
    'an account is an address',
    BOSS,
    'authorises: overtime, accounts: [ola] }',
    'contacts.boss.accounts[1]',
    'mail address',
  );
  mistake(
    'a role is one of the roles',
    BOSS,
    'authorises: overtime, held-by: plannr }',
    'contacts.boss.held-by',
    'did you mean "planner"',
  );
});
