import { expect } from 'chai';
import { STORE_LIMITS } from '../../../src/ports/store/limits.ts';
import type { Store } from '../../../src/ports/store.ts';
import { Upkeep } from '../../../src/runtime/upkeep.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';

const DAY = 24 * 3_600_000;
const NOW = Temporal.Instant.from('2026-11-27T09:00:00Z').epochMilliseconds;

describe('what is let go of', () => {
  let store: Store;
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:' });
  });
  afterEach(() => store.close());

  /** What came of so many commands, at an age. */
  async function done(organisation: string, ageMs: number, count: number, name: string): Promise<void> {
    await store.writeRecords(
      Array.from({ length: count }, (_, i) => ({
        ...{ change: 'write' as const, organisation, kind: 'notice-command', id: `${name}-${i}` },
        ...{ at: NOW - ageMs, keys: { notice: 'K7M2' }, body: null },
      })),
    );
  }
  async function kept(organisation: string): Promise<number> {
    const search = { organisation, kind: 'notice-command', order: 'oldest' } as const;
    return (await store.findRecords({ ...search, limit: STORE_LIMITS.pageSize })).items.length;
  }

  it('is what came of commands from outside a month ago, portion by portion, and no younger one', async () => {
    await done('porsanger', 31 * DAY, STORE_LIMITS.pageSize + 20, 'old');
    await done('porsanger', 29 * DAY, 3, 'young');
    await done('kivido', 40 * DAY, 1, 'old');
    const upkeep = new Upkeep(store, ['porsanger', 'kivido', 'falkenberg']);
    await upkeep.prune(NOW);
    expect([await kept('porsanger'), await kept('kivido')]).to.deep.equal([23, 0]);
    // As long as there is more it goes on; then not before an hour has passed.
    await upkeep.prune(NOW + 1000);
    expect(await kept('porsanger')).to.equal(3);
    await done('porsanger', 31 * DAY, 1, 'late');
    await upkeep.prune(NOW + 2000);
    expect(await kept('porsanger')).to.equal(4);
    await upkeep.prune(NOW + 3_700_000);
    expect(await kept('porsanger')).to.equal(3);
  });
});
