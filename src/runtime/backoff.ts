import type { Random } from '../ports/random.ts';

const FIRST_MS = 1000;

/** How long to wait after the nth failure in a row (from 1): twice as long each time, and not all at the same moment. */
export function waitAfter(failures: number, longestMs: number, random: Random): number {
  const whole = Math.min(longestMs, FIRST_MS * 2 ** Math.min(failures - 1, 30));
  return Math.round(whole * (0.5 + random() / 2));
}
