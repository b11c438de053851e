import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Figures } from './benchmark.ts';
import { SERVICE, type Serving, serving } from './process.ts';
import { bareLateness } from './timers/bare.ts';
import { latenessOf, p99, setTimers } from './timers/store.ts';

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
export async function benchmark(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-bench-'));
  try {
    const idle = await started(join(folder, 'idle.sqlite'), async (service) => {
      await delay(OVER_MS / 4);
      return service.memoryMb();
    });
    const file = join(folder, 'timers.sqlite');
    const empty = await startTimes(join(folder, 'empty.sqlite'));
    await setTimers(file, { waiting: WAITING, due: 0, from: 0, overMs: 1 });
    const full = await startTimes(file);
    const from = Date.now() + BEGINS_MS;
    await setTimers(file, { waiting: 0, due: DUE, from, overMs: OVER_MS });
    const peak = await started(file, async (service) => {
      let most = 0;
      while (Date.now() < from + OVER_MS + AFTER_MS) {
        most = Math.max(most, service.memoryMb());
        await delay(200);
      }
      return most;
    });
    const late = latenessOf(file);
    if (late.length !== DUE) throw new Error(`${late.length} of ${DUE} timers rang`);
    const bare = await bareLateness(DUE, OVER_MS);
    return {
      ...{ figure: p99(late), baseline: p99(bare), unit: 'ms late (p99)', better: 'lower' },
      ...{ waiting: WAITING, due: DUE, longest: Math.max(...late) },
      ...{ startGrowsMs: full - empty, startMs: full, memoryGrowsMb: peak - idle, memoryMb: peak },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function started<T>(file: string, use: (service: Serving) => Promise<T>): Promise<T> {
  const service = await serving(SERVICE, { DRIFTVAKT_STORE: file });
  try {
    return await use(service);
  } finally {
    await service.stop();
  }
}

/** The fastest of some starts: a busy machine only adds to it. */
async function startTimes(file: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= STARTS; i++) times.push(await started(file, async ({ startMs }) => startMs));
  return Math.min(...times.slice(1));
}
