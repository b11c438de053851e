import type { StoreKind } from './store.ts';

/** What a benchmark found: our figure and that of something known, taken in the same run. */
export interface Figures {
  readonly figure: number;
  readonly baseline: number;
  /** What both figures count, and which way is good. */
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  /** What else tells how it was measured. */
  readonly [detail: string]: number | string;
}

/**
 * @param store which one is measured, where a benchmark uses any
 * @param against the folder of another checkout, whose service is then the baseline; null: the usual one
 */
export type Benchmark = (store: StoreKind, against: string | null) => Promise<Figures>;

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('there is no median of nothing');
  return (low + high) / 2;
}

/**
 * Measures two things in alternating rounds, so that a busy machine disturbs both alike.
 * The first round of each only warms up.
 */
export async function alternating(
  rounds: number,
  ours: () => number | Promise<number>,
  theirs: () => number | Promise<number>,
): Promise<{ figure: number; baseline: number }> {
  const [figures, baselines]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const pair = [await ours(), await theirs()] as const;
    if (round === 0) continue;
    figures.push(pair[0]);
    baselines.push(pair[1]);
  }
  return { figure: median(figures), baseline: median(baselines) };
}

/** How many times a second something is done that is done `count` times by `work`. */
export function perSecond(count: number, work: () => void): number {
  const start = performance.now();
  work();
  return (count * 1000) / (performance.now() - start);
}

/** Evenly spread numbers in [0, 1), the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
