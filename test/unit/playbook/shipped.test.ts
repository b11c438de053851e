import { expect } from 'chai';
import { formatFault } from '../../../src/playbook/fault.ts';
import { loadPlaybook } from '../../../src/playbook/load.ts';
import { SHIPPED, shipped, shippedText } from '../../support/playbooks.ts';
import { contact, isOpen, policyFor, steps } from './facts.ts';

describe('the shipped playbooks', () => {
  for (const organisation of SHIPPED)
    it(`${organisation} loads without error or warning, in its language and English`, () => {
      const { playbook, faults } = loadPlaybook(`${organisation}.yaml`, shippedText(organisation));
      expect(faults.filter(({ severity }) => severity !== 'placeholder').map(formatFault)).to.deep.equal([]);
      expect(playbook?.organisation).to.equal(organisation);
      expect(playbook?.languages).to.have.length(2).and.include('en');
    });

  it('belong to their countries', () => {
    const [sweden, norway, netherlands] = [
      ['SE', 'Europe/Stockholm', 'sv'],
      ['NO', 'Europe/Oslo', 'nb'],
      ['NL', 'Europe/Amsterdam', 'nl'],
    ];
    expect(
      SHIPPED.map((organisation) => shipped(organisation)).map(({ country, timezone, languages }) => [
        country,
        timezone,
        languages[0],
      ]),
    ).to.deep.equal([sweden, sweden, sweden, netherlands, norway]);
  });
});

describe('falkenberg: home care and its planning system', () => {
  const playbook = shipped('falkenberg');

  it('has the numbers and the mail address of its routine, and no placeholder', () => {
    expect(contact(playbook, 'it-service').phone).to.equal('+46346885555');
    expect(contact(playbook, 'intraphone-support')).to.include({
      phone: '+46200443000',
      phoneShown: '0200-44 30 00',
      email: 'support@intraphone.suocrm.eu',
    });
    expect(contact(playbook, 'fault-form').where?.sv).to.contain('mina program');
    expect(loadPlaybook('x', shippedText('falkenberg')).faults).to.deep.equal([]);
  });

  it('turns to IntraPhone’s support for IntraPhone web, to IT-service or the fault form for the rest', () => {
    expect(steps(playbook, policyFor(playbook, 'critical', { service: 'intraphone-web' })!)[0]).to.deep.equal(
      ['intraphone-support'],
    );
    for (const service of ['mobile-phones', 'intraphone-app', 'internet'])
      expect(steps(playbook, policyFor(playbook, 'critical', { service })!)).to.deep.equal([
        ['it-service', 'fault-form'],
      ]);
  });

  it('knows the two roles, and what counts as an outage', () => {
    expect([...playbook.roles.keys()]).to.deep.equal(['planner', 'care-worker']);
    expect(playbook.classes.get('critical')?.when).to.include.members(['nobody-gets-in', 'no-computers']);
  });
});

describe('harjedalen: the telephone policy', () => {
  const playbook = shipped('harjedalen');

  it('has the switchboard’s hours', () => {
    expect(shippedText('harjedalen')).to.contain(
      '"Mo-Fr 08:00-16:00; PH -1 day 08:00-12:00; Sa,Su off; PH off"',
    );
    const open = (local: string) => isOpen(playbook, 'switchboard', local);
    expect(['2026-11-24T08:00', '2026-11-24T15:59', '2026-12-24T11:59'].map(open)).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(
      [
        '2026-11-24T07:59',
        '2026-11-24T16:00',
        '2026-12-24T12:00',
        '2026-12-25T10:00',
        '2026-11-28T10:00',
      ].map(open),
    ).to.deep.equal([false, false, false, false, false]);
  });

  it('asks the unit’s own phone first, then the switchboard; for a mobile phone the IT unit', () => {
    expect(steps(playbook, policyFor(playbook, 'normal')!)).to.deep.equal([['site-contact', 'switchboard']]);
    expect(steps(playbook, policyFor(playbook, 'normal', { service: 'mobile-phone' })!)[0]).to.deep.equal([
      'it-unit',
    ]);
    expect(
      [...playbook.contacts.values()]
        .filter(({ extension }) => extension !== null)
        .map(({ extension }) => extension),
    ).to.deep.equal(['16000', '17000']);
  });
});

describe('kivido: childcare, ICT and telephony', () => {
  const playbook = shipped('kivido');

  it('has the supplier’s mail address', () => {
    expect(contact(playbook, 'supplier')).to.include({
      email: 'support@nemesys.nl',
      phone: null,
      receipt: 'sent',
    });
    for (const service of playbook.services.values()) expect(service.supplier).to.equal('supplier');
  });

  it('sends employees to the manager, and the manager to the supplier', () => {
    for (const name of ['critical', 'normal']) {
      expect(steps(playbook, policyFor(playbook, name)!)[0]).to.deep.equal(['manager-general-affairs']);
      expect(steps(playbook, policyFor(playbook, name, { role: 'manager-general-affairs' })!)).to.deep.equal([
        ['supplier'],
      ]);
    }
  });

  it('is urgent when the office cannot work', () => {
    expect(playbook.classes.get('critical')?.when).to.include.members([
      'server-down',
      'no-connection',
      'no-mail',
      'no-telephony',
    ]);
    expect(playbook.classes.get('normal')?.explains?.nl).to.contain('24 uur');
  });
});
