import { StoreError, type StoreErrorCode } from '../ports/store/error.ts';

/** Store errors that come of what was asked: asking again does not help. */
const FAULTS_OF_THE_CALL: readonly StoreErrorCode[] = ['too-large', 'invalid', 'unknown-event'];
const FRAMES = 6;

/** Whether a store's error will pass once somebody helps, so that the same may be tried again. */
export function mayPass(cause: unknown): boolean {
  return cause instanceof StoreError && !FAULTS_OF_THE_CALL.includes(cause.code);
}

/** How loud a failure is told: what the store is the cause of is told once for all, by whoever watches it. */
export function loudness(cause: unknown): 'debug' | 'error' {
  return mayPass(cause) ? 'debug' : 'error';
}

/**
 * An error for the log, without its message: that can hold what somebody wrote. The store's own messages never do.
 */
export function faultForLog(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { fault: typeof cause };
  if (cause instanceof StoreError) return { fault: cause.code, message: cause.message };
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { fault: cause.name, where: frames.slice(0, FRAMES).map((line) => line.trim()) };
}
