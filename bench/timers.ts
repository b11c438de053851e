import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Figures } from './benchmark.ts';
import { SERVICE, type Serving, serving } from './process.ts';
import { type MeasuredStore, type StoreKind, storeIn } from './store.ts';
import { bareLateness } from './timers/bare.ts';
import { p99, setTimers } from './timers/store.ts';

/** Timers that wait, of which so many fall due while it is measured, evenly over the time. */
const WAITING = 100_000;
const DUE = 6000;
const OVER_MS = 12_000;
const STARTS = 3;
/** What falls due begins so long after the timers are set: until then the service has started. */
const BEGINS_MS = 8000;
/** After the last was due, until what is late has come too. */
const AFTER_MS = 3000;

/**
 * How late timers ring while 100,000 wait, by the time at which their turn was committed: p99 in ms, against timers of
 * the bare machine (setTimeout) with the same times. Besides, by how much the start and the memory grow over an idle service.
 */
export async function benchmark(kind: StoreKind): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-bench-'));
  const stores: MeasuredStore[] = [];
  try {
    for (const name of ['empty', 'full']) {
      mkdirSync(join(folder, name));
      stores.push(await storeIn(join(folder, name), kind));
    }
    const [empty, full] = stores as [MeasuredStore, MeasuredStore];
    const idle = await started(empty, async (service) => {
      await delay(OVER_MS / 4);
      return service.memoryMb();
    });
    const emptyMs = await startTimes(empty);
    await setTimers(full, { waiting: WAITING, due: 0, from: 0, overMs: 1 });
    const startMs = await startTimes(full);
    const peak = await ringing(full);
    const late = await full.lateness();
    if (late.length !== DUE) throw new Error(`${late.length} of ${DUE} timers rang`);
    const bare = await bareLateness(DUE, OVER_MS);
    return {
      ...{ figure: p99(late), baseline: p99(bare), unit: 'ms late (p99)', better: 'lower' },
      ...{ waiting: WAITING, due: DUE, longest: Math.max(...late) },
      ...{ startGrowsMs: startMs - emptyMs, startMs, memoryGrowsMb: peak - idle, memoryMb: peak },
    };
  } finally {
    for (const store of stores) await store.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Lets timers ring. @returns the most memory that the service had meanwhile, in MB */
async function ringing(store: MeasuredStore): Promise<number> {
  const from = Date.now() + BEGINS_MS;
  await setTimers(store, { waiting: 0, due: DUE, from, overMs: OVER_MS });
  return started(store, async (service) => {
    let most = 0;
    while (Date.now() < from + OVER_MS + AFTER_MS) {
      most = Math.max(most, service.memoryMb());
      await delay(200);
    }
    return most;
  });
}

async function started<T>({ address }: MeasuredStore, use: (service: Serving) => Promise<T>): Promise<T> {
  const service = await serving(SERVICE, { DRIFTVAKT_STORE: address });
  try {
    return await use(service);
  } finally {
    await service.stop();
  }
}

/** The fastest of some starts: a busy machine only adds to it. */
async function startTimes(store: MeasuredStore): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= STARTS; i++) times.push(await started(store, async ({ startMs }) => startMs));
  return Math.min(...times.slice(1));
}
