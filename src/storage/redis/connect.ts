import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisAddress } from './address.ts';
import { storeError, storeErrorOf } from './errors.ts';
import { scriptDefinitions } from './scripts.ts';

/** How long the first connection may take, in ms. */
const CONNECT_MS = 5000;
const ANSWER_MS = 5000;
const LONGEST_PAUSE_MS = 1000;
const FIRST_PAUSE_MS = 50;

/** What is as it is for every kind of connection. */
function optionsOf(
  { tls, user, password, database, prefix }: RedisAddress,
  { answerMs = ANSWER_MS, name }: ConnectOptions,
) {
  return {
    ...{
      ...(user !== undefined && { username: user }),
      ...(password !== undefined && { password }),
      db: database,
    },
    ...(tls && { tls: {} }),
    ...{
      connectTimeout: CONNECT_MS,
      commandTimeout: answerMs,
      connectionName: name ?? `driftvakt:${prefix}`,
    },
    // What has no answer may have been done: whoever asked decides, it is not asked again behind their back.
    ...{ autoResendUnfulfilledCommands: false, maxRetriesPerRequest: 0, enableOfflineQueue: false },
    // After a failover the one that we know may be a replica.
    reconnectOnError: (cause: Error) => cause.message.startsWith('READONLY'),
    retryStrategy: pauseAfter,
    lazyConnect: true,
  } satisfies RedisOptions;
}

function pauseAfter(times: number): number {
  return Math.min(FIRST_PAUSE_MS * times, LONGEST_PAUSE_MS);
}

/** How it is connected. */
export interface ConnectOptions {
  /** Called whenever a connection was lost. */
  readonly lost?: () => void;
  /** After so long without an answer it counts as none, in ms. Left out: 5000, while platforms still wait. */
  readonly answerMs?: number | undefined;
  /** How the connection is called on the server. Left out: as that of a service. */
  readonly name?: string;
}

/**
 * Connects.
 * @throws StoreError `cannot-open`
 */
export async function connect(address: RedisAddress, options: ConnectOptions = {}): Promise<Redis | Cluster> {
  const client = clientFor(address, options);
  // Whatever is asked meanwhile rejects, and says so; without a listener the process would end.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    client.disconnect();
    const known = storeErrorOf(cause, address.name);
    throw storeError('cannot-open', address.name, known);
  }
}

function clientFor(
  address: RedisAddress,
  { lost = () => undefined, ...asked }: ConnectOptions,
): Redis | Cluster {
  const { kind, hosts } = address;
  const options = optionsOf(address, asked);
  const scripts = scriptDefinitions();
  if (kind === 'cluster') {
    const { retryStrategy: _, enableOfflineQueue: __, ...redisOptions } = options;
    const cluster = new Cluster([...hosts], {
      ...{ redisOptions, scripts, lazyConnect: true, enableOfflineQueue: false },
      clusterRetryStrategy: pauseAfter,
    });
    cluster.on('+node', (node: Redis) => node.on('close', lost));
    cluster.on('close', lost);
    return cluster;
  }
  const [first] = hosts;
  const client =
    kind === 'sentinel'
      ? new Redis({
          ...{
            ...options,
            scripts,
            sentinels: hosts.map((each) => ({ ...each })),
            name: address.master ?? '',
          },
          ...(address.tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
          ...(address.sentinelPassword !== undefined && { sentinelPassword: address.sentinelPassword }),
        })
      : new Redis({ ...options, scripts, ...first });
  client.on('close', lost);
  return client;
}
