import { expect } from 'chai';
import { at, shipped } from '../../support/playbooks.ts';
import { contact, isOpen, policyFor, steps } from './facts.ts';

describe('porsanger: IT support of a municipality', () => {
  const playbook = shipped('porsanger');
  const direct = ['it-lead', 'it-consultant', 'it-adviser'];

  it('has the queue, the mail address and TOPdesk for normal matters', () => {
    expect(contact(playbook, 'support-queue')).to.include({ phone: '+4740607700', usedFor: 'normal' });
    expect(contact(playbook, 'support-mail')).to.include({
      email: 'support@porsanger.kommune.no',
      usedFor: 'normal',
    });
    expect(contact(playbook, 'topdesk')).to.include({
      url: 'https://porsangerkommune.topdesk.net',
      usedFor: 'normal',
    });
    expect(steps(playbook, policyFor(playbook, 'normal')!)).to.deep.equal([
      ['topdesk'],
      ['support-mail', 'support-queue'],
    ]);
  });

  it('has three direct numbers without an order, placeholders, for critical matters only, received when spoken', () => {
    expect(direct.map((id) => contact(playbook, id).phone)).to.deep.equal([
      '+4700000001',
      '+4700000002',
      '+4700000003',
    ]);
    expect(direct.map((id) => contact(playbook, id).usedFor)).to.deep.equal([
      'critical',
      'critical',
      'critical',
    ]);
    const [first] = playbook.policies.get(policyFor(playbook, 'critical')!)!.steps;
    expect(first).to.deep.include({ order: 'any', contacts: direct, receipt: 'spoken' });
  });

  it('has core time from 9 to 14, and IT is often there until 16:30', () => {
    const often = contact(playbook, 'it-lead').often!;
    const oftenOpen = (local: string) => often.segmentAt(at(playbook, local).epochMilliseconds).value.open;
    expect(
      ['08:59', '09:00', '13:59', '14:00'].map((time) => isOpen(playbook, 'it-lead', `2026-11-24T${time}`)),
    ).to.deep.equal([false, true, true, false]);
    expect(['13:59', '14:00', '16:29', '16:30'].map((time) => oftenOpen(`2026-11-24T${time}`))).to.deep.equal(
      [false, true, true, false],
    );
    expect(isOpen(playbook, 'it-lead', '2027-05-17T10:00')).to.equal(false);
  });

  it('means by one’s own leader whoever that is', () => {
    const meant = [...playbook.contacts.values()].filter(({ isOwnManager }) => isOwnManager);
    expect(meant.map(({ id }) => id)).to.deep.equal(['own-leader']);
  });

  it('lets two roles authorise overtime, in order, and no other', () => {
    const able = [...playbook.contacts.values()].filter(({ authorises }) => authorises.has('overtime'));
    expect(able.map(({ id }) => id)).to.deep.equal(['economy-head', 'chief-executive']);
    const line = playbook.policies.get('it-by-phone')!.steps[1];
    expect(line).to.include({ order: 'line-of-managers', asks: 'overtime', startsWith: 'own-leader' });
    expect(line?.contacts).to.deep.equal(['economy-head', 'chief-executive']);
  });
});

describe('itcentrum: one IT department for five municipalities', () => {
  const playbook = shipped('itcentrum');

  it('has the five municipalities and the systems of its service windows', () => {
    const names = [...playbook.sites.values()].map(({ name }) => name.sv);
    expect(names).to.deep.equal(['Heby', 'Älvkarleby', 'Knivsta', 'Tierp', 'Östhammar']);
    expect([...playbook.services.keys()]).to.include.members([
      'staff-systems',
      'tierpsbyggen',
      'treserva',
      'tes',
    ]);
  });

  it('answers the telephone from 10 to 16 on the weekend of the service window, and not on other weekends', () => {
    const open = (local: string) => isOpen(playbook, 'support', local);
    for (const day of ['2022-10-29', '2022-10-30'])
      expect(['09:59', '10:00', '15:59', '16:00'].map((time) => open(`${day}T${time}`))).to.deep.equal([
        false,
        true,
        true,
        false,
      ]);
    expect(['2022-10-22T12:00', '2022-11-05T12:00'].map(open)).to.deep.equal([false, false]);
  });

  it('asks people to wait for more information where nobody answers', () => {
    expect(playbook.fallback.where?.sv).to.contain('vänta gärna på mer information innan du kontaktar oss');
  });
});
