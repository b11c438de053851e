import { expect } from 'chai';
import fc from 'fast-check';
import { readPeriod } from '../../../../../src/conversation/understanding/periods/period.ts';

const now = Temporal.ZonedDateTime.from('2026-11-25T09:00[Europe/Stockholm]');
const shown = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO('Europe/Stockholm')
    .toPlainDateTime()
    .toString();

describe('a period in words', () => {
  it('gives both days of what may be two', () => {
    const read = readPeriod({ language: 'en', now }, 'until next Wednesday noon');
    if (read.kind !== 'ambiguous') throw new Error(read.kind);
    const ends = read.options.map(({ to }) => shown(to));
    expect(ends).to.deep.equal(['2026-11-25T12:00:00', '2026-12-02T12:00:00']);
  });

  it('gives each time of what comes again', () => {
    const read = readPeriod({ language: 'sv', now }, 'varje fredag 13-15 till och med 11 december');
    if (read.kind !== 'repeated') throw new Error(read.kind);
    const times = read.periods.map(({ from, to }) => `${shown(from)} ${shown(to)}`);
    expect(times).to.deep.equal([
      '2026-11-27T13:00:00 2026-11-27T15:00:00',
      '2026-12-04T13:00:00 2026-12-04T15:00:00',
      '2026-12-11T13:00:00 2026-12-11T15:00:00',
    ]);
  });

  it('takes no person and no leisure for a day', () => {
    const read = readPeriod({ language: 'sv', now }, 'hemma med sjuk son idag');
    expect(read.kind === 'period' && shown(read.period.to)).to.equal('2026-11-26T00:00:00');
  });

  it('says why a day cannot be', () => {
    const read = readPeriod({ language: 'nb', now }, 'til 31. februar');
    expect(read).to.deep.equal({ kind: 'fault', why: 'no-such-day' });
  });

  it('never throws, and never ends before it begins', () => {
    const words = fc.constantFrom(
      ...'till til tot until från måndag fredag nästa 10 12 24:30 31/2 22/12 jul nyår vecka 53 den 31:e i 3 dagar och – - halv ett idag'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 8 }), (parts) => {
        const read = readPeriod({ language: 'sv', now }, parts.join(' '));
        if (read.kind === 'period') expect(read.period.to).to.be.greaterThan(read.period.from);
      }),
      { numRuns: 60 },
    );
  });
});
