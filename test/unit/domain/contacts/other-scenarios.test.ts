import { expect } from 'chai';
import { ask, names } from '../../../support/asking.ts';
import { shipped } from '../../../support/playbooks.ts';

describe('scenario A: home care in Falkenberg', () => {
  const playbook = shipped('falkenberg');

  it('leads IntraPhone web to its supplier, then to IT service', () => {
    const answer = ask(playbook, '2026-11-23T10:00', { service: 'intraphone-web', role: 'planner' });
    expect([names(answer, 0), names(answer, 1)]).to.deep.equal([
      ['intraphone-support'],
      ['it-service', 'fault-form'],
    ]);
    expect(answer.steps[0]!.contacts[0]).to.include({
      phone: '+46200443000',
      email: 'support@intraphone.suocrm.eu',
    });
  });

  it('leads everything else to IT service or the form, at any hour', () => {
    for (const service of ['intraphone-app', 'mobile-phones', 'internet']) {
      const answer = ask(playbook, '2026-12-25T03:00', { service, role: 'care-worker' });
      expect(names(answer)).to.deep.equal(['it-service', 'fault-form']);
      expect(answer).to.include({ open: true, until: null });
      expect(answer.steps[0]!.contacts[0]!.phone).to.equal('+46346885555');
    }
  });
});

describe('scenario C: Kivido', () => {
  const playbook = shipped('kivido');

  it('leads employees to the manager of general affairs, and the manager to the supplier', () => {
    expect(names(ask(playbook, '2026-11-23T10:00'))).to.deep.equal(['manager-general-affairs']);
    const forManager = ask(playbook, '2026-11-23T10:00', { role: 'manager-general-affairs' });
    expect(forManager.steps[0]!.contacts[0]!.email).to.equal('support@nemesys.nl');
  });

  it('lets the stand-in take the calls of a manager who is away', () => {
    const away = shipped(
      'kivido',
      'absences: [{ contact: manager-general-affairs, from: 2026-11-23, to: 2026-11-27 }]',
    );
    expect(names(ask(away, '2026-11-25T10:00'))).to.deep.equal(['-manager-general-affairs', 'directors']);
  });
});

describe('scenario E: IT-centrum', () => {
  const playbook = shipped('itcentrum');

  it('answers by phone 10–16 during the real window at the weekend, the night of the clock change between', () => {
    expect(ask(playbook, '2022-10-29T11:00', { site: 'tierp' })).to.include({
      open: true,
      until: '2022-10-29T16:00:00+02:00',
    });
    expect(ask(playbook, '2022-10-29T17:00')).to.include({ open: false, opens: '2022-10-30T10:00:00+01:00' });
    expect(ask(playbook, '2022-10-30T15:00')).to.include({ open: true, until: '2022-10-30T16:00:00+01:00' });
    expect(ask(playbook, '2022-11-12T11:00')).to.include({ open: false, reason: 'weekend' });
  });

  it('points to the operating information while support is closed', () => {
    expect(names(ask(playbook, '2022-11-12T11:00'))).to.deep.equal(['operating-information']);
  });
});
