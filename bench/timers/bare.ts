import { setTimeout as delay } from 'node:timers/promises';

/** How late timers of the machine itself are, in ms, to a thousandth: so many of them, evenly over a time. */
export async function bareLateness(count: number, overMs: number): Promise<number[]> {
  const start = performance.now();
  const late: number[] = [];
  for (let i = 0; i < count; i++) {
    const dueAt = (i * overMs) / count;
    setTimeout(() => late.push(Math.max(0, performance.now() - start - dueAt)), dueAt);
  }
  while (late.length < count) await delay(50);
  return late;
}
