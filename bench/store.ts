import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { RedisServer } from '../test/support/redis-server.ts';

/** Which store is measured: a file beside the process, or a Redis that the benchmark starts. */
export type StoreKind = 'sqlite' | 'redis';

/** A store while it is measured. */
export interface MeasuredStore {
  /** As it is written in DRIFTVAKT_STORE. */
  readonly address: string;
  /** What an untimed round costs the server: requests, bytes both ways and its processor time for each turn. Nothing for a file. */
  costOf(turns: number, round: () => Promise<unknown>): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** @param folder for the file; it is removed by the caller */
export async function storeIn(folder: string, kind: StoreKind): Promise<MeasuredStore> {
  if (kind === 'redis') return redisStore();
  return {
    address: join(folder, 'store.sqlite'),
    costOf: async () => ({}),
    stop: async () => undefined,
  };
}

async function redisStore(): Promise<MeasuredStore> {
  const server = await RedisServer.start();
  const asking = new Redis(server.url);
  return {
    address: server.url,
    costOf: (turns, round) => costOf({ server, asking }, turns, round),
    async stop() {
      asking.disconnect();
      await server.stop();
    },
  };
}

/** What `INFO` counts. */
interface Counted {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly cpuMs: number;
}

async function costOf(
  { server, asking }: { readonly server: RedisServer; readonly asking: Redis },
  turns: number,
  round: () => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> {
  const before = await counted(asking);
  await round();
  const after = await counted(asking);
  // Watching costs the server a multiple of what it watches: so bytes and time are of another round.
  const requests = await requestsOf(server.port, round);
  return {
    redisRequests: requests / turns,
    redisBytesIn: (after.bytesIn - before.bytesIn) / turns,
    redisBytesOut: (after.bytesOut - before.bytesOut) / turns,
    redisCpuMs: (after.cpuMs - before.cpuMs) / turns,
  };
}

async function counted(asking: Redis): Promise<Counted> {
  const info = `${await asking.info('stats')}\n${await asking.info('cpu')}`;
  const of = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1]);
  return {
    bytesIn: of('total_net_input_bytes'),
    bytesOut: of('total_net_output_bytes'),
    cpuMs: (of('used_cpu_user') + of('used_cpu_sys')) * 1000,
  };
}

/** Requests that came over a connection; what a script does within the server is none. Source: MONITOR, redis.io. */
async function requestsOf(port: number, round: () => Promise<unknown>): Promise<number> {
  const watching = connect(port, '127.0.0.1');
  await once(watching, 'connect');
  watching.write('MONITOR\r\n');
  let requests = 0;
  const lines = createInterface({ input: watching });
  lines.on('line', (line) => {
    if (/^\+[\d.]+ \[\d+ (?!lua\])/.test(line)) requests++;
  });
  await round();
  watching.destroy();
  return requests;
}
