import type { Alarm } from '../../src/ports/alarm.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Doers, Job, Jobs, Recurring } from '../../src/ports/jobs.ts';

const AGAIN_MS = 500;

interface Waiting {
  readonly job: Job;
  at: number;
}

/** Jobs of several processes in one, on a clock in the test's hand. */
export class MemoryQueue {
  readonly #time: Clock & Alarm;
  readonly #waiting = new Map<string, Waiting>();
  readonly #busy = new Set<string>();
  /** Processes, by turns. */
  #workers: MemoryJobs[] = [];
  readonly #recurring = new Set<string>();

  constructor(time: Clock & Alarm) {
    this.#time = time;
  }

  /** The queue as one process sees it. */
  process(): MemoryJobs {
    return new MemoryJobs(this);
  }

  /** What waits, and from when. */
  get waiting(): readonly Waiting[] {
    return [...this.#waiting.values()];
  }

  /** A crash between commit and job. */
  lose(): void {
    this.#waiting.clear();
  }

  add(job: Job): void {
    const id = job.kind === 'ring' ? `ring-${job.at}` : job.delivery;
    if (!this.#waiting.has(id)) this.#put(id, { job, at: job.at });
  }

  join(worker: MemoryJobs, recurring: readonly Recurring[]): void {
    this.#workers.push(worker);
    for (const each of recurring) if (!this.#recurring.has(each.name)) this.#recur(each);
    for (const id of this.#waiting.keys()) void this.#look(id);
  }

  leave(worker: MemoryJobs): void {
    this.#workers = this.#workers.filter((other) => other !== worker);
  }

  #put(id: string, entry: Waiting): void {
    this.#waiting.set(id, entry);
    void this.#look(id);
  }

  async #look(id: string): Promise<void> {
    const entry = this.#waiting.get(id);
    const [worker, ...others] = this.#workers;
    if (entry === undefined || this.#busy.has(id) || worker === undefined) return;
    const wait = entry.at - this.#time.now().epochMilliseconds;
    if (wait > 0) return void this.#time.after(wait, () => void this.#look(id));
    this.#workers = [...others, worker];
    this.#busy.add(id);
    const again = await worker.do(entry.job).catch(() => this.#time.now().epochMilliseconds + AGAIN_MS);
    this.#busy.delete(id);
    this.#waiting.delete(id);
    if (again !== null) this.#put(id, { job: entry.job, at: again });
  }

  #recur(each: Recurring): void {
    this.#recurring.add(each.name);
    this.#time.after(each.everyMs, () => {
      void this.#workers[0]?.recur(each.name);
      this.#recur(each);
    });
  }
}

/** @see MemoryQueue */
export class MemoryJobs implements Jobs {
  readonly #queue: MemoryQueue;
  readonly #underWay = new Set<Promise<unknown>>();
  #doers: Doers | null = null;

  constructor(queue: MemoryQueue) {
    this.#queue = queue;
  }

  async relay(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) this.#queue.add(job);
  }

  async start(doers: Doers, recurring: readonly Recurring[]): Promise<void> {
    this.#doers = doers;
    this.#queue.join(this, recurring);
  }

  async stop(): Promise<void> {
    this.#queue.leave(this);
    await Promise.allSettled(this.#underWay);
  }

  async close(): Promise<void> {
    await this.stop();
  }

  do(job: Job): Promise<number | null> {
    return this.#noted(this.#doers?.job(job) ?? Promise.resolve(null));
  }

  recur(name: string): Promise<void> {
    return this.#noted(this.#doers?.recurring(name) ?? Promise.resolve());
  }

  async #noted<T>(doing: Promise<T>): Promise<T> {
    this.#underWay.add(doing);
    try {
      return await doing;
    } finally {
      this.#underWay.delete(doing);
    }
  }
}
