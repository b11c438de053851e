import { expect } from 'chai';
import fc from 'fast-check';
import {
  combine,
  constant,
  HORIZON,
  holdsUntil,
  searchSegments,
  segmentsBetween,
  stretches,
  type Timeline,
} from '../../../../src/domain/timeline/timeline.ts';

/** Counts up by one at every multiple of `every`. */
function steps(every: number): Timeline<number> {
  return {
    segmentAt(at) {
      const value = Math.floor(at / every);
      return { start: value * every, end: (value + 1) * every, value };
    },
  };
}

describe('constant', () => {
  it('holds for ever', () => {
    expect(constant('x').segmentAt(0)).to.deep.equal({ start: -Infinity, end: Infinity, value: 'x' });
    expect(holdsUntil(constant('x'), 0, Object.is)).to.equal(null);
  });
});

describe('combine', () => {
  it('changes where one of its parts does', () => {
    const both = combine([steps(10), steps(4)], (values) => values.join());
    expect(both.segmentAt(9)).to.deep.equal({ start: 8, end: 10, value: '0,2' });
    expect(both.segmentAt(10)).to.deep.equal({ start: 10, end: 12, value: '1,2' });
  });

  it('of nothing is constant', () => {
    expect(combine([], () => 'x').segmentAt(5)).to.deep.equal({
      start: -Infinity,
      end: Infinity,
      value: 'x',
    });
  });
});

describe('stretches', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }));

  it('tells at every instant which of them cover it', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), fc.integer({ min: -5, max: 80 }), (items, at) => {
        const segment = stretches(items).segmentAt(at);
        expect(segment.value).to.deep.equal(items.filter(({ start, end }) => start <= at && at < end));
        expect(segment.start <= at && at < segment.end).to.equal(true);
      }),
    );
  });

  it('of nothing cover nothing, for ever', () => {
    expect(stretches([]).segmentAt(5)).to.deep.equal({ start: -Infinity, end: Infinity, value: [] });
  });
});

describe('holdsUntil', () => {
  it('looks through neighbours that count as equal', () => {
    const sameTens = (a: number, b: number) => Math.floor(a / 10) === Math.floor(b / 10);
    expect(holdsUntil(steps(5), 12, Object.is)).to.equal(15);
    expect(holdsUntil(steps(5), 12, sameTens)).to.equal(50);
  });

  it('gives up at the horizon, though not before it', () => {
    const near = stretches([{ start: HORIZON - 1, end: HORIZON + 5 }]);
    const same = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length;
    expect(holdsUntil(near, 0, same)).to.equal(HORIZON - 1);
    expect(holdsUntil(near, -1, same)).to.equal(null);
  });
});

describe('segmentsBetween', () => {
  it('clips to the period and joins equal neighbours', () => {
    const sameEven = (a: number, b: number) => a >> 1 === b >> 1;
    expect(segmentsBetween(steps(10), 5, 47, sameEven)).to.deep.equal([
      { start: 5, end: 20, value: 0 },
      { start: 20, end: 40, value: 2 },
      { start: 40, end: 47, value: 4 },
    ]);
  });

  it('of an empty period is empty', () => {
    expect(segmentsBetween(steps(10), 5, 5, Object.is)).to.deep.equal([]);
  });
});

describe('searchSegments', () => {
  it('finds the segment that contains the instant', () => {
    const segments = [0, 10, 30].map((start, i, all) => ({ start, end: all[i + 1] ?? 99, value: i }));
    expect([0, 9, 10, 29, 30, 98].map((at) => searchSegments(segments, at).value)).to.deep.equal([
      0, 0, 1, 1, 2, 2,
    ]);
  });

  it('needs a segment', () => {
    expect(() => searchSegments([], 0)).to.throw(RangeError, 'a timeline needs at least one segment');
  });
});
