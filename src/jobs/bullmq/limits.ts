import type { QueueName } from './names.ts';

export const JOB_LIMITS = {
  /** Jobs of a queue that a process does at a time. */
  atATime: { soon: 64, many: 64, clock: 4 } satisfies Record<QueueName, number>,
  /** Whoever does a job says so again and again; who did not for so long, in ms, is dead, and others get the job. */
  lockMs: 30_000,
  /** How often it is looked for such jobs, in ms. */
  stalledEveryMs: 15_000,
  /** So often a job may be lost with a process. Then it goes: what it is about is found in the store. */
  stalls: 20,
  /** So often a job that fails is tried; then the same. */
  tries: 20,
  /** Pauses between tries double up to this, in ms. */
  firstPauseMs: 500,
  longestPauseMs: 15_000,
  /** Jobs of another version are left to others for so long, in ms, and then looked at again. */
  leftToOthersMs: 1000,
  /** So long the end waits for what was begun, in ms. */
  endMs: 5000,
} as const;

/** How long to wait after the nth failure (from 1), in ms. */
export function pauseAfter(failures: number): number {
  return Math.min(JOB_LIMITS.longestPauseMs, JOB_LIMITS.firstPauseMs * 2 ** Math.min(failures - 1, 20));
}
