import type { Database } from './database.ts';
import type { WalSync } from './wal-sync.ts';

interface Step {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
}

/** At most so many steps share one transaction, so that the first does not wait for long. */
const MAX_GROUP = 128;

/**
 * Makes what was asked for in the same moment durable with one write to the disk. Each step is still atomic by itself:
 * one that fails is undone alone. A step resolves only once it is on the disk; others are done while it is brought there.
 */
export class GroupCommit {
  readonly #database: Database;
  readonly #disk: WalSync | null;
  readonly #forget: () => void;
  #waiting: Step[] = [];
  #scheduled = false;
  #version: number;

  /**
   * @param disk null for what is in memory only
   * @param forget told that what steps keep beside the file is not sure any more: one of them was undone, or another
   * program has written into the file
   */
  constructor(database: Database, disk: WalSync | null, forget: () => void) {
    this.#database = database;
    this.#disk = disk;
    this.#forget = forget;
    this.#version = database.foreignChanges;
  }

  /** Does a step in order after those asked for before. */
  write<T>(run: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run, resolve: resolve as (value: unknown) => void, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      // After the input that is at hand has been read: requests that came together are written together.
      setImmediate(() => this.#whenDiskIsFree());
    });
  }

  /** What comes while the group before is brought to the disk makes one group: pages that many change are written once. */
  #whenDiskIsFree(): void {
    const flush = (): void => {
      this.#scheduled = false;
      this.flush();
    };
    if (this.#disk === null) flush();
    else this.#disk.whenFree(flush);
  }

  /** Does all that waits, now. */
  flush(): void {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.slice(0, MAX_GROUP);
      this.#waiting = this.#waiting.slice(MAX_GROUP);
      this.#commit(group);
    }
  }

  #commit(group: readonly Step[]): void {
    const touched = this.#database.touched;
    let settle: readonly (() => void)[];
    try {
      this.#refuseLost();
      settle = this.#together(group) ?? this.#apart(group);
    } catch (cause) {
      // Nothing of this group is on the disk.
      for (const step of group) step.reject(cause);
      return;
    }
    const done = (): void => {
      for (const tell of settle) tell();
    };
    const disk = this.#disk;
    // Who changed nothing may still tell of what is on its way to the disk.
    if (disk === null || (disk.isIdle && touched === this.#database.touched)) return done();
    disk.after(done, (cause) => {
      for (const step of group) step.reject(cause);
    });
  }

  /** @throws what kept something from the disk: from then on nothing can be promised */
  #refuseLost(): void {
    const failure = this.#disk?.failure ?? null;
    if (failure !== null) throw failure.cause;
  }

  /** All steps as one, which nearly always goes well; null if one failed, and then none is done. */
  #together(group: readonly Step[]): (() => void)[] | null {
    let failed = false;
    try {
      return this.#transaction(() =>
        group.map(({ run, resolve }) => {
          failed = true;
          const value = run();
          failed = false;
          return () => resolve(value);
        }),
      );
    } catch (cause) {
      if (failed) return null;
      throw cause;
    }
  }

  /** Each step for itself, in one transaction: only the one that fails is undone. */
  #apart(group: readonly Step[]): (() => void)[] {
    return this.#transaction(() => group.map((step) => this.#attempt(step)));
  }

  #transaction<T>(action: () => T): T {
    try {
      return this.#database.transaction(() => {
        const version = this.#database.foreignChanges;
        if (version !== this.#version) this.#forget();
        this.#version = version;
        return action();
      });
    } catch (cause) {
      this.#forget();
      throw cause;
    }
  }

  /** @throws if the failure took the whole transaction with it */
  #attempt({ run, resolve, reject }: Step): () => void {
    this.#database.run('SAVEPOINT step');
    try {
      const value = run();
      this.#database.run('RELEASE step');
      return () => resolve(value);
    } catch (cause) {
      this.#forget();
      if (!this.#database.inTransaction) throw cause;
      this.#database.run('ROLLBACK TO step');
      this.#database.run('RELEASE step');
      return () => reject(cause);
    }
  }
}
