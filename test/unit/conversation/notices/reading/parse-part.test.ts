import { expect } from 'chai';
import type { PartFaultCode } from '../../../../../src/conversation/notices/reading/faults.ts';
import { type ReadPart, readParts } from '../../../../../src/conversation/notices/reading/parse-part.ts';
import type { Language } from '../../../../../src/domain/organisation/language.ts';
import { at, shipped } from '../../../../support/playbooks.ts';

const playbook = shipped('itcentrum');
const NOW = at(playbook, '2022-10-24T09:00');

function read(text: string, language: Language = 'sv', now = NOW) {
  return readParts({ playbook, language, now }, text);
}

function instant(local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds;
}

function expectPart(text: string, expected: Partial<ReadPart>, language: Language = 'sv'): void {
  const { parts, faults } = read(text, language);
  expect(faults, text).to.deep.equal([]);
  expect(parts, text).to.have.length(1);
  expect(parts[0], text).to.deep.include(expected);
}

describe('a line that tells a part of a window', () => {
  const saturday = { from: instant('2022-10-29T10:00'), to: instant('2022-10-29T14:00') };
  const sunday = { from: instant('2022-10-30T10:00'), to: instant('2022-10-30T13:00') };

  it('reads the lines of scenario E', () => {
    expectPart('lö 29 okt 10–14 personalsystem Tierp', {
      ...saturday,
      services: ['staff-systems'],
      sites: ['tierp'],
      effect: {},
    });
    expectPart('sön 30/10 10-13 Treserva och TES, Älvkarleby', {
      ...sunday,
      services: ['treserva', 'tes'],
      sites: ['alvkarleby'],
    });
    expectPart('lö 29 okt 12–14 Tierpsbyggen Tierp', {
      from: instant('2022-10-29T12:00'),
      services: ['tierpsbyggen'],
      sites: ['tierp'],
    });
  });

  const DAYS: readonly (readonly [Language, string])[] = [
    ['sv', 'lördag 29 oktober 10-14'],
    ['sv', 'lö 29 okt kl. 10.00 – 14.00'],
    ['sv', 'Lördagen den 29:e oktober 2022 mellan 10 och 14'],
    ['sv', '2022-10-29 10:00–14:00'],
    ['sv', 'på lördag från 10 till 14'],
    ['sv', '29/10-22 1000-1400'],
    ['sv', '10–14 lö 29/10'],
    ['nb', 'lørdag 29. oktober kl. 10 til 14'],
    ['nb', 'lø 29.10. 10.00—14.00'],
    ['nb', 'på lørdag mellom 10 og 14'],
    ['nl', 'zaterdag 29 oktober van 10 tot 14 uur'],
    ['nl', 'za 29-10-2022 10:00-14:00'],
    ['nl', 'a.s. zaterdag tussen 10 en 14'],
    ['en', 'Saturday 29 October, 10 to 14'],
    ['en', 'Sat, Oct 29th 10am-2pm'],
    ['en', 'on Saturday from 10:00 until 14:00'],
    ['en', '29.10.2022 10 − 14'],
  ];
  for (const [language, when] of DAYS) {
    it(`knows when “${when}” is`, () => {
      expectPart(`${when} TES Tierp`, { ...saturday, services: ['tes'], sites: ['tierp'] }, language);
    });
  }

  it('knows days by what they are from today', () => {
    expectPart('i dag 18-20 TES', { from: instant('2022-10-24T18:00'), sites: null });
    expectPart('i morgon 18-20 TES', { from: instant('2022-10-25T18:00') });
    expectPart('i overmorgen 18-20 TES', { from: instant('2022-10-26T18:00') }, 'nb');
    expectPart('morgen 18-20 TES', { from: instant('2022-10-25T18:00') }, 'nl');
    expectPart(
      'tomorrow 6-8pm TES',
      { from: instant('2022-10-25T18:00'), to: instant('2022-10-25T20:00') },
      'en',
    );
  });

  it('goes over midnight, to midnight, and over days that are named', () => {
    expectPart('lö 29 okt 22-04 TES', { from: instant('2022-10-29T22:00'), to: instant('2022-10-30T04:00') });
    expectPart('fr 28 okt 22-24 TES', { to: instant('2022-10-29T00:00') });
    expectPart('lö 29 okt 22:00 – sö 30 okt 06:00 TES', {
      from: instant('2022-10-29T22:00'),
      to: instant('2022-10-30T06:00'),
    });
  });

  it('takes what people notice after a colon or a dash', () => {
    const effect = { sv: 'går inte att nå 10:30' };
    expectPart('lö 29 okt 10–14 TES, Tierp: går inte att nå 10:30', { ...saturday, effect });
    expectPart('lö 29 okt 10 – 14 TES, Tierp – långsamt', { ...saturday, effect: { sv: 'långsamt' } });
    expectPart('TES: lö 29 okt 10–14', { ...saturday, services: ['tes'], effect: {} });
  });

  it('knows names that are misspelt, everything, and everywhere', () => {
    expectPart('lö 29 okt 10–14 tresreva, Östhamar', { services: ['treserva'], sites: ['osthammar'] });
    expectPart('lö 29 okt 10–14 alla system, Heby', { services: [], sites: ['heby'] });
    expectPart('lö 29 okt 10–14 allt', { services: [], sites: null });
    expectPart('lö 29 okt 10–14 TES alla kommuner', { services: ['tes'], sites: null });
    expectPart(
      'Sat 29 Oct 10–14 staff systems, everywhere',
      { services: ['staff-systems'], sites: null },
      'en',
    );
  });

  const FAULTS: readonly (readonly [string, PartFaultCode, string])[] = [
    ['10-14 TES', 'date-missing', ''],
    ['lö 29 okt TES', 'time-missing', ''],
    ['lö 29 okt 10-14', 'what-missing', ''],
    ['lö 29 okt 10-14 16-18 TES', 'two-times', ''],
    ['lö 29 okt sö 30 okt 10-14 TES', 'two-dates', ''],
    ['29–30 oktober 10-14 TES', 'several-days', ''],
    ['30 feb 10-14 TES', 'no-such-day', '30/2'],
    ['lö 29 okt 10-25 TES', 'no-such-time', '25'],
    ['sö 29 okt 10-14 TES', 'wrong-weekday', '2022-10-29'],
    ['23 okt 10-14 TES', 'day-gone', '23/10'],
    ['2022-10-29 10-10 TES', 'no-such-time', '10'],
    ['på måndag 10-14 TES', 'unclear-day', '24/10, 31/10'],
    ['nästa lördag 10-14 TES', 'unclear-day', '29/10, 5/11'],
    ['lö 29 okt 10-14 TES Uppsala', 'not-understood', 'uppsala'],
    [`lö 29 okt 10-14 ${'TES '.repeat(200)}`, 'line-too-long', '500'],
  ];
  for (const [text, why, what] of FAULTS) {
    it(`says what is wrong: ${why} in “${text.slice(0, 40)}”`, () => {
      const { parts, faults } = read(`lö 29 okt 10-14 TES\n${text}`);
      expect(parts).to.have.length(1);
      expect(faults).to.deep.equal([{ line: 2, text: text.trim(), why, what }]);
    });
  }

  it('knows the hours that the clock skips and repeats', () => {
    const spring = at(playbook, '2022-03-20T09:00');
    expect(read('sö 27 mars 02:30-05 TES', 'sv', spring).faults[0]).to.include({ why: 'no-such-time' });
    const [part] = read('sö 30 okt 02:30-02:45 TES').parts;
    // From the first half past two to the second quarter to three.
    expect(((part?.to ?? 0) - (part?.from ?? 0)) / 60_000).to.equal(75);
  });

  it('takes a year that has just changed for granted', () => {
    const [part] = read('2 jan 18-20 TES', 'sv', at(playbook, '2022-12-28T09:00')).parts;
    expect(part?.from).to.equal(instant('2023-01-02T18:00'));
  });

  it('reads lists as people write them', () => {
    const { parts, faults } = read(
      '- lö 29 okt 10–14 TES\n\n• sö 30 okt 10–13 Treserva; må 31 okt 18–20 TES',
    );
    expect(faults).to.deep.equal([]);
    expect(parts).to.have.length(3);
  });
});
