import { join } from 'node:path';
import { alternating, type Figures } from './benchmark.ts';
import { SERVICE, serving } from './process.ts';
import { type StoreKind, storeIn } from './store.ts';

const BARE = [join(import.meta.dirname, 'baseline', 'restify.ts')];
const ROUNDS = 5;

/** Milliseconds from starting the process until it answers that it is ready, against a bare restify server. */
export async function benchmark(kind: StoreKind): Promise<Figures> {
  // A file takes part of the start; none at all is what a user first sees.
  const store = kind === 'redis' ? await storeIn('', kind) : null;
  const address = store?.address ?? ':memory:';
  try {
    const measured = await alternating(
      ROUNDS,
      () => startTime(SERVICE, address),
      () => startTime(BARE, address),
    );
    return { ...measured, unit: 'ms', better: 'lower', rounds: ROUNDS };
  } finally {
    await store?.stop();
  }
}

async function startTime(words: readonly string[], address: string): Promise<number> {
  const { startMs, stop } = await serving(words, { DRIFTVAKT_STORE: address });
  await stop();
  return startMs;
}
