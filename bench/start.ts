import { join } from 'node:path';
import { alternating, type Figures } from './benchmark.ts';
import { SERVICE, serving } from './process.ts';

const BARE = [join(import.meta.dirname, 'baseline', 'restify.ts')];
const ROUNDS = 5;

/** Milliseconds from starting the process until it answers that it is ready, against a bare restify server. */
export async function benchmark(): Promise<Figures> {
  const measured = await alternating(
    ROUNDS,
    () => startTime(SERVICE),
    () => startTime(BARE),
  );
  return { ...measured, unit: 'ms', better: 'lower', rounds: ROUNDS };
}

async function startTime(words: readonly string[]): Promise<number> {
  const { startMs, stop } = await serving(words, { DRIFTVAKT_STORE: ':memory:' });
  await stop();
  return startMs;
}
