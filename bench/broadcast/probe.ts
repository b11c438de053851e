import { appendFileSync } from 'node:fs';

/**
 * Loaded into the service before it starts: writes down what memory it has, in bytes, a line each half second; and once more
 * after all garbage was collected, when it is told to by SIGUSR2.
 */
const file = process.env.BROADCAST_PROBE;
if (file !== undefined) {
  const look = (what: 'live' | 'kept'): void => {
    const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
    appendFileSync(file, `${what} ${rss} ${heapUsed} ${heapTotal} ${external}\n`);
  };
  setInterval(look, 500, 'live').unref();
  process.on('SIGUSR2', () => {
    globalThis.gc?.();
    look('kept');
  });
}
