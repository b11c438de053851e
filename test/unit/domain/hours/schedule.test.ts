import { expect } from 'chai';
import type { HoursCalendar } from '../../../../src/domain/hours/day-plan.ts';
import { parseHours } from '../../../../src/domain/hours/parse.ts';
import { type HoursState, sameHours, sameOpenness, schedule } from '../../../../src/domain/hours/schedule.ts';
import { holdsUntil, segmentsBetween, type Timeline } from '../../../../src/domain/timeline/timeline.ts';
import { calendar, instant, STOCKHOLM, shown } from './arrange.ts';

const SWITCHBOARD = 'Mo-Fr 08:00-16:00; PH -1 day 08:00-12:00; Sa,Su off; PH off';

function hours(text: string, zone = STOCKHOLM, on: HoursCalendar = calendar()): Timeline<HoursState> {
  return schedule(parseHours(text), on, zone);
}

/** The open stretches of a timeline that start in a period, as the wall clock shows them. */
function openStretches(timeline: Timeline<HoursState>, from: string, to: string, zone = STOCKHOLM): string[] {
  return segmentsBetween(timeline, instant(from, zone), instant(to, zone), sameOpenness)
    .filter(({ value }) => value.open)
    .map(({ start, end }) => `${shown(start, zone)} ${shown(end, zone)}`);
}

describe('schedule', () => {
  it('tells state, reason and the next change', () => {
    const timeline = hours(SWITCHBOARD, STOCKHOLM, calendar(['2026-12-25', '2026-12-26']));
    const story = segmentsBetween(
      timeline,
      instant('2026-12-23T12:00'),
      instant('2026-12-28T12:00'),
      sameHours,
    ).map(({ end, value }) => `${value.open ? 'open' : 'closed'} ${value.reason} until ${shown(end)}`);
    expect(story).to.deep.equal([
      'open open until 2026-12-23T16:00+01:00',
      'closed outside-hours until 2026-12-24T08:00+01:00',
      'open half-day until 2026-12-24T12:00+01:00',
      'closed half-day until 2026-12-24T16:00+01:00',
      'closed outside-hours until 2026-12-25T00:00+01:00',
      'closed public-holiday until 2026-12-27T00:00+01:00',
      'closed weekend until 2026-12-28T00:00+01:00',
      'closed outside-hours until 2026-12-28T08:00+01:00',
      'open open until 2026-12-28T12:00+01:00',
    ]);
    expect(shown(holdsUntil(timeline, instant('2026-12-24T12:00'), sameOpenness))).to.equal(
      '2026-12-28T08:00+01:00',
    );
  });

  it('runs over midnight, into a day that is off too', () => {
    const timeline = hours('Mo-Fr 22:00-06:00; PH off', STOCKHOLM, calendar(['2026-12-25']));
    expect(openStretches(timeline, '2026-12-23T12:00', '2026-12-30T12:00')).to.deep.equal([
      '2026-12-23T22:00+01:00 2026-12-24T06:00+01:00',
      '2026-12-24T22:00+01:00 2026-12-25T06:00+01:00',
      '2026-12-28T22:00+01:00 2026-12-29T06:00+01:00',
      '2026-12-29T22:00+01:00 2026-12-30T06:00+01:00',
    ]);
  });

  it('joins spans that meet at midnight', () => {
    const timeline = hours('Mo 08:00-24:00; Tu 00:00-10:00');
    expect(openStretches(timeline, '2026-12-20T00:00', '2026-12-27T00:00')).to.deep.equal([
      '2026-12-21T08:00+01:00 2026-12-22T10:00+01:00',
    ]);
  });

  describe('at a clock change', () => {
    const spring = (text: string) => openStretches(hours(text), '2026-03-28T12:00', '2026-03-29T12:00');
    const autumn = (text: string) => openStretches(hours(text), '2026-10-24T12:00', '2026-10-25T12:00');

    it('a span that starts in the skipped hour starts where the clock goes on', () => {
      expect(spring('02:30-10:00')).to.deep.equal(['2026-03-29T03:00+02:00 2026-03-29T10:00+02:00']);
    });

    it('a span that ends in the skipped hour ends where the clock stops', () => {
      expect(spring('22:00-02:30')).to.deep.equal(['2026-03-28T22:00+01:00 2026-03-29T03:00+02:00']);
    });

    it('a span within the skipped hour does not come at all', () => {
      expect(spring('02:15-02:45')).to.deep.equal([]);
      expect(spring('02:00-03:00')).to.deep.equal([]);
    });

    it('a span within the repeated hour comes twice', () => {
      expect(autumn('02:15-02:45')).to.deep.equal([
        '2026-10-25T02:15+02:00 2026-10-25T02:45+02:00',
        '2026-10-25T02:15+01:00 2026-10-25T02:45+01:00',
      ]);
    });

    it('a span over the whole repeated hour is an hour longer', () => {
      expect(autumn('02:00-03:00')).to.deep.equal(['2026-10-25T02:00+02:00 2026-10-25T03:00+01:00']);
      expect(autumn('22:00-06:00')).to.deep.equal(['2026-10-24T22:00+02:00 2026-10-25T06:00+01:00']);
    });

    it('a span that starts or ends in the repeated hour is broken by the clock going back', () => {
      expect(autumn('02:30-10:00')).to.deep.equal([
        '2026-10-25T02:30+02:00 2026-10-25T02:00+01:00',
        '2026-10-25T02:30+01:00 2026-10-25T10:00+01:00',
      ]);
      expect(autumn('22:00-02:30')).to.deep.equal([
        '2026-10-24T22:00+02:00 2026-10-25T02:30+02:00',
        '2026-10-25T02:00+01:00 2026-10-25T02:30+01:00',
      ]);
    });
  });

  it('keeps zones apart in one process', () => {
    const [stockholm, helsinki, lordHowe] = [STOCKHOLM, 'Europe/Helsinki', 'Australia/Lord_Howe'].map(
      (zone) => hours('Mo-Fr 08:00-16:00', zone),
    );
    const at = instant('2026-12-21T07:30', STOCKHOLM);
    expect(stockholm!.segmentAt(at).value.open).to.equal(false);
    expect(helsinki!.segmentAt(at).value.open).to.equal(true);
    expect(shown(holdsUntil(lordHowe!, at, sameOpenness), 'Australia/Lord_Howe')).to.equal(
      '2026-12-22T08:00+11:00',
    );
  });

  it('never changes for 24/7, but for what is announced', () => {
    const at = instant('2026-12-23T12:00');
    for (const text of ['24/7', '00:00-24:00', 'PH off; 24/7', 'Mo-Su 00:00-24:00']) {
      expect(hours(text).segmentAt(at).value).to.deep.equal({ open: true, reason: 'open' });
      expect(holdsUntil(hours(text), at, sameHours)).to.equal(null);
    }
    const announced = hours('24/7', STOCKHOLM, calendar([], [['2026-12-24', '2026-12-25', '08:00-12:00']]));
    expect(openStretches(announced, '2026-12-23T12:00', '2026-12-27T00:00')).to.deep.equal([
      '2026-12-23T12:00+01:00 2026-12-24T00:00+01:00',
      '2026-12-24T08:00+01:00 2026-12-24T12:00+01:00',
      '2026-12-25T08:00+01:00 2026-12-25T12:00+01:00',
      '2026-12-26T00:00+01:00 2026-12-27T00:00+01:00',
    ]);
  });

  it('finds the next 29 February, eight years ahead when a century has none', () => {
    const timeline = hours('Feb 29 08:00-12:00');
    const next = (at: string) => shown(holdsUntil(timeline, instant(at), sameOpenness));
    expect(next('2026-12-24T12:00')).to.equal('2028-02-29T08:00+01:00');
    expect(next('2028-02-29T08:00')).to.equal('2028-02-29T12:00+01:00');
    expect(next('2096-02-29T12:00')).to.equal('2104-02-29T08:00+01:00');
  });

  it('never opens where no rule opens', () => {
    const at = instant('2026-12-24T12:00');
    expect(hours('off').segmentAt(at).value.open).to.equal(false);
    expect(holdsUntil(hours('off'), at, sameOpenness)).to.equal(null);
  });
});
