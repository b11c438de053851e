import { expect } from 'chai';
import { type HoursCalendar, planDay, reasonAt } from '../../../../src/domain/hours/day-plan.ts';
import { parseHours } from '../../../../src/domain/hours/parse.ts';
import { calendar, day } from './arrange.ts';

const SWITCHBOARD = 'Mo-Fr 08:00-16:00; PH -1 day 08:00-12:00; Sa,Su off; PH off';
// Thursday to Sunday: 24 December 2026 is a Thursday.
const CHRISTMAS = calendar(['2026-12-25', '2026-12-26']);

/** What holds at a time of a day: `open`, or the reason for which it is closed, with `open ` before a half day. */
function stateAt(text: string, on: HoursCalendar, date: string, time: string): string {
  const notation = parseHours(text);
  const number = day(date);
  const { hour, minute } = Temporal.PlainTime.from(time);
  const plans = [planDay(notation, on, number), planDay(notation, on, number - 1)] as const;
  const { open, reason } = reasonAt(...plans, hour * 60 + minute);
  return open && reason !== 'open' ? `open ${reason}` : reason;
}

function spansOn(text: string, on: HoursCalendar, date: string): string {
  const { spans } = planDay(parseHours(text), on, day(date));
  return spans.map(({ from, to }) => `${from}-${to}`).join() || 'off';
}

describe('planDay', () => {
  const cases: readonly [text: string, date: string, spans: string, why: string][] = [
    [SWITCHBOARD, '2026-12-23', '480-960', 'an ordinary weekday'],
    [SWITCHBOARD, '2026-12-24', '480-720', 'the day before a red day'],
    [SWITCHBOARD, '2026-12-25', 'off', 'a red day that is also the day before one'],
    [SWITCHBOARD, '2026-12-27', 'off', 'a weekend'],
    ['Mo-Fr 08:00-16:00', '2026-12-25', '480-960', 'a red day of which no rule speaks'],
    ['Mo-Fr 08:00-16:00; We 10:00-12:00', '2026-12-23', '600-720', 'a later rule replaces an earlier one'],
    ['We 10:00-12:00; Mo-Fr 08:00-16:00', '2026-12-23', '480-960', 'an earlier rule does not'],
    ['PH +1 day 08:00-09:00', '2026-12-27', '480-540', 'the day after a red day'],
    ['PH -2 days 08:00-09:00', '2026-12-23', '480-540', 'two days before a red day'],
    ['Mo-Fr,PH 08:00-09:00', '2026-12-26', '480-540', 'red days beside weekdays'],
    ['Dec 24-Jan 6 off; PH 08:00-09:00', '2026-12-25', '480-540', 'red days within dates'],
    ['24/7; Dec 24-Jan 6 off', '2026-12-23', '0-1440', 'the day before a range over New Year'],
    ['24/7; Dec 24-Jan 6 off', '2026-12-24', 'off', 'the first day of a range over New Year'],
    ['24/7; Dec 24-Jan 6 off', '2027-01-06', 'off', 'the last day of a range over New Year'],
    ['24/7; Dec 24-Jan 6 off', '2027-01-07', '0-1440', 'the day after a range over New Year'],
    ['24/7; Nov-Feb off', '2028-02-29', 'off', 'a leap day within months over New Year'],
    ['24/7; Nov-Feb off', '2028-03-01', '0-1440', 'the month after'],
    ['Jun 15-20 08:00-09:00', '2026-06-21', 'off', 'the day after a range'],
    ['Jun-Aug Mo-Fr 08:00-09:00', '2026-07-04', 'off', 'a Saturday within months with weekdays'],
    ['Jun-Aug Mo-Fr 08:00-09:00', '2026-07-03', '480-540', 'a Friday within months with weekdays'],
    ['Dec 24,Dec 31 08:00-09:00', '2026-12-31', '480-540', 'the second of two dates'],
    ['Dec 24 PH -1 day 08:00-09:00', '2026-12-24', '480-540', 'the day before a red day, if on that date'],
    ['Dec 23 PH -1 day 08:00-09:00', '2026-12-24', 'off', 'the day before a red day, if on another date'],
  ];
  for (const [text, date, spans, why] of cases) {
    it(`${why}: ${date} in "${text}"`, () => expect(spansOn(text, CHRISTMAS, date)).to.equal(spans));
  }

  it('lets a dated exception win over every rule, and the last of several over the others', () => {
    const on = calendar(
      ['2026-12-25'],
      [
        ['2026-12-24', '2026-12-28', '09:00-11:00'],
        ['2026-12-28', '2026-12-28', 'off'],
      ],
    );
    expect(spansOn(SWITCHBOARD, on, '2026-12-23')).to.equal('480-960');
    for (const date of ['2026-12-24', '2026-12-25', '2026-12-27'])
      expect(spansOn(SWITCHBOARD, on, date)).to.equal('540-660');
    expect(spansOn(SWITCHBOARD, on, '2026-12-28')).to.equal('off');
    expect(spansOn(SWITCHBOARD, on, '2026-12-29')).to.equal('480-960');
  });
});

describe('reasonAt', () => {
  const cases: readonly [date: string, time: string, state: string][] = [
    ['2026-12-23', '07:59', 'outside-hours'],
    ['2026-12-23', '08:00', 'open'],
    ['2026-12-23', '15:59', 'open'],
    ['2026-12-23', '16:00', 'outside-hours'],
    ['2026-12-24', '08:00', 'open half-day'],
    ['2026-12-24', '12:00', 'half-day'],
    ['2026-12-24', '16:00', 'outside-hours'],
    ['2026-12-25', '12:00', 'public-holiday'],
    ['2026-12-25', '23:00', 'public-holiday'],
    ['2026-12-26', '12:00', 'public-holiday'],
    ['2026-12-27', '12:00', 'weekend'],
  ];
  for (const [date, time, state] of cases) {
    it(`says ${state} on ${date} at ${time}`, () =>
      expect(stateAt(SWITCHBOARD, CHRISTMAS, date, time)).to.equal(state));
  }

  it('calls a day closed by an exception an announced absence in its usual hours', () => {
    const on = calendar([], [['2026-12-23', '2026-12-27', 'off']]);
    expect(stateAt(SWITCHBOARD, on, '2026-12-23', '12:00')).to.equal('announced-absence');
    expect(stateAt(SWITCHBOARD, on, '2026-12-23', '20:00')).to.equal('outside-hours');
    expect(stateAt(SWITCHBOARD, on, '2026-12-27', '12:00')).to.equal('weekend');
  });

  it('calls a day shortened by an exception a half day, a lengthened one open', () => {
    const on = calendar(
      ['2026-12-25'],
      [
        ['2026-12-22', '2026-12-22', '10:00-12:00'],
        ['2026-12-23', '2026-12-23', '07:00-18:00'],
        ['2026-12-25', '2026-12-27', '10:00-16:00'],
      ],
    );
    expect(stateAt(SWITCHBOARD, on, '2026-12-22', '10:00')).to.equal('open half-day');
    expect(stateAt(SWITCHBOARD, on, '2026-12-22', '12:00')).to.equal('half-day');
    expect(stateAt(SWITCHBOARD, on, '2026-12-22', '17:00')).to.equal('outside-hours');
    expect(stateAt(SWITCHBOARD, on, '2026-12-23', '07:00')).to.equal('open');
    expect(stateAt(SWITCHBOARD, on, '2026-12-27', '10:00')).to.equal('open');
    expect(stateAt(SWITCHBOARD, on, '2026-12-27', '17:00')).to.equal('outside-hours');
  });

  it('calls the day before a red day that is wholly closed a public holiday in its usual hours', () => {
    const text = 'Mo-Fr 08:00-16:00; PH -1 day off; PH off';
    expect(stateAt(text, CHRISTMAS, '2026-12-24', '12:00')).to.equal('public-holiday');
    expect(stateAt(text, CHRISTMAS, '2026-12-24', '18:00')).to.equal('outside-hours');
  });

  it('calls a red day with hours a public holiday only while it is closed in its usual hours', () => {
    const text = 'Mo-Fr 08:00-16:00; PH 10:00-12:00';
    expect(stateAt(text, CHRISTMAS, '2026-12-25', '09:00')).to.equal('public-holiday');
    expect(stateAt(text, CHRISTMAS, '2026-12-25', '10:00')).to.equal('open');
    expect(stateAt(text, CHRISTMAS, '2026-12-25', '18:00')).to.equal('outside-hours');
  });

  it('counts a red day that is also the day before one as red, whichever is written first', () => {
    for (const days of ['PH,PH -1 day', 'PH -1 day,PH'])
      expect(stateAt(`Mo-Fr 08:00-16:00; ${days} off`, CHRISTMAS, '2026-12-25', '20:00')).to.equal(
        'public-holiday',
      );
  });

  it('lets a span that began the day before run on over midnight, whatever holds on the day', () => {
    const text = 'Mo-Fr 22:00-06:00; PH off';
    expect(stateAt(text, CHRISTMAS, '2026-12-25', '05:59')).to.equal('open');
    expect(stateAt(text, CHRISTMAS, '2026-12-25', '06:00')).to.equal('public-holiday');
    expect(stateAt(text, CHRISTMAS, '2026-12-25', '23:00')).to.equal('public-holiday');
    expect(stateAt(text, CHRISTMAS, '2026-12-26', '01:00')).to.equal('public-holiday');
  });

  it('knows a half day after its midnight too', () => {
    const text = 'Mo-Fr 20:00-06:00; PH -1 day 23:00-02:00; PH off';
    expect(stateAt(text, CHRISTMAS, '2026-12-24', '21:00')).to.equal('half-day');
    expect(stateAt(text, CHRISTMAS, '2026-12-25', '01:59')).to.equal('open half-day');
    expect(stateAt(text, CHRISTMAS, '2026-12-25', '02:00')).to.equal('public-holiday');
  });
});
