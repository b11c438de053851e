import { expect } from 'chai';
import fc from 'fast-check';
import type { FollowUpRules } from '../../../../../src/domain/reports/life/rules.ts';
import { waitEnds } from '../../../../../src/domain/reports/life/waiting.ts';
import { playbookFrom, shippedText } from '../../../../support/playbooks.ts';

/** Kivido with hours, counted as the test wants; the holidays are Dutch. */
function rules(counts: FollowUpRules['counts'], hours = 'Mo-Fr 08:00-17:00; PH off'): FollowUpRules {
  const text = shippedText('kivido')
    .replace('follow-up:\n', `follow-up:\n  counts: ${counts}\n  hours: office\n`)
    .replace('contacts:\n', `hours:\n  office: "${hours}"\ncontacts:\n`)
    .replace('    stand-in: directors\n', '    stand-in: directors\n    hours: office\n');
  const { followUp } = playbookFrom(text);
  if (followUp === null) throw new Error('kivido follows reports up');
  return followUp;
}

const ZONE = 'Europe/Amsterdam';
const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE);

function ends(of: Pick<FollowUpRules, 'counts' | 'hours'>, duration: string, from: string): string {
  const at = waitEnds(of, Temporal.Duration.from(duration), local(from));
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

describe('how long a report waits', () => {
  const always = { counts: 'calendar', hours: null } as const;
  const calendar = rules('calendar');
  const working = rules('working-hours');

  it('is real time, and days are days of the calendar', () => {
    expect(ends(always, 'PT24H', '2026-11-27T10:15')).to.equal('2026-11-28T10:15');
    // The clocks go forward on 29 March and back on 25 October 2026.
    expect(ends(always, 'PT24H', '2026-03-28T12:00')).to.equal('2026-03-29T13:00');
    expect(ends(always, 'P1D', '2026-03-28T12:00')).to.equal('2026-03-29T12:00');
    expect(ends(always, 'PT24H', '2026-10-24T12:00')).to.equal('2026-10-25T11:00');
    expect(ends(always, 'P1D', '2026-10-24T12:00')).to.equal('2026-10-25T12:00');
  });

  it('ends when somebody is there: over weekends and holidays', () => {
    expect(ends(calendar, 'PT24H', '2026-11-25T10:15')).to.equal('2026-11-26T10:15');
    expect(ends(calendar, 'PT24H', '2026-11-27T10:15')).to.equal('2026-11-30T08:00');
    // Christmas Day and Boxing Day are a Friday and a Saturday.
    expect(ends(calendar, 'PT24H', '2026-12-24T10:15')).to.equal('2026-12-28T08:00');
  });

  it('counts only the hours when people are there, if the playbook says so', () => {
    expect(ends(working, 'PT9H', '2026-11-26T10:00')).to.equal('2026-11-27T10:00');
    expect(ends(working, 'PT9H', '2026-11-27T10:00')).to.equal('2026-11-30T10:00');
    expect(ends(working, 'PT9H', '2026-11-28T10:00')).to.equal('2026-11-30T17:00');
    expect(ends(working, 'PT18H', '2026-12-24T10:00')).to.equal('2026-12-29T10:00');
    // Days stay days of the calendar.
    expect(ends(working, 'P1D', '2026-11-27T10:00')).to.equal('2026-11-30T08:00');
  });

  it('counts a night in which the clocks change as it was', () => {
    const nights = rules('working-hours', 'Mo-Su 00:00-06:00');
    expect(ends(nights, 'PT6H', '2026-03-29T00:00')).to.equal('2026-03-30T01:00');
    expect(ends(nights, 'PT6H', '2026-10-25T00:00')).to.equal('2026-10-25T05:00');
  });

  it('never ends before its time, nor outside of the hours', () => {
    const minutes = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 96 }), fc.boolean(), (after, hours, isWorking) => {
        const from = local('2026-01-01T00:00').add({ minutes: after });
        const of = isWorking ? working : calendar;
        const at = waitEnds(of, Temporal.Duration.from({ hours }), from);
        expect(at - from.epochMilliseconds).to.be.at.least(hours * 3_600_000);
        // Its end is within the hours, or is their very end.
        const open = of.hours?.segmentAt(at).value.open || of.hours?.segmentAt(at - 1).value.open;
        expect(open).to.equal(true);
        if (isWorking) expect(openTime(of, from.epochMilliseconds, at)).to.equal(hours * 3_600_000);
      }),
    );
  });
});

/** The time within the hours, counted anew. */
function openTime({ hours }: FollowUpRules, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; ) {
    const { end, value } = hours?.segmentAt(at) ?? { end: to, value: { open: true } };
    if (value.open) sum += Math.min(end, to) - at;
    at = end;
  }
  return sum;
}
