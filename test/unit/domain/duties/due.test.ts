import { expect } from 'chai';
import fc from 'fast-check';
import { dutyDay, dutySpans, nextDutyDay } from '../../../../src/domain/duties/due.ts';
import type { HoursCalendar } from '../../../../src/domain/hours/day-plan.ts';
import { dayNumber, plainDate, weekdayOf } from '../../../../src/domain/hours/days.ts';
import { parseHours, parseTimes } from '../../../../src/domain/hours/parse.ts';

const number = (date: string) => dayNumber(Temporal.PlainDate.from(date));
const STOCKHOLM = 'Europe/Stockholm';
const HOUR = 3_600_000;

function calendarOf(red: readonly string[], exceptions: HoursCalendar['exceptions'] = []): HoursCalendar {
  const days = new Set(red.map(number));
  return { isRedDay: (day) => days.has(day), exceptions };
}

function rule(notation: string, calendar: HoursCalendar, againMs = 2 * HOUR) {
  const parsed = parseHours(notation);
  return { againMs, spansOn: (day: number) => dutySpans(parsed, calendar, day) };
}

/** Which days of a week (from Monday 30 March 2026; Good Friday is red) a duty falls due on. */
function week(notation: string, exceptions: HoursCalendar['exceptions'] = []): number[] {
  const duty = rule(notation, calendarOf(['2026-04-03'], exceptions));
  const monday = number('2026-03-30');
  return [1, 2, 3, 4, 5, 6, 7].filter((day) => dutyDay(duty, STOCKHOLM, monday + day - 1) !== null);
}

describe('the days of a duty', () => {
  it('are those of its hours, and red days only where the hours say so', () => {
    expect(week('Mo-Fr 08:00-16:00; PH off')).to.deep.equal([1, 2, 3, 4]);
    // A Friday that is red is no Friday, though nobody wrote "PH off".
    expect(week('Mo-Fr 08:00-16:00')).to.deep.equal([1, 2, 3, 4]);
    expect(week('Mo-Fr,PH 08:00-16:00')).to.deep.equal([1, 2, 3, 4, 5]);
    expect(week('Mo-Su 08:00-16:00; PH 08:00-12:00')).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(week('24/7')).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    const friday = number('2026-04-03');
    expect(
      week('Mo-Fr 08:00-16:00', [{ from: friday, to: friday, spans: parseTimes('08:00-10:00') }]),
    ).to.include(5);
    expect(week('Mo-Fr 08:00-16:00', [{ from: friday - 1, to: friday - 1, spans: [] }])).to.deep.equal([
      1, 2, 3,
    ]);
  });

  it('begin and end with the hours of the day, by the clock on the wall', () => {
    const duty = rule('Mo-Fr 08:00-16:00; PH -1 day 08:00-12:00; PH off', calendarOf(['2026-04-03']));
    const at = (instant: number | null | undefined) =>
      instant == null ? null : Temporal.Instant.fromEpochMilliseconds(instant).toString();
    const wednesday = dutyDay(duty, STOCKHOLM, number('2026-04-01'));
    expect([at(wednesday?.begins), at(wednesday?.again), at(wednesday?.ends)]).to.deep.equal([
      ...['2026-04-01T06:00:00Z', '2026-04-01T12:00:00Z', '2026-04-01T14:00:00Z'],
    ]);
    // The day before a red day ends at noon.
    const thursday = dutyDay(duty, STOCKHOLM, number('2026-04-02'));
    expect([at(thursday?.again), at(thursday?.ends)]).to.deep.equal([
      ...['2026-04-02T08:00:00Z', '2026-04-02T10:00:00Z'],
    ]);
    // Too short a day to say it twice.
    expect(dutyDay(rule('Mo 08:00-09:00', calendarOf([])), STOCKHOLM, number('2026-03-30'))?.again).to.equal(
      null,
    );
    expect(nextDutyDay(duty, STOCKHOLM, number('2026-04-03'))?.day).to.equal(number('2026-04-06'));
    expect(nextDutyDay(rule('Mo off', calendarOf([])), STOCKHOLM, number('2026-04-03'))).to.equal(null);
  });

  it('has its time also where the clocks leave it out in spring', () => {
    const due = dutyDay(rule('Su 02:00-03:00', calendarOf([])), STOCKHOLM, number('2026-03-29'));
    expect(due?.begins).to.equal(Date.UTC(2026, 2, 29, 1));
    expect(due?.ends).to.equal(Date.UTC(2026, 2, 29, 2));
  });

  it('property: never red unless said, always within the weekdays that are written, and in order', () => {
    const weekdays = fc.uniqueArray(fc.constantFrom('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'), {
      minLength: 1,
    });
    const written = fc.record({
      days: weekdays,
      from: fc.integer({ min: 0, max: 11 }),
      hours: fc.integer({ min: 1, max: 12 }),
      says: fc.constantFrom('nothing', 'off', 'open'),
      red: fc.uniqueArray(fc.integer({ min: 0, max: 400 })),
      first: fc.integer({ min: number('2020-01-01'), max: number('2040-01-01') }),
      zone: fc.constantFrom(STOCKHOLM, 'Europe/Oslo', 'America/Nuuk', 'Australia/Lord_Howe', 'UTC'),
    });
    fc.assert(
      fc.property(written, ({ days, from, hours, says, red, first, zone }) => {
        const time = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
        const span = `${time(from)}-${time(from + hours)}`;
        const more = { nothing: '', off: '; PH off', open: '; PH 10:00-11:00' }[says];
        const duty = rule(
          `${days.join(',')} ${span}${more}`,
          calendarOf(red.map((offset) => plainDate(first + offset).toString())),
        );
        const isRed = new Set(red);
        let before = Number.NEGATIVE_INFINITY;
        for (let offset = 0; offset < 60; offset++) {
          const due = dutyDay(duty, zone, first + offset);
          const name = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][weekdayOf(first + offset) - 1] ?? '';
          const isDue = isRed.has(offset) ? says === 'open' : (days as string[]).includes(name);
          expect(due !== null, `${first + offset}`).to.equal(isDue);
          if (due === null) continue;
          expect(due.begins)
            .to.be.greaterThan(before)
            .and.to.be.at.most(due.again ?? due.ends);
          expect(due.ends).to.be.greaterThan(due.begins);
          before = due.begins;
        }
      }),
      { numRuns: 200 },
    );
  });
});
