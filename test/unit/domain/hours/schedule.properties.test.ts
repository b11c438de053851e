import { expect } from 'chai';
import fc from 'fast-check';
import { type HoursCalendar, planDay, reasonAt } from '../../../../src/domain/hours/day-plan.ts';
import { dayNumber } from '../../../../src/domain/hours/days.ts';
import type { HoursNotation, Minute } from '../../../../src/domain/hours/notation.ts';
import { parseHours, parseTimes } from '../../../../src/domain/hours/parse.ts';
import { type HoursState, sameHours, schedule } from '../../../../src/domain/hours/schedule.ts';
import { type Millis, segmentsBetween } from '../../../../src/domain/timeline/timeline.ts';
import { day, instant } from './arrange.ts';

const DAY = 86_400_000;
// Clock changes of an hour, half an hour and two hours, at midnight, back over midnight and at other times; a day that
// never was.
const ZONES = [
  ...['Europe/Stockholm', 'Europe/Oslo', 'Europe/Amsterdam', 'Australia/Lord_Howe', 'America/Nuuk'],
  ...[
    'Africa/Cairo',
    'America/Havana',
    'Antarctica/Troll',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
    'America/St_Johns',
  ],
];
const FIRST = instant('2006-01-01T00:00', 'UTC');
const LAST = instant('2041-01-01T00:00', 'UTC');

/** The definition itself: the wall-clock minute lies in a span of its day, or of the day before over midnight. */
function byDefinition(
  notation: HoursNotation,
  calendar: HoursCalendar,
  zone: string,
  at: Millis,
): HoursState {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const [minute, today] = [wall.hour * 60 + wall.minute, dayNumber(wall.toPlainDate())];
  const plan = planDay(notation, calendar, today);
  const before = planDay(notation, calendar, today - 1);
  const open =
    plan.spans.some(({ from, to }) => from <= minute && minute < to) ||
    before.spans.some(({ from, to }) => from <= minute + 1440 && minute + 1440 < to);
  return { open, reason: reasonAt(plan, before, minute).reason };
}

function clock(minute: Minute): string {
  return new Date(minute * 60_000).toISOString().slice(11, 16);
}

/** One to three spans without overlap; `turned` makes the last one run over midnight into the gap before the first. */
const times = fc
  .tuple(fc.uniqueArray(fc.nat(1439), { minLength: 2, maxLength: 6 }), fc.boolean())
  .map(([minutes, turned]) => {
    const sorted = minutes.slice(0, minutes.length & ~1).sort((a, b) => a - b);
    const edges = turned ? [...sorted.slice(1), ...sorted.slice(0, 1)] : sorted;
    return Array.from({ length: edges.length / 2 }, (_, i) =>
      edges
        .slice(2 * i, 2 * i + 2)
        .map(clock)
        .join('-'),
    );
  })
  .map((spans) => spans.join());
const opening = fc.oneof({ weight: 4, arbitrary: times }, fc.constantFrom('off', '24/7', '00:00-24:00'));
const dates = fc.constantFrom(
  '',
  '',
  '',
  'Jun-Aug ',
  'Dec 24-Jan 6 ',
  'Mar 20-Apr 5,Oct ',
  'Feb 29 ',
  'Nov-Feb ',
);
const weekdays = fc.constantFrom(
  '',
  'Mo-Fr ',
  'Sa,Su ',
  'Fr-Mo ',
  'We ',
  'PH ',
  'PH -1 day ',
  'Su,PH ',
  'PH +2 days ',
);
const notations = fc
  .array(fc.tuple(dates, weekdays, opening), { minLength: 1, maxLength: 4 })
  .map((rules) => parseHours(rules.map((parts) => parts.join('')).join('; ')));
const instants = fc.integer({ min: FIRST, max: LAST });
const calendars = fc.record({
  every: fc.integer({ min: 3, max: 40 }),
  from: instants,
  days: fc.nat(20),
  times: opening,
});
const cases = fc.record({
  notation: notations,
  red: calendars,
  zone: fc.constantFrom(...ZONES),
  at: instants,
});

/** Red days at even distances, and an exception near `from`. */
function calendarOf({
  every,
  from,
  days,
  times,
}: typeof calendars extends fc.Arbitrary<infer T> ? T : never): HoursCalendar {
  const first = Math.floor(from / DAY);
  return {
    isRedDay: (number) => number % every === 0,
    exceptions: [{ from: first, to: first + days, spans: parseTimes(times) }],
  };
}

describe('schedule, for any notation, calendar and zone', function () {
  this.timeout(30_000);

  it('is at every instant what the definition says', () => {
    fc.assert(
      fc.property(cases, fc.array(instants, { maxLength: 3 }), ({ notation, red, zone, at }, more) => {
        const calendar = calendarOf(red);
        const timeline = schedule(notation, calendar, zone);
        for (const each of [at, ...more, red.from, red.from + 20 * DAY]) {
          const { start, end, value } = timeline.segmentAt(each);
          expect(start <= each && each < end).to.equal(true);
          expect({ at: each, ...value }).to.deep.equal({
            at: each,
            ...byDefinition(notation, calendar, zone, each),
          });
        }
      }),
      { numRuns: 120 },
    );
  });

  it('changes at every boundary and nowhere between', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), fc.nat(9999), ({ notation, red, zone, at }, near, part) => {
        const calendar = calendarOf(red);
        const timeline = schedule(notation, calendar, zone);
        const from = near ? red.from - 3 * DAY : at;
        const state = (when: Millis) => byDefinition(notation, calendar, zone, when);
        const segments = segmentsBetween(timeline, from, from + 14 * DAY, sameHours);
        for (const { start, end, value } of segments) {
          const between = start + Math.floor(((end - start) * part) / 10_000);
          for (const when of [start, between, end - 1]) expect(state(when)).to.deep.equal(value);
        }
        for (const { start } of segments.slice(1)) expect(state(start)).to.not.deep.equal(state(start - 1));
      }),
      { numRuns: 150 },
    );
  });

  it('follows the definition minute by minute through clock changes', () => {
    const notation = parseHours('Mo-Fr 22:00-02:30; Su 01:30-02:15,02:45-03:10; PH 23:30-00:40; Sa off');
    const calendar: HoursCalendar = { isRedDay: (number) => number % 7 === 2, exceptions: [] };
    for (const zone of ZONES) {
      const timeline = schedule(notation, calendar, zone);
      for (const date of [
        '2026-03-28',
        '2026-10-24',
        '2026-04-23',
        '2026-10-29',
        '2026-10-31',
        '2009-10-31',
      ]) {
        const start = day(date) * DAY;
        for (let at = start; at < start + 2 * DAY; at += 300_000)
          expect(timeline.segmentAt(at).value).to.deep.equal(byDefinition(notation, calendar, zone, at));
      }
    }
  });
});
