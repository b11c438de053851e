import { appendFileSync } from 'node:fs';

/** Loaded into the service before it starts: writes down what memory it has, in bytes, a line each half second. */
const file = process.env.BROADCAST_PROBE;
if (file !== undefined) {
  const look = (): void => {
    const { rss, heapUsed } = process.memoryUsage();
    appendFileSync(file, `${rss} ${heapUsed}\n`);
  };
  setInterval(look, 500).unref();
}
