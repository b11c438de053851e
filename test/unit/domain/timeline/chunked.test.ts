import { expect } from 'chai';
import fc from 'fast-check';
import { chunked, remembered } from '../../../../src/domain/timeline/chunked.ts';
import {
  holdsUntil,
  type Millis,
  type Segment,
  type Timeline,
} from '../../../../src/domain/timeline/timeline.ts';

const DAY = 86_400_000;
const CHUNK = 128 * DAY;
const MONTH = 30 * DAY;

/** Segments of 30 days, numbered; they straddle the borders of chunks. */
function months(from: Millis, to: Millis): Segment<number>[] {
  const segments: Segment<number>[] = [];
  for (let value = Math.floor(from / MONTH); value * MONTH < to; value++)
    segments.push({ start: value * MONTH, end: (value + 1) * MONTH, value });
  return segments;
}

/** A source that counts how often it is asked. */
function counted(): { timeline: Timeline<number>; asked: () => number } {
  let asked = 0;
  const segmentAt = (at: Millis): Segment<number> => {
    asked++;
    const value = Math.floor(at / MONTH);
    return { start: value * MONTH, end: (value + 1) * MONTH, value };
  };
  return { timeline: { segmentAt }, asked: () => asked };
}

describe('chunked', () => {
  const anywhere = fc.integer({ min: -400 * CHUNK, max: 400 * CHUNK });
  const atBorder = fc.tuple(fc.integer({ min: -400, max: 400 }), fc.constantFrom(-1, 0, 1));
  const instants = fc.oneof(
    anywhere,
    atBorder.map(([chunk, offset]) => chunk * CHUNK + offset),
  );

  it('finds the same segment as the whole would, at the borders of chunks too', () => {
    const timeline = chunked(months);
    fc.assert(
      fc.property(instants, (at) => {
        const value = Math.floor(at / MONTH);
        expect(timeline.segmentAt(at)).to.deep.equal({
          start: value * MONTH,
          end: (value + 1) * MONTH,
          value,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('works a chunk out once, when it is first asked for', () => {
    const built: Millis[] = [];
    const timeline = chunked((from, to) => {
      built.push(from);
      return months(from, to);
    });
    for (const at of [5 * CHUNK, 5 * CHUNK + 1, 6 * CHUNK - 1, 6 * CHUNK, 5 * CHUNK]) timeline.segmentAt(at);
    expect(built).to.deep.equal([5 * CHUNK, 6 * CHUNK]);
  });

  it('forgets the oldest chunk when it holds too many', () => {
    let built = 0;
    const timeline = chunked((from, to) => {
      built++;
      return months(from, to);
    });
    for (let chunk = 0; chunk <= 40; chunk++) timeline.segmentAt(chunk * CHUNK);
    timeline.segmentAt(40 * CHUNK);
    timeline.segmentAt(1 * CHUNK);
    expect(built).to.equal(41);
    timeline.segmentAt(0);
    expect(built).to.equal(42);
  });
});

describe('remembered', () => {
  it('says the same as its source, and asks it only once for a stretch of time', () => {
    const { timeline: source, asked } = counted();
    const timeline = remembered(source, Object.is);
    const values = () => [0, 29, 30, 127, 128, 200].map((day) => timeline.segmentAt(day * DAY).value);
    expect(values()).to.deep.equal([0, 0, 1, 4, 4, 6]);
    const first = asked();
    expect(values()).to.deep.equal([0, 0, 1, 4, 4, 6]);
    expect(asked()).to.equal(first);
  });

  it('joins equal neighbours, and knows an end beyond the chunk', () => {
    const { timeline: source } = counted();
    const timeline = remembered(source, (a, b) => a >> 1 === b >> 1);
    expect(timeline.segmentAt(35 * DAY)).to.deep.equal({ start: 0, end: 60 * DAY, value: 0 });
    expect(timeline.segmentAt(127 * DAY).end).to.equal(150 * DAY);
    expect(holdsUntil(timeline, 0, (a, b) => a >> 1 === b >> 1)).to.equal(60 * DAY);
    expect(holdsUntil(timeline, 127 * DAY, (a, b) => a >> 1 === b >> 1)).to.equal(180 * DAY);
  });

  it('keeps an end that never comes', () => {
    const source: Timeline<string> = {
      segmentAt: () => ({ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY, value: 'x' }),
    };
    expect(remembered(source, Object.is).segmentAt(0).end).to.equal(Number.POSITIVE_INFINITY);
  });
});
