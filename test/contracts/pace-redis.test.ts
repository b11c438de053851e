import { Redis } from 'ioredis';
import { SharedPacer } from '../../src/channels/pace/shared/shared-pacer.ts';
import { hasRedis, RedisServer } from '../support/redis-server.ts';
import { seeded } from '../support/store-kill.ts';
import { VirtualTime } from '../support/virtual-time.ts';
import { type PacePlace, paceContract } from './pace.contract.ts';

describe('Redis', () => {
  let server: RedisServer;
  let redis: Redis;
  let installation = 0;

  before(async function () {
    if (!hasRedis()) this.skip();
    server = await RedisServer.start();
    redis = new Redis(server.url);
  });
  after(async () => {
    redis?.disconnect();
    await server?.stop();
  });

  /** Two processes on one Redis, which stands on a clock in the test's hand. */
  const open = async (): Promise<PacePlace> => {
    installation++;
    const settle = async (): Promise<void> => {
      // What was asked before is answered in order, and what follows from the answer is asked before the next look.
      for (let quiet = 0; quiet < 2; quiet++) {
        await redis.ping();
        await new Promise(setImmediate);
      }
    };
    const time = new VirtualTime(settle);
    const pacer = (process: string): SharedPacer =>
      new SharedPacer({
        ...{ redis, process, clock: time, alarm: time, random: seeded(1), spareMs: 0, ownClock: true },
        installation: `test${installation}`,
        failed: (cause) => {
          throw cause;
        },
      });
    return { time, pacers: [pacer('one'), pacer('two')] };
  };

  paceContract('shared by processes, on a real Redis', open, 40);
});
