import { expect } from 'chai';
import fc from 'fast-check';
import { dayNumber, isWeekend, plainDate, weekdayOf } from '../../../../src/domain/hours/days.ts';
import { day } from './arrange.ts';

describe('day numbers', () => {
  it('count from the first day of 1970, a Thursday', () => {
    expect(day('1970-01-01')).to.equal(0);
    expect(weekdayOf(0)).to.equal(4);
    expect(day('1969-12-31')).to.equal(-1);
    expect(day('2028-03-01') - day('2028-02-28')).to.equal(2);
  });

  it('lead back to the same date and weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
        const date = plainDate(number);
        expect(dayNumber(date)).to.equal(number);
        expect(weekdayOf(number)).to.equal(date.dayOfWeek);
        expect(isWeekend(number)).to.equal(date.dayOfWeek >= 6);
      }),
    );
  });
});
