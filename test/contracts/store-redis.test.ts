import { Redis } from 'ioredis';
import { readRedisAddress } from '../../src/storage/redis/address.ts';
import { openRedisStore } from '../../src/storage/redis/open.ts';
import { hasRedis, RedisServer } from '../support/redis-server.ts';
import { storeContract } from './store.contract.ts';

describe('Redis', function () {
  if (!hasRedis()) this.pending = true;
  let server: RedisServer;
  let admin: Redis;
  before(async () => {
    server = await RedisServer.start();
    admin = new Redis(server.url);
  });
  after(async () => {
    admin.disconnect();
    await server.stop();
  });

  storeContract('one server', async () => {
    await admin.flushall();
    const address = readRedisAddress(server.url);
    if (typeof address === 'string') throw new Error(address);
    return openRedisStore({ address });
  });
});
