import { expect } from 'chai';
import { coverageCases } from '../../../../src/playbook/coverage/cases.ts';
import { coverageOf } from '../../../../src/playbook/coverage/coverage.ts';
import { daysOf, unusualDays, usualWeek } from '../../../../src/playbook/coverage/days.ts';
import { patternsOf } from '../../../../src/playbook/coverage/patterns.ts';
import { at, SHIPPED, shipped } from '../../../support/playbooks.ts';

describe('coverage', () => {
  it('leaves no minute of any shipped playbook out, and none without an answer', () => {
    for (const organisation of SHIPPED) {
      const playbook = shipped(organisation);
      const coverage = coverageOf(playbook, at(playbook, '2026-11-22T15:00'), 400);
      for (const { segments, holes } of coverage.cases) {
        expect(segments[0]?.start).to.equal(at(playbook, '2026-11-22T00:00').epochMilliseconds);
        expect(segments.at(-1)?.end).to.equal(at(playbook, '2027-12-27T00:00').epochMilliseconds);
        segments.forEach((segment, i) => {
          if (i > 0) expect(segment.start).to.equal(segments[i - 1]?.end);
        });
        expect(holes).to.deep.equal([]);
      }
    }
  });

  it('finds the hole where the last fallback is away', () => {
    const playbook = shipped('harjedalen');
    const night = {
      start: at(playbook, '2026-11-24T20:00').epochMilliseconds,
      end: at(playbook, '2026-11-24T23:00').epochMilliseconds,
    };
    const broken = {
      ...playbook,
      announcements: {
        onCall: [],
        absences: [{ contact: 'call-later', ...night, reduced: false, because: null, standIn: null }],
      },
    };
    const { cases } = coverageOf(broken, at(playbook, '2026-11-22T00:00'), 10);
    expect(cases[0]?.holes).to.deep.equal([night]);
  });

  it('puts together what always gets the same answer, and forgets no class, site or role', () => {
    const cases = coverageCases(shipped('porsanger'));
    const situations = cases.flatMap((each) => each.situations);
    expect(new Set(situations.map((situation) => situation.site))).to.deep.equal(
      new Set([null, 'kommunen', 'helse-omsorg', 'oppvekst']),
    );
    expect(new Set(situations.map((situation) => situation.class)).size).to.equal(2);
    expect(cases.length).to.be.lessThan(situations.length);
  });

  it('covers the policies that triage and other matters lead to', () => {
    const coveredBy = (playbook: ReturnType<typeof shipped>, policy: string) =>
      coverageCases(playbook)
        .flatMap(({ situations }) => situations)
        .filter((situation) => situation.policy === policy);
    const harjedalen = coveredBy(shipped('harjedalen'), 'switchboard');
    expect(new Set(harjedalen.map(({ site }) => site)).size).to.equal(4);
    expect(harjedalen.every((situation) => situation.class === 'normal')).to.equal(true);
    const falkenberg = coveredBy(shipped('falkenberg'), 'it-service').map(
      (situation) => `${situation.class} ${situation.service}`,
    );
    expect(falkenberg).to.include('critical intraphone-app');
  });

  it('names no situation twice in one case', () => {
    for (const organisation of SHIPPED)
      for (const { situations } of coverageCases(shipped(organisation))) {
        const names = situations.map(({ service, site, role }) => `${service} ${site} ${role}`);
        expect(new Set(names).size).to.equal(names.length);
      }
  });

  it('tells the stretches that only the last fallback covers', () => {
    const playbook = shipped('harjedalen');
    const [first] = coverageOf(playbook, at(playbook, '2026-12-21T00:00'), 7).cases;
    const stretches = first?.fallbackOnly.map(({ start, end }) =>
      [start, end].map((time) =>
        Temporal.Instant.fromEpochMilliseconds(time)
          .toZonedDateTimeISO('Europe/Stockholm')
          .toPlainDateTime()
          .toString({ smallestUnit: 'minute' }),
      ),
    );
    expect(stretches).to.deep.equal([
      ['2026-12-21T00:00', '2026-12-21T08:00'],
      ['2026-12-21T16:00', '2026-12-22T08:00'],
      ['2026-12-22T16:00', '2026-12-23T08:00'],
      ['2026-12-23T16:00', '2026-12-24T08:00'],
      ['2026-12-24T12:00', '2026-12-28T00:00'],
    ]);
  });

  it('knows open, half, closed and on-call days, and their times', () => {
    const playbook = shipped(
      'porsanger',
      'on-call: [{ contact: it-adviser, from: 2026-12-26T10:00, to: 2026-12-26T15:00, class: critical, announced-to: everybody }]',
    );
    const coverage = coverageOf(playbook, at(playbook, '2026-12-23T00:00'), 4);
    const critical = coverage.cases.find((each) => each.situations[0].class === 'critical')!;
    expect(daysOf(playbook, coverage, critical).map(({ kind, times }) => [kind, ...times])).to.deep.equal([
      ['open', '09:00–16:30'],
      ['open', '09:00–16:30'],
      ['closed'],
      ['on-call', '10:00–15:00'],
    ]);
    const harjedalen = shipped('harjedalen');
    const eve = coverageOf(harjedalen, at(harjedalen, '2026-12-24T00:00'), 1);
    expect(daysOf(harjedalen, eve, eve.cases[0]!)).to.deep.include({
      date: Temporal.PlainDate.from('2026-12-24'),
      kind: 'half',
      times: ['08:00–12:00'],
    });
  });

  it('tells the usual week from the days that differ', () => {
    const playbook = shipped('harjedalen');
    const coverage = coverageOf(playbook, at(playbook, '2026-11-23T00:00'), 70);
    const days = daysOf(playbook, coverage, coverage.cases[0]!);
    expect(usualWeek(days)).to.deep.equal([
      '08:00–16:00',
      '08:00–16:00',
      '08:00–16:00',
      '08:00–16:00',
      '08:00–16:00',
      '',
      '',
    ]);
    expect(unusualDays(days).map(({ date }) => String(date))).to.deep.equal([
      '2026-12-24',
      '2026-12-25',
      '2026-12-31',
      '2027-01-01',
      '2027-01-05',
      '2027-01-06',
    ]);
  });

  it('tells stretches that return each week as one', () => {
    const night = (date: string) => ({
      start: Temporal.ZonedDateTime.from(`${date}T16:00[Europe/Stockholm]`).epochMilliseconds,
      end: Temporal.ZonedDateTime.from(`${date}T16:00[Europe/Stockholm]`).add({ hours: 16 })
        .epochMilliseconds,
    });
    const patterns = patternsOf(
      [night('2026-11-23'), night('2026-11-24'), night('2026-11-30')],
      'Europe/Stockholm',
    );
    expect(
      patterns.map(({ count, first, last }) => [
        count,
        String(first.toPlainDate()),
        String(last.toPlainDate()),
      ]),
    ).to.deep.equal([
      [2, '2026-11-23', '2026-11-30'],
      [1, '2026-11-24', '2026-11-24'],
    ]);
  });
});
