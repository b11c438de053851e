import type { StoreFactory } from '../support/store-arrange.ts';
import { handingContract } from './store-handing.contract.ts';
import { inboxContract } from './store-inbox.contract.ts';
import { outboxContract } from './store-outbox.contract.ts';
import { randomContract } from './store-random.contract.ts';
import { recordContract } from './store-records.contract.ts';
import { timerContract } from './store-timers.contract.ts';
import { turnContract } from './store-turns.contract.ts';
import { upkeepContract } from './store-upkeep.contract.ts';

/**
 * What every store does, whatever it is made of.
 * @param runs how many random sequences; left out: as many as the suite thinks right
 */
export function storeContract(name: string, open: StoreFactory, runs?: number): void {
  describe(`a store (${name})`, () => {
    for (const part of [
      inboxContract,
      turnContract,
      timerContract,
      recordContract,
      outboxContract,
      handingContract,
      upkeepContract,
    ])
      part(open);
    randomContract(open, runs);
  });
}
