import { setTimeout as pause } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { BullJobs } from '../../src/jobs/bullmq/jobs.ts';
import { QUEUES, queuePrefix } from '../../src/jobs/bullmq/names.ts';
import { RelayPeers } from '../../src/jobs/bullmq/peers.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { hasRedis, RedisServer } from '../support/redis-server.ts';
import { type JobStage, jobsContract } from './jobs.contract.ts';
import { peersContract } from './peers.contract.ts';

describe('BullMQ', () => {
  let server: RedisServer;
  let connection: Redis;
  let installation = 0;

  before(async function () {
    if (!hasRedis()) this.skip();
    server = await RedisServer.start();
    connection = new Redis(server.url, { maxRetriesPerRequest: null });
  });
  after(async () => {
    connection?.disconnect();
    await server?.stop();
  });

  const jobs = (): BullJobs =>
    new BullJobs({
      ...{ asking: connection, waiting: connection, installation: `test${installation}` },
      ...{ clock: systemClock, failed: () => undefined },
    });
  const open = async (): Promise<JobStage> => {
    installation++;
    return {
      process: jobs,
      now: () => Date.now(),
      pass: (ms) => pause(ms),
      end: async () => undefined,
    };
  };

  jobsContract('BullMQ on a real Redis', open);

  peersContract('BullMQ’s relay on a real Redis', (name) => {
    const failed = (): void => undefined;
    return new RelayPeers({
      ...{ asking: connection, waiting: connection },
      installation: 'peers',
      name,
      failed,
    });
  });

  it('leaves a job of another version to others, and loses none', async () => {
    await open();
    const queue = new Queue(QUEUES.soon, { connection, prefix: queuePrefix(`test${installation}`) });
    await queue.add('deliver', { schema: 2, kind: 'deliver', message: 'a' }, { jobId: 'delivery-a' });
    const [one, did] = [jobs(), [] as unknown[]];
    const doer = async (job: unknown): Promise<null> => {
      did.push(job);
      return null;
    };
    await one.start({ job: doer, recurring: async () => undefined, failed: () => undefined }, []);
    await pause(200);
    expect(did).to.deep.equal([]);
    expect(await queue.getJobCounts('delayed', 'waiting', 'active')).to.deep.equal({
      ...{ delayed: 1, waiting: 0, active: 0 },
    });
    await one.close();
    await queue.close();
  });
});
