import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import type { Store } from '../src/ports/store.ts';
import { openSqliteStore } from '../src/storage/sqlite/open.ts';
import { RedisServer } from '../test/support/redis-server.ts';
import { storeAt } from '../test/support/redis-store.ts';
import { latenessAt, latenessIn } from './timers/lateness.ts';

/** Which store is measured: a file beside the process, or a Redis that the benchmark starts. */
export type StoreKind = 'sqlite' | 'redis';

/** A store while it is measured. */
export interface MeasuredStore {
  /** As it is written in DRIFTVAKT_STORE. */
  readonly address: string;
  /** Opens it, as whoever arranges something does; a service may have it open at the same time only if it is a Redis. */
  open(): Promise<Store>;
  /** How late the turns of timers were committed, in ms. */
  lateness(): Promise<number[]>;
  /** What an untimed round costs the server: requests, bytes both ways, its processor time, and what stays in it, for each turn. Nothing for a file. */
  costOf(turns: number, round: () => Promise<unknown>): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** @param folder for the file; it is removed by the caller */
export async function storeIn(folder: string, kind: StoreKind): Promise<MeasuredStore> {
  if (kind === 'redis') return redisStore();
  const file = join(folder, 'store.sqlite');
  return {
    address: file,
    open: async () => openSqliteStore({ file }),
    lateness: async () => latenessIn(file),
    costOf: async () => ({}),
    stop: async () => undefined,
  };
}

async function redisStore(): Promise<MeasuredStore> {
  const server = await RedisServer.start();
  const asking = new Redis(server.url);
  return {
    address: server.url,
    open: () => storeAt(server.url),
    lateness: () => latenessAt(asking),
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
  readonly keptBytes: number;
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
    redisKeptBytes: (after.keptBytes - before.keptBytes) / turns,
  };
}

async function counted(asking: Redis): Promise<Counted> {
  const info = (await Promise.all(['stats', 'cpu', 'memory'].map((part) => asking.info(part)))).join('\n');
  const of = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1]);
  return {
    bytesIn: of('total_net_input_bytes'),
    bytesOut: of('total_net_output_bytes'),
    cpuMs: (of('used_cpu_user') + of('used_cpu_sys')) * 1000,
    keptBytes: of('used_memory'),
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
