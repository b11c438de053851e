import { expect } from 'chai';
import { at, playbookFrom } from '../../support/playbooks.ts';
import { changed, SAMPLE } from './sample.ts';

describe('a playbook as the domain sees it', () => {
  const playbook = playbookFrom(SAMPLE);

  it('has one text for all languages, or one for each', () => {
    expect(playbook.contacts.get('desk')?.role).to.deep.equal({ sv: 'Desk', en: 'Desk' });
    expect(playbook.announcements.absences[0]?.because).to.deep.equal({ sv: 'Semester', en: 'Holiday' });
  });

  it('has null for what is not said', () => {
    expect(playbook).to.include({ emergency: null, country: 'SE' });
    expect(playbook.pages).to.deep.equal({ who: 'everybody', routine: 'everybody', status: 'everybody' });
    expect(playbook.contacts.get('last')).to.include({
      phone: null,
      email: null,
      often: null,
      usedFor: null,
      standIn: null,
      isOwnManager: false,
      heldBy: null,
      isDesk: false,
    });
    expect(playbook.sites.get('all')).to.include({ parent: null, manager: null, contact: null });
    expect(playbook.routes[0]).to.deep.equal({
      class: 'critical',
      services: null,
      sites: null,
      roles: null,
      policy: 'direct',
    });
  });

  it('counts a report as sent where it can be sent, else as spoken', () => {
    expect(playbook.contacts.get('second')?.receipt).to.equal('sent');
    expect(playbook.contacts.get('desk')?.receipt).to.equal('spoken');
    expect(
      playbookFrom(changed('role: Desk', 'role: Desk, counts: sent')).contacts.get('desk')?.receipt,
    ).to.equal('sent');
  });

  it('has the steps of a policy with their order', () => {
    const [any, line] = playbook.policies.get('direct')!.steps;
    expect(any).to.deep.include({ order: 'any', contacts: ['desk', 'second'], asks: null });
    expect(any?.thenAfter?.toString()).to.equal('PT10M');
    expect(line).to.deep.include({
      order: 'line-of-managers',
      contacts: ['boss'],
      asks: 'overtime',
      thenAfter: null,
    });
  });

  it('includes the last day of an announcement wholly, and ends it at a time if one is given', () => {
    const end = (to: string) =>
      playbookFrom(changed('to: 2027-02-05', `to: ${to}`)).announcements.absences[0]?.end;
    expect(end('2027-02-05')).to.equal(at(playbook, '2027-02-06T00:00').epochMilliseconds);
    expect(end('2027-02-05T16:00')).to.equal(at(playbook, '2027-02-05T16:00').epochMilliseconds);
    expect(end('2027-02-01')).to.equal(at(playbook, '2027-02-02T00:00').epochMilliseconds);
  });

  it('reads times of announcements by the organisation’s clock', () => {
    const there = playbookFrom(changed('Europe/Stockholm', 'America/New_York'));
    expect(there.announcements.onCall[0]?.start).to.equal(
      Temporal.Instant.from('2027-01-01T05:00Z').epochMilliseconds,
    );
  });
});

describe('hours of contacts', () => {
  const isOpen = (text: string, id: string, local: string) => {
    const playbook = playbookFrom(text);
    return playbook.contacts.get(id)!.hours.segmentAt(at(playbook, local).epochMilliseconds).value;
  };

  it('are changed by exceptions for their day alone', () => {
    expect(isOpen(SAMPLE, 'desk', '2026-12-23T13:00')).to.deep.equal({ open: false, reason: 'half-day' });
    expect(isOpen(SAMPLE, 'desk', '2026-12-22T13:00')).to.deep.equal({ open: true, reason: 'open' });
  });

  it('close on the red days of the organisation, or of the contact’s own country', () => {
    const abroad = changed('hours: core }', 'hours: core, country: NO }');
    expect(isOpen(SAMPLE, 'desk', '2026-01-06T10:00').open).to.equal(false);
    expect(isOpen(abroad, 'desk', '2026-01-06T10:00').open).to.equal(true);
    expect(isOpen(abroad, 'desk', '2026-05-25T10:00').open).to.equal(false);
  });

  it('close on red days that the organisation adds, and not on those that it removes', () => {
    const own = changed(
      'country: SE',
      'country: SE, add: [{ date: 2026-12-22, name: Day off }], remove: [{ date: 01-06 }]',
    );
    expect(isOpen(own, 'desk', '2026-12-22T10:00')).to.deep.equal({ open: false, reason: 'public-holiday' });
    expect(isOpen(own, 'desk', '2026-01-06T10:00').open).to.equal(true);
  });

  it('follow the clock of the contact, if it has its own', () => {
    const elsewhere = changed('hours: core }', 'hours: core, timezone: Europe/London }');
    expect(isOpen(SAMPLE, 'desk', '2026-11-24T16:30').open).to.equal(false);
    expect(isOpen(elsewhere, 'desk', '2026-11-24T16:30').open).to.equal(true);
  });

  it('are shared by contacts that keep the same ones', () => {
    const { contacts } = playbookFrom(changed('role: Boss', 'role: Boss, hours: core'));
    expect(contacts.get('boss')?.hours).to.equal(contacts.get('desk')?.hours);
  });
});
