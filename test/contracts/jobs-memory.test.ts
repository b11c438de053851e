import { MemoryQueue } from '../support/memory-jobs.ts';
import { VirtualTime } from '../support/virtual-time.ts';
import { jobsContract } from './jobs.contract.ts';

// What stands in for the queues in tests of the runtime does what the queues do.
jobsContract('in memory', async () => {
  const time = new VirtualTime();
  const queue = new MemoryQueue(time);
  return {
    process: () => queue.process(),
    now: () => time.ms,
    pass: (ms) => time.pass(ms),
    end: async () => undefined,
  };
});
