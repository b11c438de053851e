import { expect } from 'chai';
import { ASKED, KilledPings } from '../support/escalations/killed-pings.ts';
import { seeded } from '../support/store-kill.ts';

/** `PING_KILLS=200 PING_SEED=7 npx mocha test/e2e/ping-kill.test.ts` for the long run. */
const KILLS = Number(process.env.PING_KILLS ?? 3);
const SEED = Number(process.env.PING_SEED ?? 1);

describe(`pinging people by mail and through a gateway that loses answers, killed ${KILLS} times (seed ${SEED})`, function () {
  this.timeout(90_000 + KILLS * 15_000);
  let pings: KilledPings;
  before(async () => {
    pings = await KilledPings.start(seeded(SEED));
  });
  after(() => pings.stop());

  /** What comes twice comes under one name, by which mail programs and the gateway know it. */
  function nothingTwice(): void {
    for (const [whom, names] of pings.letters()) expect([...names], whom).to.have.length(1);
    for (const [whom, ids] of pings.calls) expect([...new Set(ids)], whom).to.have.length(1);
  }

  it('asks everybody of every matter, by every way, and nobody under two names', async () => {
    await pings.live(KILLS, nothingTwice);
    await pings.end();
    nothingTwice();
    const asked = pings.reports.flatMap((id) => ASKED.map((contact) => ({ id, contact })));
    expect(asked).to.have.length(KILLS * 2 * ASKED.length);
    const called = asked.map(({ id, contact }) => `${contact} ${id}`);
    expect([...pings.calls.keys()].sort()).to.deep.equal(called.sort());
    const written = asked.map(({ id, contact }) => `${contact}@porsanger.example ${id}`);
    expect([...pings.letters().keys()].sort()).to.deep.equal(written.sort());
    const calls = [...pings.calls.values()].flat().length;
    console.log(`      ${asked.length} asked; ${pings.mail.letters.length} letters and ${calls} calls came`);
  });
});
