import { expect } from 'chai';
import { durationInWords, fullMoment, momentInWords } from '../../../../src/conversation/words/moment.ts';

const zoned = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Stockholm');
const now = zoned('2026-12-22T10:00');

describe('moments in words', () => {
  it('says only the time today', () => {
    expect(momentInWords(zoned('2026-12-22T16:00'), now, 'sv')).to.equal('16:00');
  });

  it('says tomorrow, by the calendar and not by hours', () => {
    expect(momentInWords(zoned('2026-12-23T08:00'), now, 'nb')).to.equal('i morgen kl. 08:00');
    expect(momentInWords(zoned('2026-12-23T00:00'), zoned('2026-12-22T23:59'), 'en')).to.equal(
      'tomorrow at 00:00',
    );
  });

  it('says the weekday within the week, and the date beyond', () => {
    expect(momentInWords(zoned('2026-12-28T08:00'), now, 'nl')).to.equal('maandag om 08:00');
    expect(momentInWords(zoned('2026-12-29T08:00'), now, 'sv')).to.equal('tisdag 29 december kl. 08:00');
  });

  it('says the year when it could be mistaken', () => {
    expect(momentInWords(zoned('2027-12-24T08:00'), now, 'en')).to.equal('Friday 24 December 2027 at 08:00');
  });

  it('says a past moment with its date', () => {
    expect(momentInWords(zoned('2026-12-21T08:00'), now, 'en')).to.equal('Monday 21 December at 08:00');
  });

  it('says a moment in full', () => {
    expect(fullMoment(now, 'nb')).to.equal('tirsdag 22. desember 2026 kl. 10:00');
  });

  it('says durations in the largest whole unit', () => {
    const say = (text: string) => durationInWords(Temporal.Duration.from(text), 'en');
    expect([say('PT10M'), say('PT60M'), say('PT24H'), say('P2D'), say('PT90M')]).to.deep.equal([
      '10 minutes',
      '1 hour',
      '1 day',
      '2 days',
      '90 minutes',
    ]);
  });
});
