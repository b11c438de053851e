import { Redis } from 'ioredis';
import type { RedisAddress } from './address.ts';
import { signOf } from './errors.ts';

/** So long a server may take to say what is wrong with it, in ms. */
const ANSWER_MS = 1000;

/**
 * Asks the servers themselves why nothing can be had of them: one that loads its data is connected to and answers, but no
 * client uses it meanwhile.
 * @returns what Redis or the system calls it, such as LOADING, CLUSTERDOWN or ECONNREFUSED; null: nothing was found
 */
export async function diagnose({ hosts, kind, ...address }: RedisAddress): Promise<string | null> {
  const asked = await Promise.all(hosts.map((host) => ask({ ...host, ...address }, kind)));
  return asked.find((sign) => sign !== null) ?? null;
}

type Asked = Omit<RedisAddress, 'hosts' | 'kind'> & RedisAddress['hosts'][number];

async function ask({ host, port, user, password, tls }: Asked, kind: RedisAddress['kind']) {
  const isSentinel = kind === 'sentinel';
  const client = new Redis({
    ...{ host, port, lazyConnect: true, enableReadyCheck: false, retryStrategy: () => null },
    ...{ connectTimeout: ANSWER_MS, commandTimeout: ANSWER_MS, maxRetriesPerRequest: 0 },
    ...(!isSentinel && user !== undefined && { username: user }),
    ...(!isSentinel && password !== undefined && { password }),
    ...(tls && { tls: {} }),
  });
  const broken: { cause: unknown } = { cause: null };
  client.on('error', (cause) => {
    broken.cause = cause;
  });
  try {
    await client.connect();
    return await stateOf(client, kind);
  } catch (cause) {
    return signOf(cause) ?? signOf(broken.cause);
  } finally {
    client.disconnect();
  }
}

/** @throws what the server says */
async function stateOf(client: Redis, kind: RedisAddress['kind']): Promise<string | null> {
  if (kind === 'sentinel') return 'FAILOVER';
  if (kind === 'cluster' && String(await client.call('CLUSTER', 'INFO')).includes('cluster_state:fail'))
    return 'CLUSTERDOWN';
  // Reads nothing, but is refused where everything is.
  await client.call('GET', 'driftvakt:diagnose');
  return null;
}
