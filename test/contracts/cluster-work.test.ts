import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { Cluster } from 'ioredis';
import { SharedPacer } from '../../src/channels/pace/shared/shared-pacer.ts';
import { BullJobs } from '../../src/jobs/bullmq/jobs.ts';
import { RelayPeers } from '../../src/jobs/bullmq/peers.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { RedisCluster } from '../support/redis-cluster.ts';
import { hasRedis } from '../support/redis-server.ts';
import { seeded } from '../support/store-kill.ts';
import { VirtualTime } from '../support/virtual-time.ts';
import { jobsContract } from './jobs.contract.ts';
import { type PacePlace, paceContract } from './pace.contract.ts';
import { peersContract } from './peers.contract.ts';

describe('on a cluster of three masters', function () {
  this.timeout(30_000);
  if (!hasRedis()) this.pending = true;
  let cluster: RedisCluster;
  let client: Cluster;
  let installation = 0;

  before(async () => {
    cluster = await RedisCluster.start();
    client = new Cluster(
      cluster.masters.map(({ port }) => ({ host: '127.0.0.1', port })),
      { redisOptions: { maxRetriesPerRequest: null } },
    );
  });
  after(async () => {
    client?.disconnect();
    await cluster?.stop();
  });

  const failed = (): void => undefined;
  const jobs = (): BullJobs =>
    new BullJobs({
      ...{ asking: client, waiting: client, installation: `test${installation}` },
      ...{ clock: systemClock, failed },
    });

  jobsContract('BullMQ', async () => {
    installation++;
    return { process: jobs, now: () => Date.now(), pass: (ms) => pause(ms), end: async () => undefined };
  });

  peersContract(
    'BullMQ’s relay',
    (name) => new RelayPeers({ asking: client, waiting: client, installation: 'peers', name, failed }),
  );

  /** Two processes on it, on a clock in the test's hand. */
  const open = async (): Promise<PacePlace> => {
    installation++;
    const settle = async (): Promise<void> => {
      // What was asked before is answered in order by each master.
      for (let quiet = 0; quiet < 2; quiet++) {
        await Promise.all(client.nodes('master').map((master) => master.ping()));
        await new Promise(setImmediate);
      }
    };
    const time = new VirtualTime(settle);
    const pacer = (process: string): SharedPacer =>
      new SharedPacer({
        ...{
          redis: client,
          process,
          clock: time,
          alarm: time,
          random: seeded(1),
          spareMs: 0,
          ownClock: true,
        },
        installation: `test${installation}`,
        failed: (cause) => {
          throw cause;
        },
      });
    return { time, pacers: [pacer('one'), pacer('two')] };
  };
  paceContract('pacing', open, 10);

  it('says what waits in each queue', async () => {
    installation++;
    const one = jobs();
    const job = { kind: 'deliver', delivery: 'd', destination: 'web/a/b', priority: 0, at: 0 } as const;
    await one.relay([job, { ...job, delivery: 'e', priority: 1, at: Date.now() + 60_000 }]);
    const queued = await one.queued();
    expect(queued).to.deep.include({ queue: 'soon', state: 'waiting', count: 1 });
    expect(queued).to.deep.include({ queue: 'many', state: 'delayed', count: 1 });
    await one.close();
  });
});
