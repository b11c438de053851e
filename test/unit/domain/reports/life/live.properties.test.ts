import { expect } from 'chai';
import fc from 'fast-check';
import {
  LIFE_LIMITS,
  type LifeCommand,
  type LivingReport,
} from '../../../../../src/domain/reports/life/life.ts';
import { live } from '../../../../../src/domain/reports/life/live.ts';
import { waitEnds } from '../../../../../src/domain/reports/life/waiting.ts';
import type { Report } from '../../../../../src/domain/reports/report.ts';
import { shipped } from '../../../../support/playbooks.ts';
import { reportOf } from '../../../../support/reports.ts';

const kivido = shipped('kivido');
const rules = kivido.followUp;
if (rules === null) throw new Error('kivido follows reports up');

const flag = fc.boolean();
const text = fc.constantFrom('', 'de printer op de gang');
const command: fc.Arbitrary<LifeCommand> = fc.oneof(
  fc.record({ do: fc.constant('judge' as const), urgent: flag, why: text }),
  fc.record({ do: fc.constant('ask' as const), question: text }),
  fc.record({ do: fc.constant('join' as const), to: fc.constantFrom('R1', 'R2') }),
  fc.record({ do: fc.constant('be-joined' as const), report: fc.constantFrom('R2', 'R3') }),
  fc.record({ do: fc.constant('follow' as const), what: fc.constantFrom('judged', 'closed', 'withdrawn') }),
  fc.record({
    do: fc.constant('handed' as const),
    how: fc.constantFrom('order' as const, 'by-hand' as const),
    order: fc.constant(null),
  }),
  fc.record({
    do: fc.constant('progress' as const),
    state: fc.constantFrom('confirmed', 'quoted', 'in-work', 'solved'),
    note: fc.constant(null),
  }),
  fc.record({ do: fc.constant('close' as const), why: text }),
  fc.record({ do: fc.constant('answer' as const), text }),
  fc.record({ do: fc.constant('still-there' as const), still: flag, text }),
  fc.record({ do: fc.constant('satisfied' as const), satisfied: flag, text }),
  fc.record({ do: fc.constant('reopen' as const), text }),
  fc.record({ do: fc.constant('refused' as const), what: text }),
  fc.constantFrom<LifeCommand>(
    { do: 'begin' },
    { do: 'reconcile' },
    { do: 'tick' },
    { do: 'look-first' },
    { do: 'ask-now' },
    { do: 'hand-on' },
    { do: 'not-handed' },
  ),
) as fc.Arbitrary<LifeCommand>;

/** What is done after how many minutes; now and then the reporter withdraws it or it grows worse. */
const deed = fc.record({
  after: fc.integer({ min: 0, max: 3 * 24 * 60 }),
  command,
  reporter: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('worse', 'withdrawn') },
  ),
});

const START = Temporal.ZonedDateTime.from('2026-03-20T08:00[Europe/Amsterdam]');
const BY = { name: 'Marie', contact: 'manager-general-affairs' };

function changedByReporter(report: Report, how: string | null): Report {
  const isOver = report.state === 'closed' || report.state === 'withdrawn';
  if (how === null || isOver) return report;
  return how === 'worse'
    ? { ...report, state: 'open', class: 'critical' }
    : { ...report, state: 'withdrawn' };
}

function settled(report: LivingReport): void {
  const { state, life } = report;
  if (state === 'closed' || state === 'withdrawn' || state === 'joined')
    expect(life.due, state).to.equal(null);
  if (state === 'waiting') expect(life.due?.what).to.equal('wait');
  if (state === 'asked') expect(life.due?.what).to.equal('answer');
  if (state === 'solved') expect(life.due?.what).to.equal('satisfied');
  expect(life.joins.length).to.be.at.most(LIFE_LIMITS.joins);
  // Nothing that somebody has to do is forgotten before they were reminded often.
  const isToDo = state === 'open' || state === 'received' || state === 'looking' || state === 'handing-on';
  if (isToDo) expect(life.due !== null || life.reminded >= LIFE_LIMITS.reminders, state).to.equal(true);
}

describe('the lives of reports, whatever is done to them when', () => {
  it('hold together after each step, and nothing happens before its time', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        let now = START;
        const begun = live(
          kivido,
          reportOf('R1', { organisation: 'kivido', service: 'mail' }),
          { do: 'begin' },
          { now, by: BY },
        );
        let report: Report = begun.outcome === 'done' ? begun.report : reportOf('R1');
        for (const { after, command: next, reporter } of deeds) {
          now = now.add({ minutes: after });
          const before = changedByReporter(report, reporter);
          const reconciled =
            before === report ? null : live(kivido, before, { do: 'reconcile' }, { now, by: BY });
          report = reconciled?.outcome === 'done' ? reconciled.report : before;
          const lived = live(kivido, report, next, { now, by: BY });
          if (lived.outcome === 'refused') continue;
          const due = report.life?.due;
          if (next.do === 'tick') expect(due?.at).to.be.at.most(now.epochMilliseconds);
          const isSame = lived.report === report;
          if (!isSame && next.do !== 'reconcile')
            expect(lived.report.life.revision).to.equal((report.life?.revision ?? 0) + 1);
          settled(lived.report);
          report = lived.report;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('go on by themselves from waiting to the supplier, not a moment early, however late the clock comes', () => {
    const minutes = fc.integer({ min: 0, max: 366 * 24 * 60 });
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 5000 }),
        (at, late, later) => {
          const judgedAt = START.add({ minutes: at });
          const judge = { do: 'judge', urgent: false, why: '' } as const;
          const judged = live(kivido, reportOf('R1', { organisation: 'kivido' }), judge, {
            now: judgedAt,
            by: BY,
          });
          if (judged.outcome !== 'done') throw new Error(judged.why);
          const wait = waitEnds(rules, rules.wait, judgedAt);
          expect(judged.report.life.due).to.deep.equal({ what: 'wait', at: wait });
          const early = judgedAt.add({ milliseconds: wait - judgedAt.epochMilliseconds - 1 });
          expect(live(kivido, judged.report, { do: 'tick' }, { now: early, by: BY }).outcome).to.equal(
            'refused',
          );
          const rings = early.add({ milliseconds: 1, minutes: late });
          const asked = live(kivido, judged.report, { do: 'tick' }, { now: rings, by: BY });
          if (asked.outcome !== 'done') throw new Error(asked.why);
          expect(asked.report.state).to.equal('asked');
          // The reporter has the whole time to answer, also where the question came late.
          const answer = asked.report.life.due?.at ?? 0;
          expect(answer).to.equal(waitEnds(rules, rules.answerWithin, rings));
          const over = rings.add({ milliseconds: answer - rings.epochMilliseconds, minutes: later });
          const handed = live(kivido, asked.report, { do: 'tick' }, { now: over, by: BY });
          expect(handed.outcome === 'done' && handed.report.state).to.equal('handing-on');
        },
      ),
    );
  });
});
