import { expect } from 'chai';
import fc from 'fast-check';
import {
  advancePaper,
  dueOf,
  NEW_PAPER,
  outstanding,
  type PaperNews,
  type PaperState,
  printedAll,
  type Versions,
} from '../../../../src/domain/paper/life.ts';
import { afterWorkingDays } from '../../../../src/domain/paper/working-days.ts';
import { at, shipped } from '../../../support/playbooks.ts';

const DAY = 86_400_000;
const TIMES = { within: 3, again: 1, after: (from: number, days: number) => from + days * DAY };
const versions = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'), {
  noNullPrototype: true,
});

describe('the life of a unit’s paper', () => {
  it('names what is new, changed and gone', () => {
    expect(outstanding({ a: '1', b: '1', c: '1' }, { a: '1', b: '2', d: '1' })).to.deep.equal([
      { sheet: 'b', from: '1', to: '2' },
      { sheet: 'd', from: null, to: '1' },
      { sheet: 'c', from: '1', to: null },
    ]);
  });

  it('asks, says it again and tells that it was missed once each, however often it is looked at', () => {
    let state: PaperState = NEW_PAPER;
    const news: [number, PaperNews][] = [];
    for (let hour = 0; hour <= 24 * 8; hour++) {
      const step = advancePaper(TIMES, state, { a: '1' }, (hour * DAY) / 24);
      if (step.news !== null) news.push([hour / 24, step.news]);
      state = step.state;
    }
    expect(news).to.deep.equal([...[[0, 'ask']], ...[[2, 'again']], ...[[3, 'missed']], ...[[8, 'missed']]]);
  });

  it('asks anew for a new change, with a new time', () => {
    const first = advancePaper(TIMES, NEW_PAPER, { a: '1' }, 0);
    const second = advancePaper(TIMES, first.state, { a: '2' }, DAY);
    expect(second.news).to.equal('ask');
    expect(dueOf(TIMES, second.state)).to.equal(4 * DAY);
  });

  it('looks again always later, and at nothing once all is printed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(versions, fc.nat(10 * DAY), fc.boolean()), { maxLength: 20 }),
        (steps) => {
          let state: PaperState = NEW_PAPER;
          let now = 0;
          for (const [wanted, later, prints] of steps) {
            now += later;
            const step = advancePaper(TIMES, state, wanted, now);
            const isOpen = outstanding(step.state.printed, wanted).length > 0;
            expect(step.next === null).to.equal(!isOpen);
            if (step.next !== null) expect(step.next).to.be.greaterThan(now);
            expect(step.state.stage === 'printed').to.equal(!isOpen);
            // The same look again tells nothing.
            expect(advancePaper(TIMES, step.state, wanted, now).news).to.equal(null);
            state = prints ? printedAll(step.state, wanted as Versions) : step.state;
          }
        },
      ),
    );
  });

  it('leaves out weekends and red days, and keeps the time of the day where the clocks change', () => {
    const playbook = shipped('falkenberg');
    const later = (local: string, days: number) =>
      Temporal.Instant.fromEpochMilliseconds(
        afterWorkingDays(playbook, at(playbook, local).epochMilliseconds, days),
      )
        .toZonedDateTimeISO(playbook.timezone)
        .toPlainDateTime()
        .toString();
    expect(later('2026-11-26T16:30', 3)).to.equal('2026-12-01T16:30:00');
    // Good Friday and Easter Monday 2027.
    expect(later('2027-03-25T09:00', 1)).to.equal('2027-03-30T09:00:00');
    expect(later('2026-12-23T09:00', 2)).to.equal('2026-12-28T09:00:00');
  });
});
