import { type Job as BullJob, type ConnectionOptions, DelayedError, Queue, Worker } from 'bullmq';
import type { Clock } from '../../ports/clock.ts';
import type { Doers, Job, Jobs, Recurring } from '../../ports/jobs.ts';
import { JOB_LIMITS, pauseAfter } from './limits.ts';
import { jobIdOf, QUEUES, type QueueName, queueOf, queuePrefix } from './names.ts';
import { payloadOf, readPayload, recurringPayload } from './payload.ts';

/** What the queues are made with. */
export interface BullJobsParts {
  /** For what is asked and answered: fails where Redis cannot be reached. */
  readonly asking: ConnectionOptions;
  /** For what waits for jobs: tries again until Redis can be reached. */
  readonly waiting: ConnectionOptions;
  /** What the keys of this installation begin with. */
  readonly installation: string;
  readonly clock: Clock;
  /** Told of what goes wrong with Redis, where nobody waits for the answer. */
  readonly failed: (cause: unknown) => void;
}

const COUNTED = ['waiting', 'delayed', 'active'] as const;
const KEPT = { removeOnComplete: true, removeOnFail: true } as const;
const EACH = {
  ...KEPT,
  attempts: JOB_LIMITS.tries,
  backoff: { type: 'custom' },
  stackTraceLimit: 0,
} as const;

/** Jobs in BullMQ's queues, which any process on the same Redis may do. @see docs/decisions/0036-jobs.md */
export class BullJobs implements Jobs {
  readonly #parts: BullJobsParts;
  readonly #queues: Readonly<Record<QueueName, Queue>>;
  #workers: readonly Worker[] = [];

  constructor(parts: BullJobsParts) {
    this.#parts = parts;
    const queue = (name: QueueName): Queue => {
      const { asking: connection, installation, failed } = parts;
      const made = new Queue(QUEUES[name], {
        ...{ connection, prefix: queuePrefix(installation), defaultJobOptions: EACH },
        // Nobody reads the stream of events.
        streams: { events: { maxLen: 100 } },
      });
      return made.on('error', failed);
    };
    this.#queues = { soon: queue('soon'), many: queue('many'), clock: queue('clock') };
  }

  async relay(jobs: readonly Job[]): Promise<void> {
    const now = this.#now();
    const byQueue = Map.groupBy(jobs, queueOf);
    await Promise.all(
      [...byQueue].map(([name, of]) =>
        this.#queues[name].addBulk(
          of.map((job) => ({
            name: job.kind,
            data: payloadOf(job),
            opts: { jobId: jobIdOf(job), delay: Math.max(0, Math.ceil(job.at - now)) },
          })),
        ),
      ),
    );
  }

  /** How many jobs of each queue wait, are due later, or are being done. */
  async queued(): Promise<readonly { queue: QueueName; state: string; count: number }[]> {
    const names = Object.keys(this.#queues) as QueueName[];
    const counted = await Promise.all(
      names.map(async (queue) =>
        Object.entries(await this.#queues[queue].getJobCounts(...COUNTED)).map(([state, count]) => ({
          queue,
          state,
          count,
        })),
      ),
    );
    return counted.flat();
  }

  async start(doers: Doers, recurring: readonly Recurring[]): Promise<void> {
    for (const { name, everyMs } of recurring) {
      const template = { name: 'recurring', data: recurringPayload(name), opts: { ...KEPT, attempts: 1 } };
      await this.#queues.clock.upsertJobScheduler(name, { every: everyMs }, template);
    }
    const names = Object.keys(QUEUES) as QueueName[];
    this.#workers = names.map((name) => this.#worker(name, doers));
    await Promise.all(this.#workers.map((worker) => worker.waitUntilReady()));
  }

  async stop(): Promise<void> {
    const workers = this.#workers;
    this.#workers = [];
    await Promise.all(workers.map(endOf));
  }

  async close(): Promise<void> {
    await this.stop();
    await Promise.all(Object.values(this.#queues).map((queue) => queue.close()));
  }

  #worker(name: QueueName, doers: Doers): Worker {
    const { waiting: connection, installation, failed } = this.#parts;
    const worker = new Worker(QUEUES[name], (job, token) => this.#do(doers, job, token), {
      ...{ connection, prefix: queuePrefix(installation), concurrency: JOB_LIMITS.atATime[name] },
      ...{ lockDuration: JOB_LIMITS.lockMs, stalledInterval: JOB_LIMITS.stalledEveryMs },
      maxStalledCount: JOB_LIMITS.stalls,
      settings: { backoffStrategy: pauseAfter },
    });
    return worker.on('error', failed).on('failed', (_job, cause) => doers.failed(cause));
  }

  async #do(doers: Doers, job: BullJob, token: string | undefined): Promise<void> {
    const read = readPayload(job.data);
    const now = this.#now();
    const again = read === null ? now + JOB_LIMITS.leftToOthersMs : await did(doers, read);
    if (again === null) return;
    // BullMQ counts by the machine's clock.
    await job.moveToDelayed(Date.now() + Math.max(0, Math.ceil(again - this.#now())), token);
    throw new DelayedError();
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}

async function did(doers: Doers, read: NonNullable<ReturnType<typeof readPayload>>): Promise<number | null> {
  if (read.kind !== 'recurring') return doers.job(read);
  await doers.recurring(read.name);
  return null;
}

/** What is still under way after a while is left: whoever finds it held by nobody takes it on. */
async function endOf(worker: Worker): Promise<void> {
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, JOB_LIMITS.endMs);
  await Promise.race([worker.close(), patience.promise.then(() => worker.disconnect())]);
  clearTimeout(timer);
}
