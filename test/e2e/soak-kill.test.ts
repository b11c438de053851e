import { expect } from 'chai';
import { hasRedis } from '../support/redis-server.ts';
import { settingsOf } from '../support/soak/settings.ts';
import { Soak, type SoakFigures } from '../support/soak/soak.ts';
import { type Verdict, verdictOf } from '../support/soak/verdict.ts';

/** `npm run soak` for the whole of it: ten minutes, 500 turns a second, a broadcast to 10,000, 1,000 matters. */
const SEED = Number(process.env.SOAK_SEED ?? 1);
const SETTINGS = settingsOf({
  ...{ seed: SEED, minutes: 0.75, rate: 20, restarts: 1 },
  ...{ destinations: 160, escalations: 20 },
});

describe(`${SETTINGS.processes} processes under load on one Redis, both killed (seed ${SEED})`, function () {
  this.timeout(420_000);
  let soak: Soak;
  let figures: SoakFigures;
  let verdict: Verdict;
  const told: string[] = [];

  before(async function () {
    if (!hasRedis()) this.skip();
    soak = await Soak.start(SETTINGS);
    figures = await soak.run((line) => told.push(line));
    verdict = await verdictOf(soak);
  });
  after(() => soak?.end());

  it('answer all that was accepted once, lose nothing, mix nothing up, and tell everybody whom they should', () => {
    expect(verdict.faults, told.join('\n')).to.deep.equal([]);
    const { accepted, again, kills } = figures;
    console.log(`      ${accepted} messages accepted, ${again} sent again; ${kills} kills`);
  });

  it('had something to lose', () => {
    expect(figures.accepted).to.be.greaterThan(100);
    expect(figures.kills).to.be.greaterThan(2);
    expect(figures.restarts).to.equal(1);
  });

  it('keep to what the platforms take, and end by themselves', () => {
    expect(figures.violations.teams).to.equal(0);
    expect(figures.codes).to.deep.equal(Array.from({ length: SETTINGS.processes }, () => 0));
  });
});
