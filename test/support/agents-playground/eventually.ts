import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;
const LONGEST_WAIT_MS = 30_000;

/**
 * Looks again and again until something is so.
 * @param why what is missing, for the error
 * @throws Error if it is not so within 30 s
 */
export async function eventually(isSo: () => boolean | Promise<boolean>, why: () => string): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited for ${LONGEST_WAIT_MS} ms: ${why()}`);
    await delay(LOOK_EVERY_MS);
  }
}
