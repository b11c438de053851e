import { expect } from 'chai';
import fc from 'fast-check';
import type { HoursNotation } from '../../../../src/domain/hours/notation.ts';
import { HoursSyntaxError, parseHours, parseTimes } from '../../../../src/domain/hours/parse.ts';

/** A notation in short: dates, weekdays, offsets from red days, spans. */
function short(notation: HoursNotation): string[] {
  return notation.rules.map(({ days, spans }) =>
    [
      days.dates.map(({ from, to }) => `${from}-${to}`).join(),
      [...days.weekdays].join(''),
      days.holidays.map((offset) => `PH${offset}`).join(),
      spans.map(({ from, to }) => `${from}-${to}`).join() || 'off',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

describe('parseHours', () => {
  const accepted: readonly [text: string, ...rules: string[]][] = [
    ['24/7', '0-1440'],
    ['off', 'off'],
    ['closed', 'off'],
    ['08:00-16:00', '480-960'],
    ['00:00-24:00', '0-1440'],
    ['Mo-Fr 08:00-16:00', '12345 480-960'],
    ['Mo - Fr 08:00 - 16:00', '12345 480-960'],
    ['Mo,We , Fr 08:00-16:00', '135 480-960'],
    ['Fr-Mo 08:00-16:00', '5671 480-960'],
    ['Mo-Fr 13:00-16:30,08:00-12:00', '12345 480-720,780-990'],
    ['Mo-Fr 22:00-06:00', '12345 1320-1800'],
    ['Sa 20:00-00:00', '6 1200-1440'],
    ['Mo 24/7', '1 0-1440'],
    ['Mo-Fr 08:00-16:00; PH off', '12345 480-960', 'PH0 off'],
    ['Mo-Fr 08:00-16:00;', '12345 480-960'],
    ['PH -1 day 08:00-12:00', 'PH-1 480-720'],
    ['PH +2 days OFF', 'PH2 off'],
    ['PH-7 days off', 'PH-7 off'],
    ['Sa,Su,PH,PH -1 day Closed', '67 PH0,PH-1 off'],
    ['Dec 24 off', '1224-1224 off'],
    ['Dec 24,Dec 31 08:00-12:00', '1224-1224,1231-1231 480-720'],
    ['Dec 24-26 off', '1224-1226 off'],
    ['Dec 24-Jan 6 off', '1224-106 off'],
    ['Feb off', '201-229 off'],
    ['Feb 29 off', '229-229 off'],
    ['Jun-Aug Mo-Fr 08:00-15:00', '601-831 12345 480-900'],
    ['Nov-Feb,May 1 PH 08:00-15:00', '1101-229,501-501 PH0 480-900'],
  ];
  for (const [text, ...rules] of accepted) {
    it(`reads "${text}"`, () => {
      const notation = parseHours(text);
      expect(short(notation)).to.deep.equal(rules);
      expect(notation.text).to.equal(text);
    });
  }

  const noDay = (item: string, rule: string) =>
    `has "${item}" in "${rule}", which is no day; write Mo Tu We Th Fr Sa Su, PH for red days, "PH -1 day" for the day before one, or a date such as Dec 24`;
  const commaAfter = (rule: string) =>
    `has a comma after the dates in "${rule}"; for weekdays within those dates write a space, as in "Jun-Aug Mo-Fr", for other days a rule of their own, as in "Dec 24 off; PH off"`;
  const noSpan = (text: string) => `has "${text}" where a time span is expected; write it as 08:00-16:00`;
  const refused: readonly [text: string, message: string][] = [
    ['', 'is empty; write for example "Mo-Fr 08:00-16:00; PH off"'],
    [' ; ', 'is empty; write for example "Mo-Fr 08:00-16:00; PH off"'],
    ['Mo off;; PH off', 'is empty; write for example "Mo-Fr 08:00-16:00; PH off"'],
    ['Mo-Fr', 'has no times in "Mo-Fr"; end it with times such as 08:00-16:00, or with off'],
    ['Mo-Fr 08-16', 'has no times in "Mo-Fr 08-16"; end it with times such as 08:00-16:00, or with off'],
    ['Mo-Fr 8:00-16:00', noSpan('8:00-16:00')],
    ['Mo-Fr 08:00', noSpan('08:00')],
    ['Mo-Fr 08:00-16:00,', noSpan('')],
    ['Mo-Fr 08:00-16:00+', noSpan('08:00-16:00+')],
    ['Mo-Fr 08:00-16:00 off', noSpan('08:00-16:00 off')],
    ['Mo 08:60-16:00', 'has "08:60-16:00", which is no time; hours go from 00:00 to 24:00'],
    ['Mo 20:00-26:00', 'has "20:00-26:00", which is no time; hours go from 00:00 to 24:00'],
    ['Mo 08:00-24:01', 'has "08:00-24:01", which is no time; hours go from 00:00 to 24:00'],
    ['Mo 24:00-06:00', 'has "24:00-06:00", which starts at 24:00; write 00:00 of the next day'],
    ['Mo 08:00-08:00', 'has "08:00-08:00", which is empty; write 00:00-24:00 for a whole day'],
    ['Mo 08:00-12:00,11:59-16:00', 'has times that overlap in "08:00-12:00,11:59-16:00"'],
    ['mo-fr 08:00-16:00', noDay('mo-fr', 'mo-fr 08:00-16:00')],
    ['Må-Fr 08:00-16:00', noDay('Må-Fr', 'Må-Fr 08:00-16:00')],
    ['Mo-Fr PH 08:00-16:00', noDay('Mo-Fr PH', 'Mo-Fr PH 08:00-16:00')],
    [
      'PH,Dec 24 off',
      'has the date "Dec 24" after other days in "PH,Dec 24 off"; give it a rule of its own, as in "PH off; Dec 24 off"',
    ],
    ['Mo, off', noDay('', 'Mo, off')],
    ['SH off', noDay('SH', 'SH off')],
    ['PH -8 days off', 'counts more than 7 days from a red day'],
    ['Sep 31 off', 'has "Sep 31", a day that does not exist'],
    ['Feb 30 off', 'has "Feb 30", a day that does not exist'],
    ['Jan 0 off', 'has "Jan 0", a day that does not exist'],
    ['Dec 24- off', 'has "Dec 24-", which lacks its end; write Dec 24-Jan 6'],
    ['Jun 15-Aug off', 'has "Jun 15-Aug"; give both days or none, as in Jun 15-Aug 15 or Jun-Aug'],
    ['Jun-Aug 15 off', 'has "Jun-Aug 15"; give both days or none, as in Jun 15-Aug 15 or Jun-Aug'],
    ['Dec 24,PH off', commaAfter('Dec 24,PH off')],
    ['Jun-Aug, 08:00-15:00', commaAfter('Jun-Aug, 08:00-15:00')],
    ['Jun Aug off', 'lacks a comma between the dates in "Jun Aug off"; write Dec 24,Dec 26'],
    [`Mo ${'08:00-16:00,'.repeat(50)}`, 'is longer than 500 characters'],
    [Array(41).fill('PH off').join(';'), 'has more than 40 rules'],
    [
      Array.from(
        { length: 13 },
        (_, i) => `${String(i).padStart(2, '0')}:00-${String(i).padStart(2, '0')}:30`,
      ).join(),
      'has more than 12 times in one rule',
    ],
  ];
  for (const [text, message] of refused) {
    it(`refuses "${text.slice(0, 40)}"`, () => {
      expect(() => parseHours(text))
        .to.throw(HoursSyntaxError)
        .with.property('message', message);
    });
  }

  it('refuses random text with a syntax error and nothing else', () => {
    const piece = fc.constantFrom(
      ...[
        'Mo',
        'Su',
        '-',
        ',',
        ';',
        ' ',
        'PH',
        '+1 day',
        '-1 day',
        'Dec',
        'Feb 29',
        '08:00',
        '24:00',
        '24/7',
        'off',
      ],
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (random) => {
        try {
          expect(parseHours(random).rules).to.not.be.empty;
        } catch (error) {
          expect(error).to.be.instanceOf(HoursSyntaxError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseTimes', () => {
  it('reads times alone, in order', () => {
    expect(parseTimes(' 13:00-16:00, 08:00-12:00 ')).to.deep.equal([
      { from: 480, to: 720 },
      { from: 780, to: 960 },
    ]);
  });

  it('reads off as no times and 24/7 as the whole day', () => {
    expect(parseTimes('off')).to.deep.equal([]);
    expect(parseTimes('24/7')).to.deep.equal([{ from: 0, to: 1440 }]);
  });

  it('refuses days', () => {
    expect(() => parseTimes('Mo-Fr 08:00-16:00')).to.throw(HoursSyntaxError, 'where a time span is expected');
  });
});
