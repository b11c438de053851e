import { readFileSync } from 'node:fs';

/** What the service had in memory, in bytes, looked at each half second. */
export interface Memory {
  /** All memory of the process, at its highest and in the middle of all looks. */
  readonly peak: number;
  readonly steady: number;
  /** JavaScript's heap at its highest, with what was not collected yet. */
  readonly heapPeak: number;
  /** The heap and what is outside of it after all garbage was collected: what is really kept. */
  readonly kept: number;
}

const MEGABYTE = 1_048_576;

/** Reads what the probe wrote down. */
export function memoryIn(file: string): Memory {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const looks = lines.map((line) => {
    const [what = '', ...numbers] = line.split(' ');
    const [rss = 0, heap = 0, , external = 0] = numbers.map(Number);
    return { what, rss, heap, external };
  });
  const live = looks.filter(({ what }) => what === 'live');
  const kept = looks.filter(({ what }) => what === 'kept').map(({ heap, external }) => heap + external);
  const rss = live.map((look) => look.rss).sort((a, b) => a - b);
  return {
    peak: rss.at(-1) ?? 0,
    steady: rss[rss.length >> 1] ?? 0,
    heapPeak: Math.max(...live.map(({ heap }) => heap)),
    kept: Math.max(...kept),
  };
}

/** How much more one had than the other that only waited, in MB. */
export function aboveIdle(busy: Memory, idle: Memory): Readonly<Record<string, number>> {
  const more = (of: keyof Memory): number => Math.round((busy[of] - idle[of]) / MEGABYTE);
  return {
    idleMb: Math.round(idle.peak / MEGABYTE),
    ...{ peakAboveIdleMb: more('peak'), steadyAboveIdleMb: more('steady') },
    ...{ heapPeakAboveIdleMb: more('heapPeak'), keptAboveIdleMb: more('kept') },
  };
}
