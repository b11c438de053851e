import { expect } from 'chai';
import { changed, faultsOf, mistake } from '../sample.ts';

describe('hours that never open', () => {
  const usual = 'Mo-Fr 08:00-16:00; PH off';
  const closed = changed('open: "08:00-12:00"', 'open: off');
  const hours = (text: string) =>
    faultsOf(changed(usual, text, closed)).map(({ path, message }) => `${path} ${message}`);

  for (const text of [
    'off',
    'Mo-Su off; PH off',
    'Mo-Fr 08:00-16:00; Mo-Su off',
    'Mo-Fr 08:00-16:00; Sa,Su,PH 10:00-12:00; Jan-Jun off; Jul-Dec off',
    'PH 08:00-12:00; PH -1 day 10:00-12:00; PH,PH -1 day off',
    'Feb 29 08:00-12:00; Feb off',
  ])
    it(text, () =>
      expect(hours(text)).to.deep.equal([
        `hours.core never opens: "${text}"; a later rule replaces an earlier one for its days`,
      ]),
    );

  for (const text of [
    'Mo-Su off; Sa 10:00-12:00',
    'Mo-Fr 08:00-16:00; Jan-Nov off',
    'Feb 29 08:00-12:00',
    'PH 10:00-12:00; PH -1 day off',
    'Dec 24-Jan 6 10:00-12:00; Dec 25-Jan 6 off',
  ])
    it(`${text} does open`, () => expect(hours(text)).to.deep.equal([]));

  it('an exception opens what is otherwise off', () => {
    expect(faultsOf(changed(usual, 'off'))).to.deep.equal([]);
  });
});

describe('dated exceptions', () => {
  const [first, second] = [
    '  - { from: 2026-12-01, to: 2026-12-31, hours: core, open: off }\n',
    '  - { date: 2026-12-23',
  ];
  mistake(
    'two for the same day',
    second,
    `${first}§${second}`,
    'exceptions[2]',
    'overlaps with exception 1',
    'join the two',
  );
  mistake(
    'a day that does not exist',
    '2026-12-23',
    '2026-02-30',
    'exceptions[1].date',
    'write it as 2026-12-24',
  );
  mistake('no day at all', 'date: 2026-12-23, ', '', 'exceptions[1]', 'either date, or from and to');
  mistake(
    'a day and a start',
    'date: 2026-12-23',
    'date: 2026-12-23, from: 2026-12-20',
    'exceptions[1]',
    'either date, or from and to',
  );
  mistake(
    'an end before the start',
    'date: 2026-12-23',
    'from: 2026-12-24, to: 2026-12-23',
    'exceptions[1]',
    'swap from and to',
  );

  it('two for the same day but other hours do not contradict each other', () => {
    const text = changed(
      'hours:\n',
      'hours:\n  night: "Mo-Fr 20:00-24:00"\n',
      changed(second, first.replace('core', 'night') + second),
    );
    expect(faultsOf(changed('role: Last', 'role: Last, often: night', text))).to.deep.equal([]);
  });
});

describe('red days', () => {
  const [here, country] = ['country: SE', 'holidays.country'];
  mistake('an unknown country', here, 'country: XX', country, '"XX"', 'ISO code such as SE, NO or NL');
  mistake('a country in small letters', here, 'country: no', country, 'did you mean "NO"?');
  mistake('a country by its English name', here, 'country: Sweden', country, 'did you mean "SE"?');
  mistake('a country by its own name', here, 'country: Sverige', country, 'did you mean "SE"?');
  mistake('a contact’s country', 'role: Last', 'role: Last, country: QQ', 'contacts.last.country', '"QQ"');
  mistake(
    'a region of a country without any',
    here,
    `${here}, region: AB`,
    'holidays.region',
    'SE has no regions: remove it',
  );
  mistake('an unknown region', here, 'country: DE, region: XX', 'holidays.region', 'choose one of', 'BE');
  mistake(
    'a date',
    here,
    `${here}, add: [{ date: 13-24 }]`,
    'holidays.add[1].date',
    '"12-24" for every year',
  );
});

describe('announcements', () => {
  mistake(
    'an absence that ends before it begins',
    'to: 2027-02-05',
    'to: 2027-01-31',
    'absences[1]',
    'swap from and to',
  );
  mistake(
    'an absence of no length',
    'to: 2027-02-05',
    'to: 2027-02-01T00:00',
    'absences[1]',
    'ends before it begins',
  );
  mistake(
    'a time with an offset',
    'to: 2027-02-05',
    'to: 2027-02-05T16:00+01:00',
    'absences[1].to',
    'local time without an offset',
  );
  mistake(
    'an agreement that ends before it begins',
    'to: 2027-01-02',
    'to: 2026-01-02',
    'on-call[1]',
    'swap from and to',
  );
});
