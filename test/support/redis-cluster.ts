import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort, RedisServer } from './redis-server.ts';

const SLOTS = 16_384;
const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 15_000;

/** Real `redis-server`s that share the slots of a Redis Cluster. */
export class RedisCluster {
  readonly masters: readonly RedisServer[];

  private constructor(masters: readonly RedisServer[]) {
    this.masters = masters;
  }

  /** Starts masters without replicas; resolves when all of them say that the cluster is whole. */
  static async start(masters = 3): Promise<RedisCluster> {
    const servers = await Promise.all(
      Array.from({ length: masters }, async () =>
        RedisServer.start([
          ...['--cluster-enabled', 'yes', '--cluster-port', String(await freePort())],
          ...['--cluster-config-file', 'nodes.conf', '--cluster-node-timeout', '2000'],
        ]),
      ),
    );
    const cluster = new RedisCluster(servers);
    try {
      await join(servers);
      return cluster;
    } catch (cause) {
      await cluster.stop();
      throw cause;
    }
  }

  /** As it is written in DRIFTVAKT_STORE. */
  get url(): string {
    return `redis+cluster://${this.masters.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
  }

  async stop(): Promise<void> {
    await Promise.all(this.masters.map((master) => master.stop()));
  }
}

async function join(servers: readonly RedisServer[]): Promise<void> {
  const clients = servers.map(({ port }) => new Redis({ port, host: '127.0.0.1' }));
  try {
    const share = Math.ceil(SLOTS / servers.length);
    await Promise.all(
      clients.map((client, i) =>
        client.call('CLUSTER', 'ADDSLOTSRANGE', i * share, Math.min(SLOTS, (i + 1) * share) - 1),
      ),
    );
    const [first] = clients;
    for (const [i, client] of clients.entries()) await client.call('CLUSTER', 'SET-CONFIG-EPOCH', i + 1);
    for (const { port } of servers.slice(1)) await meet(first, port);
    for (const client of clients) await whole(client, servers.length);
  } finally {
    for (const client of clients) client.disconnect();
  }
}

/** The bus's port is not where it is by default, so it is named. */
async function meet(first: Redis | undefined, port: number): Promise<void> {
  const client = new Redis({ port, host: '127.0.0.1' });
  const [, bus] = (await client.config('GET', 'cluster-port')) as string[];
  client.disconnect();
  await first?.call('CLUSTER', 'MEET', '127.0.0.1', port, Number(bus));
}

async function whole(client: Redis, nodes: number): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    const info = String(await client.call('CLUSTER', 'INFO'));
    if (info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${nodes}`)) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error('the Redis Cluster of the tests did not come together');
}
