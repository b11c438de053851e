import { expect } from 'chai';
import { ask, names } from '../../../support/asking.ts';
import { shipped } from '../../../support/playbooks.ts';

// Härjedalen's telephone policy: the switchboard Mon–Fr 8–16, eves and days before red days 8–12, else closed.
describe('scenario B: the switchboard of Härjedalen', () => {
  const playbook = shipped('harjedalen');

  it('answers on a weekday until 16', () => {
    const answer = ask(playbook, '2026-11-23T10:00');
    expect(answer).to.include({
      open: true,
      reason: 'open',
      until: '2026-11-23T16:00:00+01:00',
      opens: null,
    });
    expect(names(answer)).to.deep.equal(['switchboard']);
    expect(answer.steps[0]).to.include({ receipt: 'spoken' });
  });

  it('closes at 12 on the day before a red day, as a half day', () => {
    expect(ask(playbook, '2026-12-24T10:00')).to.include({
      open: true,
      reason: 'half-day',
      until: '2026-12-24T12:00:00+01:00',
    });
    expect(ask(playbook, '2026-12-24T13:00')).to.include({
      open: false,
      reason: 'half-day',
      opens: '2026-12-28T08:00:00+01:00',
    });
    expect(ask(playbook, '2026-12-24T12:00').open).to.equal(false);
  });

  for (const eve of [
    '2026-01-05',
    '2026-04-02',
    '2026-04-30',
    '2026-05-13',
    '2026-06-05',
    '2026-06-19',
    '2026-10-30',
    '2026-12-31',
  ]) {
    it(`closes at 12 on ${eve}`, () => {
      expect(ask(playbook, `${eve}T11:59`)).to.include({ open: true, reason: 'half-day' });
      expect(ask(playbook, `${eve}T12:00`)).to.include({ open: false, reason: 'half-day' });
    });
  }

  it('stays closed on a Saturday before a red Sunday: weekends are closed', () => {
    expect(ask(playbook, '2026-04-04T10:00')).to.include({ open: false, reason: 'weekend' });
  });

  it('is closed on red days and weekends, and says when it opens', () => {
    expect(ask(playbook, '2026-12-25T10:00')).to.include({
      open: false,
      reason: 'public-holiday',
      opens: '2026-12-28T08:00:00+01:00',
    });
    expect(ask(playbook, '2026-11-28T10:00')).to.include({
      open: false,
      reason: 'weekend',
      opens: '2026-11-30T08:00:00+01:00',
    });
    expect(ask(playbook, '2026-11-23T18:00')).to.include({
      open: false,
      reason: 'outside-hours',
      opens: '2026-11-24T08:00:00+01:00',
    });
  });

  it('ends in the stated fallback while it is closed', () => {
    expect(names(ask(playbook, '2026-11-28T10:00'))).to.deep.equal(['call-later']);
  });

  it('keeps other hours where something else is announced', () => {
    const announced = shipped(
      'harjedalen',
      'exceptions: [{ date: 2026-12-24, hours: switchboard, open: "08:00-16:00" }, { date: 2026-12-23, hours: switchboard, open: off }]',
    );
    expect(ask(announced, '2026-12-24T13:00')).to.include({
      open: true,
      reason: 'open',
      until: '2026-12-24T16:00:00+01:00',
    });
    expect(ask(announced, '2026-12-23T10:00')).to.include({
      open: false,
      reason: 'announced-absence',
      opens: '2026-12-24T08:00:00+01:00',
    });
  });

  it('tries the phone that the unit keeps open first', () => {
    expect(names(ask(playbook, '2026-11-23T10:00', { site: 'vard-omsorg' }))).to.deep.equal([
      'care-office',
      'switchboard',
    ]);
    expect(names(ask(playbook, '2026-11-23T10:00', { site: 'kommunen' }))).to.deep.equal(['switchboard']);
  });

  it('leads a lost mobile phone to the IT unit (B5)', () => {
    expect(names(ask(playbook, '2026-11-23T10:00', { service: 'mobile-phone' }))).to.deep.equal(['it-unit']);
  });
});
