import { Redis } from 'ioredis';
import { hasRedis, RedisServer } from './redis-server.ts';

/** A `redis-server` for a suite, and a connection of the test's own to it. */
export interface RedisArrangement {
  readonly server: RedisServer;
  readonly admin: Redis;
}

/** A server for the tests of the suite that this is called in, which are pending where there is none to start. */
export function withRedis(suite: Mocha.Suite): RedisArrangement {
  const arrangement = { server: undefined as never as RedisServer, admin: undefined as never as Redis };
  if (!hasRedis()) suite.pending = true;
  before(async () => {
    arrangement.server = await RedisServer.start();
    arrangement.admin = new Redis(arrangement.server.url);
  });
  after(async () => {
    arrangement.admin.disconnect();
    await arrangement.server.stop();
  });
  return arrangement;
}
