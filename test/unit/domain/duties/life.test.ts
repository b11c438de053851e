import { expect } from 'chai';
import fc from 'fast-check';
import { dutyDay, dutySpans } from '../../../../src/domain/duties/due.ts';
import {
  advance,
  type DutyNews,
  type DutyState,
  didDuty,
  NEW_DUTY,
} from '../../../../src/domain/duties/life.ts';
import { dayNumber } from '../../../../src/domain/hours/days.ts';
import { parseHours } from '../../../../src/domain/hours/parse.ts';

const ZONE = 'Europe/Stockholm';
const MINUTE = 60_000;
const monday = dayNumber(Temporal.PlainDate.from('2026-03-23'));
const RED = new Set([monday + 2, monday + 11]);
const notation = parseHours('Mo-Fr 08:00-16:00; PH off');
const duty = {
  againMs: 120 * MINUTE,
  spansOn: (day: number) => dutySpans(notation, { isRedDay: (each) => RED.has(each), exceptions: [] }, day),
};
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds;

/** Takes it through instants, and gives what was told. */
function told(instants: readonly number[], state: DutyState = NEW_DUTY): DutyNews[] {
  let now = state;
  return instants.flatMap((instant) => {
    const step = advance(duty, ZONE, now, instant);
    now = step.state;
    return step.news;
  });
}

describe('the life of a duty', () => {
  it('is said in the morning, once more, and missed at the end', () => {
    const instants = ['T07:59', 'T08:00', 'T08:01', 'T14:00', 'T15:59', 'T16:00', 'T23:00'];
    expect(told(instants.map((time) => at(`2026-03-23${time}`)))).to.deep.equal([
      { what: 'remind', day: monday },
      { what: 'again', day: monday },
      { what: 'missed', day: monday },
    ]);
  });

  it('ends with being done, for that day', () => {
    const { state } = advance(duty, ZONE, NEW_DUTY, at('2026-03-23T08:00'));
    const rest = told([at('2026-03-23T15:00'), at('2026-03-24T08:00')], didDuty(state, monday));
    expect(rest).to.deep.equal([{ what: 'remind', day: monday + 1 }]);
    // Of yesterday, today stays open.
    const today = advance(duty, ZONE, state, at('2026-03-24T08:00')).state;
    expect(didDuty(today, monday)).to.equal(today);
  });

  it('after a stop tells what was missed and what is due now, and nothing of the days between', () => {
    const { state } = advance(duty, ZONE, NEW_DUTY, at('2026-03-23T08:00'));
    expect(told([at('2026-03-27T14:30')], state)).to.deep.equal([
      { what: 'missed', day: monday },
      { what: 'again', day: monday + 4 },
    ]);
  });

  it('lets go of a day that the playbook took away meanwhile', () => {
    expect(told([at('2026-03-25T12:00')], { day: monday + 2, stage: 'reminded' })).to.deep.equal([]);
  });

  it('property: each day is told at most once of each, in order, never on a red day, whenever it is looked at', () => {
    const happening = fc.record({ after: fc.integer({ min: 0, max: 40 * 60 }), done: fc.boolean() });
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        const seen = new Map<number, string[]>();
        let [state, now] = [NEW_DUTY, at('2026-03-23T00:00')];
        for (const { after, done } of happenings) {
          now += after * MINUTE;
          const step = advance(duty, ZONE, state, now);
          state = step.state;
          for (const { what, day } of step.news) seen.set(day, [...(seen.get(day) ?? []), what]);
          expect(step.next).to.be.greaterThan(now);
          // Nothing changes before the instant that it gave.
          expect(advance(duty, ZONE, state, (step.next ?? 0) - 1).news).to.deep.equal([]);
          if (done && state.day !== null) {
            state = didDuty(state, state.day);
            seen.set(state.day ?? 0, [...(seen.get(state.day ?? 0) ?? []), 'done']);
          }
        }
        for (const [day, whats] of seen) {
          expect(dutyDay(duty, ZONE, day)).to.not.equal(null);
          expect(RED.has(day)).to.equal(false);
          const said = whats.filter((what) => what !== 'done');
          expect(new Set(said).size).to.equal(said.length);
          const order = ['remind', 'again', 'missed'];
          expect(said.map((what) => order.indexOf(what))).to.satisfy((places: number[]) =>
            places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0)),
          );
          expect(whats.slice(whats.indexOf('done') + 1).filter((what) => what !== 'done')).to.deep.equal(
            whats.includes('done') ? [] : said,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
