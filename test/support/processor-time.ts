/**
 * How long a piece of work keeps the processor, in ms. Unlike the time on the wall it does not grow while others use the
 * machine, so that a limit on it fails only where the work itself is too much.
 */
export function processorTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
