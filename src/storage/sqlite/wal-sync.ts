import { closeSync, fdatasync, openSync } from 'node:fs';
import { mappingErrors, storeErrorOf } from './errors.ts';

/** Somebody who waits until what they wrote is on the disk. */
interface Waiting {
  readonly done: () => void;
  readonly failed: (cause: unknown) => void;
}

/**
 * Brings what was written into the write-ahead log onto the disk, while the process goes on. What is written meanwhile
 * shares the next time. With `synchronous = FULL` SQLite does the same after each commit, and everything stands still.
 */
export class WalSync {
  readonly #file: string;
  readonly #pause: () => Promise<void> | null;
  #handle: number | null = null;
  #waiting: Waiting[] = [];
  #free: (() => void)[] = [];
  #underWay: Promise<void> | null = null;
  #failure: { readonly cause: unknown } | null = null;

  /**
   * @param file the store's own file
   * @param pause asked each time when all is on the disk: what has to be done before anybody writes again, or null
   */
  constructor(file: string, pause: () => Promise<void> | null = () => null) {
    this.#file = file;
    this.#pause = pause;
  }

  /** Why nothing can be brought onto the disk any more; null as long as all went well. */
  get failure(): { readonly cause: unknown } | null {
    return this.#failure;
  }

  /** Whether nobody waits. */
  get isIdle(): boolean {
    return this.#underWay === null;
  }

  /** Calls `done` once all that was written before is on the disk. */
  after(done: () => void, failed: (cause: unknown) => void): void {
    this.#waiting.push({ done, failed });
    this.#underWay ??= this.#run();
  }

  /** Calls back once nothing is on its way to the disk, and those who waited for it have gone on. */
  whenFree(free: () => void): void {
    if (this.isIdle) free();
    else this.#free.push(free);
  }

  /** Ends what was begun, and lets the file go. */
  async close(): Promise<void> {
    await this.#underWay;
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const those = this.#waiting;
      this.#waiting = [];
      await this.#sync().catch((cause: unknown) => {
        this.#failure ??= { cause };
      });
      // After one failure nobody can say what is on the disk: the system may have let go of it.
      for (const { done, failed } of those) this.#failure === null ? done() : failed(this.#failure.cause);
      const pause = this.#waiting.length > 0 ? null : this.#pause();
      if (pause !== null) await pause;
    }
    this.#underWay = null;
    const free = this.#free;
    this.#free = [];
    if (free.length > 0)
      setImmediate(() => {
        for (const tell of free) tell();
      });
  }

  async #sync(): Promise<void> {
    if (this.#failure !== null) return;
    // The log is there from the first commit until the connection is closed.
    this.#handle ??= mappingErrors(this.#file, () => openSync(`${this.#file}-wal`, 'r+'));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    fdatasync(this.#handle, (error) =>
      error === null ? resolve() : reject(storeErrorOf(error, this.#file)),
    );
    await promise;
  }
}
