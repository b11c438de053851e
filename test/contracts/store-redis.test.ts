import { Redis } from 'ioredis';
import { RedisCluster } from '../support/redis-cluster.ts';
import { hasRedis } from '../support/redis-server.ts';
import { storeAt } from '../support/redis-store.ts';
import { withRedis } from '../support/with-redis.ts';
import { storeContract } from './store.contract.ts';

/** What is asked of all partitions takes its time; `STORE_RUNS` for more. */
const CLUSTER_RUNS = Number(process.env.STORE_RUNS ?? 25);

describe('Redis', function () {
  const redis = withRedis(this);

  storeContract('one server', async () => {
    await redis.admin.flushall();
    return storeAt(redis.server.url);
  });
});

describe('Redis Cluster', function () {
  if (!hasRedis()) this.pending = true;
  let cluster: RedisCluster;
  let admins: Redis[];
  before(async function () {
    this.timeout(30_000);
    cluster = await RedisCluster.start();
    admins = cluster.masters.map(({ url }) => new Redis(url));
  });
  after(async () => {
    for (const admin of admins) admin.disconnect();
    await cluster.stop();
  });

  storeContract(
    'three masters',
    async () => {
      await Promise.all(admins.map((admin) => admin.flushall()));
      return storeAt(cluster.url);
    },
    CLUSTER_RUNS,
  );
});
