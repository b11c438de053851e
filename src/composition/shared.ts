import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Cluster, Redis } from 'ioredis';
import { Pacer } from '../channels/pace/pacer.ts';
import type { Pacing } from '../channels/pace/pacing.ts';
import type { Clock } from '../ports/clock.ts';
import type { Peers } from '../ports/peers.ts';
import { systemAlarm } from '../runtime/alarm.ts';
import type { SharedWork } from '../runtime/engine-parts.ts';
import type { RedisAddress } from '../storage/redis/address.ts';

/** What processes on one Redis share besides the store. */
export interface Shared {
  /** This process, at this start: another name each time. */
  readonly worker: string;
  readonly work: SharedWork;
  readonly peers: Peers;
  /** How many jobs wait, are due later, or are being done, by queue. */
  queued(): Promise<readonly { readonly queue: string; readonly state: string; readonly count: number }[]>;
  /** Paces all processes together. */
  readonly pacer: MakesPacer;
  /** Told of what goes wrong with Redis where nobody waits for the answer. */
  readonly failed: (cause: unknown) => void;
  close(): Promise<void>;
}

/** Makes what keeps one platform's requests below its limits. @param clock the machine's own */
export type MakesPacer = (clock: Clock) => Pacing;

/** Waiting for jobs is a request that takes its time, and is asked again once Redis is back. */
/** A day, in ms: what waits for a job has no answer for as long as there is none. */
const NEVER_MS = 86_400_000;
const WAITING = { maxRetriesPerRequest: null, autoResendUnfulfilledCommands: true } as const;

/** Paces one process. */
export const ownPacer: MakesPacer = (clock) => new Pacer({ clock, alarm: systemAlarm, random: Math.random });

/**
 * Connects this process with the others on the same Redis.
 * @throws StoreError if Redis cannot be reached
 */
export async function sharedIn(
  address: RedisAddress,
  { clock, failed }: { readonly clock: Clock; readonly failed: Shared['failed'] },
): Promise<Shared> {
  // Loaded only where it is used.
  const [{ connect }, { BullJobs }, { RelayPeers }, { SharedPacer }] = await Promise.all([
    import('../storage/redis/connect.ts'),
    import('../jobs/bullmq/jobs.ts'),
    import('../jobs/bullmq/peers.ts'),
    import('../channels/pace/shared/shared-pacer.ts'),
  ]);
  const asking = await connect(address);
  const waiting = waitingLike(asking).on('error', () => undefined);
  const worker = processName();
  const installation = address.prefix;
  const jobs = new BullJobs({ asking, waiting, installation, clock, failed });
  const peers = new RelayPeers({ asking, waiting, installation, name: worker, failed });
  let pacers = 0;
  return {
    ...{ worker, work: { jobs, peers }, peers, failed },
    queued: () => jobs.queued(),
    pacer: (machine) =>
      new SharedPacer({
        ...{ redis: asking, installation, process: `${worker}-${pacers++}`, failed },
        ...{ clock: machine, alarm: systemAlarm, random: Math.random, meanwhile: ownPacer(machine) },
      }),
    async close() {
      await jobs.close();
      await peers.leave();
      for (const client of [asking, waiting]) client.disconnect();
    },
  };
}

function waitingLike(asking: Redis | Cluster): Redis | Cluster {
  if (!asking.isCluster)
    return (asking as Redis).duplicate({ ...WAITING, enableOfflineQueue: true, commandTimeout: NEVER_MS });
  const { redisOptions = {} } = (asking as Cluster).options;
  const options = {
    enableOfflineQueue: true,
    redisOptions: { ...redisOptions, ...WAITING, commandTimeout: NEVER_MS },
  };
  // What it was made with, and what differs.
  return (asking as Cluster).duplicate([], options as Parameters<Cluster['duplicate']>[1]);
}

/** Letters, digits and hyphens. */
function processName(): string {
  const machine = hostname().replaceAll(/[^A-Za-z0-9]+/g, '-');
  return `${machine.slice(0, 30)}-${process.pid}-${randomBytes(6).toString('hex')}`;
}
