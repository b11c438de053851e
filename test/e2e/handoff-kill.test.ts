import { expect } from 'chai';
import { seeded } from '../support/store-kill.ts';
import { KilledHandoffs } from '../support/suppliers/killed-handoffs.ts';

/** `HANDOFF_KILLS=200 HANDOFF_SEED=7 npx mocha test/e2e/handoff-kill.test.ts` for the long run. */
const KILLS = Number(process.env.HANDOFF_KILLS ?? 3);
const SEED = Number(process.env.HANDOFF_SEED ?? 1);

describe(`handing over to suppliers that lose answers, killed ${KILLS} times (seed ${SEED})`, function () {
  this.timeout(120_000 + KILLS * 15_000);
  let handoffs: KilledHandoffs;
  beforeEach(async () => {
    handoffs = await KilledHandoffs.start(seeded(SEED));
  });
  afterEach(() => handoffs.stop());

  function nothingTwice(): void {
    for (const id of handoffs.ordered.topdesk) expect(handoffs.topdesk.with(id).length, id).to.be.at.most(1);
    for (const [id, names] of handoffs.letterNames()) expect([...names], id).to.have.length(1);
  }

  it('orders nothing twice in TOPdesk, and by mail only under the same name', async () => {
    await handoffs.live(KILLS, nothingTwice);
    await handoffs.end();
    nothingTwice();
    const deliveries = handoffs.deliveries();
    const counts: Record<string, number> = {};
    for (const [way, ids] of Object.entries(handoffs.ordered))
      for (const id of ids) {
        const { state = 'none', reason = '' } = deliveries.get(id) ?? {};
        counts[`${way} ${state}`] = (counts[`${way} ${state}`] ?? 0) + 1;
        expect(state, `${id}: ${reason}`).to.be.oneOf(['sent', 'ambiguous', 'failed']);
        const there =
          way === 'topdesk' ? handoffs.topdesk.with(id).length : handoffs.letterNames().get(id)?.size;
        if (state === 'sent') expect(there, id).to.equal(1);
        if (state === 'failed') expect(there ?? 0, id).to.equal(0);
      }
    const { letters } = handoffs.mail;
    console.log(
      `      ${JSON.stringify(counts)}; ${handoffs.topdesk.incidents.length} incidents, ${letters.length} letters under ${handoffs.letterNames().size} names`,
    );
  });
});
