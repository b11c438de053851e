import { Redis } from 'ioredis';
import { hasRedis, RedisServer } from '../support/redis-server.ts';
import { storeAt } from '../support/redis-store.ts';
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
    return storeAt(server.url);
  });
});
