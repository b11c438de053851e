/** Does something when there is a slot for it; null if the time was over before. */
export type InSlot = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T | null>;

/** So much at once, and no more; who waits is served in order. */
export function slots(count: number): InSlot {
  let free = count;
  const waiting = new Set<() => void>();
  const leave = (): void => {
    const [next] = waiting;
    if (next === undefined) free++;
    else next();
  };
  return async (work, signal) => {
    if (free > 0) free--;
    else if (!(await turn(waiting, signal))) return null;
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

/** Waits for a slot; false if the time was over before. */
function turn(waiting: Set<() => void>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isMine: boolean): void => {
      waiting.delete(come);
      signal.removeEventListener('abort', give);
      resolve(isMine);
    };
    const come = (): void => settle(true);
    const give = (): void => settle(false);
    if (signal.aborted) return resolve(false);
    waiting.add(come);
    signal.addEventListener('abort', give, { once: true });
  });
}
