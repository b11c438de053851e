import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { CHECKPOINT_THREAD, type CheckpointOrder } from './checkpoint-thread.ts';
import type { Database } from './database.ts';
import { numberOf } from './rows.ts';

/** When the write-ahead log is moved into the file, in pages of 4 KB. */
export interface CheckpointLimits {
  /** So many that are not moved yet are moved beside the work. */
  readonly movePages: number;
  /** A log as long as this is moved to its end, so that it begins anew: writing waits for that, and nothing else does. */
  readonly endPages: number;
}

/** How long the log is, and how much of it is in the file. */
interface Checkpointed {
  readonly log: number;
  readonly moved: number;
}

/** To look costs a little, and the log does not grow that fast. */
const LOOK_EVERY = 8;

/**
 * Moves the write-ahead log into the file in a thread of its own. SQLite would do so within a commit, and everything
 * would stand still while the disk works. Should the thread not run, SQLite does so after all, once the log is long.
 */
export class Checkpoints {
  readonly #database: Database;
  readonly #limits: CheckpointLimits;
  #thread: Worker | null = null;
  #underWay: Promise<void> | null = null;
  /** How long the log may get before its end is moved too. */
  #longest: number;
  #stopped = false;
  #looks = 0;

  constructor(database: Database, limits: CheckpointLimits) {
    this.#database = database;
    this.#limits = limits;
    this.#longest = limits.endPages;
  }

  /**
   * Called where nothing is on its way to the disk. Begins to move a log that is long.
   * @returns what writing should wait for; null: nothing
   */
  look(): Promise<void> | null {
    if (this.#stopped || !this.#database.isOpen || this.#looks++ % LOOK_EVERY !== 0) return null;
    const { log, moved } = this.#length();
    const isLong = log > this.#longest && log > moved;
    if (this.#underWay !== null) return isLong ? this.#underWay : null;
    // Who writes while it is moved makes it longer: it begins anew only where its end is moved while nobody does.
    if (isLong) return this.#end(log);
    if (log - moved > this.#limits.movePages) void this.#move();
    return null;
  }

  /** Ends what was begun, and the thread. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#underWay;
    const thread = this.#thread;
    this.#thread = null;
    if (thread === null) return;
    thread.ref();
    const gone = once(thread, 'exit');
    tell(thread, 'end');
    await gone;
  }

  #length(): Checkpointed {
    try {
      const row = this.#database.get('PRAGMA wal_checkpoint(NOOP)') ?? {};
      return { log: numberOf(row, 'log'), moved: numberOf(row, 'checkpointed') };
    } catch {
      // Whoever writes or reads next is told what is wrong with the file.
      return { log: 0, moved: 0 };
    }
  }

  async #end(log: number): Promise<void> {
    await this.#move();
    const { moved } = this.#length();
    // Somebody who reads for long, such as a backup, keeps it from ending: then it is tried again later.
    this.#longest = moved < log ? log + this.#limits.movePages : this.#limits.endPages;
  }

  #move(): Promise<void> {
    this.#underWay = this.#moved().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #moved(): Promise<void> {
    try {
      const thread = this.#thread ?? this.#begin();
      thread.ref();
      const answered = once(thread, 'message');
      tell(thread, 'move');
      await answered;
      thread.unref();
    } catch {
      this.#lose();
    }
  }

  #begin(): Worker {
    this.#thread = new Worker(CHECKPOINT_THREAD, { eval: true, workerData: this.#database.file });
    // Whenever it dies, and nobody waits for it: that must end nothing else.
    this.#thread.on('error', () => this.#lose());
    return this.#thread;
  }

  #lose(): void {
    this.#stopped = true;
    this.#thread = null;
  }
}

function tell(thread: Worker, order: CheckpointOrder): void {
  thread.postMessage(order);
}
