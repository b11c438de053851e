import { expect } from 'chai';
import fc from 'fast-check';
import { NOON, type StoreFactory } from '../support/store-arrange.ts';
import { StoreModel } from '../support/store-model.ts';
import { anyStep, type Pair } from '../support/store-steps.ts';

/** How many random sequences; `STORE_RUNS=5000` for a long run. */
const RUNS = Number(process.env.STORE_RUNS ?? 150);

export function randomContract(open: StoreFactory, runs = RUNS): void {
  describe('whatever is asked of it', () => {
    it('does what its model does', async function () {
      this.timeout(60_000 + runs * 1000);
      const steps = fc.array(anyStep, { minLength: 20, maxLength: 120, size: 'max' });
      await fc.assert(
        fc.asyncProperty(steps, async (steps) => {
          const store = await open();
          const pair: Pair = { store, model: new StoreModel(), claimed: [], now: NOON };
          try {
            for (const step of steps) await step(pair);
            for (const expected of pair.model.deliveries())
              expect(await store.delivery(expected.id)).to.deep.equal(expected);
          } finally {
            await store.close();
          }
        }),
        { numRuns: runs },
      );
    });
  });
}
