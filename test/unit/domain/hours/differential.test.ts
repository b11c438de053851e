import { expect } from 'chai';
import type { Millis } from '../../../../src/domain/timeline/timeline.ts';
import { shown } from './arrange.ts';
import { type Difference, EXPLANATIONS } from './differential/explanations.ts';
import { type Contest, type Country, contest, type NextChange, ourRedDays } from './differential/parties.ts';

const COUNTRIES: readonly Country[] = [
  { code: 'SE', zone: 'Europe/Stockholm' },
  { code: 'NO', zone: 'Europe/Oslo' },
  { code: 'NL', zone: 'Europe/Amsterdam' },
];
const RULES = [
  ...['24/7', 'off', 'Mo-Fr 08:00-16:00', 'Mo-Fr 08:00-12:00,13:00-16:30', 'Sa-Mo 00:00-24:00'],
  ...['Fr-Su 20:00-04:00', 'Mo-Fr 22:00-06:00; PH off', 'Mo 22:00-06:00; Tu 05:00-08:00', '20:00-02:30'],
  ...['Su 02:30-04:00', 'Sa 22:00-02:30', 'Su 02:15-02:45', 'Su 01:30-03:00'],
  ...['Mo-Fr 08:00-16:00; PH off', 'Mo-Fr 14:00-16:30; PH off', 'PH 10:00-14:00', 'Mo-Fr,PH 09:00-17:00'],
  ...['Mo-Fr 08:00-16:00; PH -1 day 08:00-12:00; Sa,Su off; PH off', 'PH +1 day 09:00-12:00', '24/7; PH off'],
  ...['Jun-Aug Mo-Fr 08:00-15:00', 'Nov-Feb 08:00-10:00', 'Mo-Fr 08:00-16:00; Dec 24-Jan 6 off'],
  ...['Mo-Su 10:00-18:00; Dec 24,Dec 31 10:00-13:00; Jun 15-20 off; Feb 29 off', 'Dec 31 20:00-04:00'],
  ...['Mo-Fr 08:00-16:00; Jun-Aug Mo-Fr 08:00-15:00; PH off', 'Mo-Fr 08:00-16:00; We 10:00-12:00'],
];
const INSTANTS = 10_500;
const SEED = 20_260_329;
const FULL = 2 ** 32;
const MINUTE = 60_000;
const FIRST = Date.UTC(2025, 0, 1) / MINUTE;
const LAST = Date.UTC(2031, 0, 1) / MINUTE - 1;
const RULES_AN_INSTANT = 4;
const CHANGE_EVERY = 8;

const differences: Difference[] = [];
const random = randomMinutes(INSTANTS);

/** Evenly spread minutes, the same in every run (a linear congruential generator). */
function randomMinutes(count: number): number[] {
  let state = SEED;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return FIRST + Math.floor((state / FULL) * (LAST - FIRST));
  });
}

function stateDifference(contest: Contest, at: Millis): Difference | null {
  const [ours, theirs] = [contest.ours.isOpen(at), contest.library.isOpen(at)];
  return ours === theirs ? null : { kind: 'state', contest, at, ours, theirs };
}

/** Where the answers part one side says "changed": either the states differ there, or the library contradicts itself. */
function changeDifference(contest: Contest, at: Millis): Difference | null {
  const here = stateDifference(contest, at);
  if (here !== null) return here;
  const [ours, theirs] = [contest.ours.nextChange(at), contest.library.nextChange(at)];
  if (ours === theirs) return null;
  const itself: Difference = { kind: 'change', contest, at, ours, theirs };
  if (theirs === 'gave-up') return itself;
  const parting = Math.min(Number(ours ?? Infinity), theirs ?? Infinity);
  return stateDifference(contest, parting) ?? itself;
}

/** Every quarter of an hour around the clock changes, which random instants seldom meet. */
function aroundClockChanges(zone: string): Millis[] {
  const found: Millis[] = [];
  let change = Temporal.ZonedDateTime.from(`2025-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (change !== null && change.year < 2031) {
    for (let quarter = -20; quarter < 20; quarter++)
      found.push(change.epochMilliseconds + quarter * 15 * MINUTE);
    change = change.getTimeZoneTransition('next');
  }
  return found;
}

function differencesIn(country: Country): Difference[] {
  process.env.TZ = country.zone;
  const isRedDay = ourRedDays(country);
  const contests = RULES.map((rule) => contest(country, rule, isRedDay));
  const turn = (number: number) => contests[number % contests.length]!;
  const atRandom = random.flatMap((minute, i) => {
    const at = minute * MINUTE;
    const states = Array.from({ length: RULES_AN_INSTANT }, (_, k) =>
      stateDifference(turn(RULES_AN_INSTANT * i + k), at),
    );
    return i % CHANGE_EVERY === 0 ? [...states, changeDifference(turn(i / CHANGE_EVERY), at)] : states;
  });
  const withoutRedDays = contests.filter(({ rule }) => !rule.includes('PH'));
  const atClockChanges = aroundClockChanges(country.zone).flatMap((at) => [
    ...contests.map((each) => stateDifference(each, at)),
    ...withoutRedDays.map((each) => changeDifference(each, at)),
  ]);
  return [...atRandom, ...atClockChanges].filter((difference) => difference !== null);
}

function namesFor(difference: Difference): string[] {
  return EXPLANATIONS.filter(({ holds }) => holds(difference)).map(({ name }) => name);
}

function told({ kind, contest: { country, rule }, at, ours, theirs }: Difference): string {
  const say = (value: NextChange | boolean) =>
    typeof value === 'number' ? shown(value, country.zone) : String(value);
  return `${country.code} "${rule}" ${kind} at ${shown(at, country.zone)}: ours ${say(ours)}, library ${say(theirs)}`;
}

describe('schedule against the library opening_hours', function () {
  this.timeout(60_000);
  const zoneBefore = process.env.TZ;

  before(() => {
    try {
      for (const country of COUNTRIES) differences.push(...differencesIn(country));
    } finally {
      if (zoneBefore === undefined) delete process.env.TZ;
      else process.env.TZ = zoneBefore;
    }
  });

  it(`gives each difference at ${INSTANTS} random instants a country exactly one name`, () => {
    const wrong = differences
      .map((difference) => ({ difference, names: namesFor(difference) }))
      .filter(({ names }) => names.length !== 1)
      .map(({ difference, names }) => `${told(difference)}; ${names.join(' AND ') || 'unexplained'}`);
    expect(wrong.slice(0, 20)).to.deep.equal([]);
  });

  for (const { name } of EXPLANATIONS) {
    it(`has seen that ${name}`, () => {
      expect(differences.some((difference) => namesFor(difference).includes(name))).to.equal(true, 'stale');
    });
  }
});
