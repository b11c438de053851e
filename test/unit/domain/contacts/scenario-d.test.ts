import { expect } from 'chai';
import { ask, names } from '../../../support/asking.ts';
import { shipped } from '../../../support/playbooks.ts';

// Porsanger: TOPdesk for what is not critical, the telephone for what is, the line of managers outside working hours.
describe('scenario D: IT support of Porsanger', () => {
  const playbook = shipped('porsanger');

  it('names three numbers without an order at 10 on a working day; received when spoken', () => {
    const answer = ask(playbook, '2026-11-23T10:00');
    expect(answer).to.include({ open: true, reason: 'open', until: '2026-11-23T14:00:00+01:00' });
    expect(answer.steps[0]).to.include({ order: 'any', receipt: 'spoken' });
    expect(names(answer)).to.deep.equal(['it-lead', 'it-consultant', 'it-adviser']);
    expect(answer.steps[0]!.contacts.map(({ phone }) => phone)).to.deep.equal([
      '+4700000001',
      '+4700000002',
      '+4700000003',
    ]);
  });

  it('still gives the numbers between 14 and 16:30, often reached', () => {
    const answer = ask(playbook, '2026-11-23T15:00');
    expect(answer).to.include({ open: true, until: '2026-11-23T16:30:00+01:00' });
    expect(names(answer)).to.deep.equal(['it-lead', 'it-consultant', 'it-adviser']);
  });

  it('gives no direct number outside working hours, but the line of managers up to the two who authorise overtime', () => {
    for (const time of [
      '2026-11-23T22:00',
      '2026-11-23T16:30',
      '2026-11-24T08:59',
      '2026-11-28T11:00',
      '2026-05-01T10:00',
    ]) {
      const answer = ask(playbook, time);
      expect(answer.open, time).to.equal(false);
      expect(answer.steps, time).to.have.length(1);
      expect(answer.steps[0]).to.include({ order: 'line-of-managers', receipt: 'spoken' });
      expect(names(answer)).to.deep.equal(['own-leader', 'economy-head', 'chief-executive']);
    }
  });

  it('starts the line at the manager of the caller’s own unit', () => {
    expect(names(ask(playbook, '2026-11-23T22:00', { site: 'helse-omsorg' }))).to.deep.equal([
      'health-head',
      'economy-head',
      'chief-executive',
    ]);
    expect(names(ask(playbook, '2026-11-23T22:00', { site: 'kommunen' }))).to.deep.equal([
      'economy-head',
      'chief-executive',
    ]);
  });

  it('leads what is not critical to TOPdesk, then to mail and queue, and never to a direct number', () => {
    const answer = ask(playbook, '2026-11-23T10:00', { class: 'normal' });
    expect(answer.steps.map(({ receipt }) => receipt)).to.deep.equal(['sent', 'sent']);
    expect([names(answer, 0), names(answer, 1)]).to.deep.equal([
      ['topdesk'],
      ['support-mail', 'support-queue'],
    ]);
    expect(answer.steps[0]!.contacts[0]).to.include({
      url: 'https://porsangerkommune.topdesk.net',
      phone: null,
    });
  });

  it('names who is away as not available, without a number', () => {
    const away = shipped('porsanger', 'absences: [{ contact: it-lead, from: 2026-11-23, to: 2026-11-24 }]');
    const answer = ask(away, '2026-11-23T10:00');
    expect(names(answer)).to.deep.equal(['-it-lead', 'it-consultant', 'it-adviser']);
    expect(answer.steps[0]!.contacts[0]).to.include({ phone: null, until: '2026-11-25T09:00:00+01:00' });
  });

  it('passes over a step that nobody covers, and says why', () => {
    const away = shipped(
      'porsanger',
      'absences: [{ contact: it-lead, from: 2026-11-23, to: 2026-11-23 }, { contact: it-consultant, from: 2026-11-23, to: 2026-11-23 }, { contact: it-adviser, from: 2026-11-23, to: 2026-11-23 }]',
    );
    const answer = ask(away, '2026-11-23T10:00');
    expect(answer).to.include({
      open: false,
      reason: 'announced-absence',
      opens: '2026-11-24T09:00:00+01:00',
    });
    expect(answer.steps[0]!.order).to.equal('line-of-managers');
  });

  it('prefers who is on call by agreement, and nobody else’s working hours then matter', () => {
    const onCall = shipped(
      'porsanger',
      'on-call: [{ contact: it-adviser, from: 2026-11-23T16:30, to: 2026-11-24T09:00, class: critical, site: helse-omsorg, announced-to: helse-omsorg }]',
    );
    const concerned = ask(onCall, '2026-11-23T22:00', { site: 'helse-omsorg' });
    expect(concerned).to.include({ open: true, reason: 'on-call-agreement' });
    expect([names(concerned, 0), concerned.steps[1]!.order]).to.deep.equal([
      ['it-adviser'],
      'line-of-managers',
    ]);
    expect(concerned.steps[0]!.contacts[0]!.until).to.equal('2026-11-24T09:00:00+01:00');
    expect(ask(onCall, '2026-11-23T22:00', { site: 'oppvekst' })).to.include({
      open: false,
      reason: 'outside-hours',
    });
    expect(ask(onCall, '2026-11-24T09:00', { site: 'helse-omsorg' })).to.include({ reason: 'open' });
  });

  it('does not call who is on call but announced as absent', () => {
    const both = shipped(
      'porsanger',
      'on-call: [{ contact: it-adviser, from: 2026-11-23, to: 2026-11-24, class: critical, announced-to: everybody }]\nabsences: [{ contact: it-adviser, from: 2026-11-23T20:00, to: 2026-11-24 }]',
    );
    expect(ask(both, '2026-11-23T19:00').steps[0]!.contacts[0]).to.include({
      id: 'it-adviser',
      until: '2026-11-23T20:00:00+01:00',
    });
    expect(ask(both, '2026-11-23T21:00').steps[0]!.order).to.equal('line-of-managers');
  });

  it('tells reduced availability from absence', () => {
    const reduced = shipped(
      'porsanger',
      'absences: [{ contact: it-lead, from: 2026-11-23T10:00, to: 2026-11-23T12:00, reduced: true }]',
    );
    const answer = ask(reduced, '2026-11-23T10:30');
    expect(names(answer)).to.deep.equal(['it-lead', 'it-consultant', 'it-adviser']);
    expect(answer.steps[0]!.contacts[0]!.until).to.equal('2026-11-23T12:00:00+01:00');
  });
});
