import { expect } from 'chai';
import { instantsOf, stretchesOfDay } from '../../../../src/domain/hours/wall-clock.ts';
import { day, instant, STOCKHOLM } from './arrange.ts';

const HOUR = 3_600_000;

/** Stretches as `[minute at the start, hours long]`. */
function stretches(date: string, zone = STOCKHOLM): [number, number][] {
  return stretchesOfDay(day(date), zone).map(({ start, end, minute }) => [minute, (end - start) / HOUR]);
}

describe('stretchesOfDay', () => {
  it('is one stretch of 24 hours on most days', () => {
    expect(stretches('2026-12-24')).to.deep.equal([[0, 24]]);
  });

  it('leaves out the skipped hour and repeats the repeated one', () => {
    expect(stretches('2026-03-29')).to.deep.equal([
      [0, 2],
      [180, 21],
    ]);
    expect(stretches('2026-10-25')).to.deep.equal([
      [0, 3],
      [120, 22],
    ]);
  });

  it('knows clock changes at midnight, of half an hour, and a day that never was', () => {
    expect(stretches('2026-04-24', 'Africa/Cairo')).to.deep.equal([[60, 23]]);
    expect(stretches('2026-10-29', 'Africa/Cairo')).to.deep.equal([
      [0, 24],
      [1380, 1],
    ]);
    expect(stretches('2026-10-04', 'Australia/Lord_Howe')).to.deep.equal([
      [0, 2],
      [150, 21.5],
    ]);
    expect(stretches('2011-12-30', 'Pacific/Apia')).to.deep.equal([]);
  });

  it('repeats the end of the day before where the clock goes back over midnight', () => {
    const [first, repeated, rest, ...more] = stretchesOfDay(day('2009-11-01'), 'America/St_Johns');
    expect(more).to.deep.equal([]);
    expect(
      [first, repeated, rest].map((each) => [each!.day - day('2009-11-01'), each!.minute]),
    ).to.deep.equal([
      [0, 0],
      [-1, 1381],
      [0, 0],
    ]);
    expect(repeated!.end - repeated!.start).to.equal(59 * 60_000);
  });
});

describe('instantsOf', () => {
  const [before, after] = stretchesOfDay(day('2026-03-29'), STOCKHOLM);

  it('finds a span within a stretch', () => {
    expect(instantsOf(after!, 480, 960)).to.deep.equal({
      start: instant('2026-03-29T08:00'),
      end: instant('2026-03-29T16:00'),
    });
  });

  it('cuts a span to the stretch, and finds nothing in the skipped hour', () => {
    expect(instantsOf(before!, 90, 150)).to.deep.equal({
      start: instant('2026-03-29T01:30'),
      end: instant('2026-03-29T03:00'),
    });
    expect(instantsOf(after!, 90, 150)).to.equal(null);
    expect(instantsOf(before!, 120, 180)).to.equal(null);
  });
});
