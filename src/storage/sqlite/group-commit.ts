import type { Database } from './database.ts';

interface Step {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
}

/** At most so many steps share one transaction, so that the first does not wait for long. */
const MAX_GROUP = 128;

/**
 * Makes what was asked for in the same moment durable with one write to the disk. Each step is still atomic by itself:
 * one that fails is undone alone. A step resolves only once it is on the disk.
 */
export class GroupCommit {
  readonly #database: Database;
  #waiting: Step[] = [];
  #scheduled = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Does a step in order after those asked for before. */
  write<T>(run: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run, resolve: resolve as (value: unknown) => void, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      // After the input that is at hand has been read: requests that came together are written together.
      setImmediate(() => {
        this.#scheduled = false;
        this.flush();
      });
    });
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
    const settle: (() => void)[] = [];
    try {
      this.#database.transaction(() => {
        for (const step of group) settle.push(this.#attempt(step));
      });
    } catch (cause) {
      // Nothing of this group is on the disk.
      for (const step of group) step.reject(cause);
      return;
    }
    for (const tell of settle) tell();
  }

  /** @throws if the failure took the whole transaction with it */
  #attempt({ run, resolve, reject }: Step): () => void {
    this.#database.run('SAVEPOINT step');
    try {
      const value = run();
      this.#database.run('RELEASE step');
      return () => resolve(value);
    } catch (cause) {
      if (!this.#database.inTransaction) throw cause;
      this.#database.run('ROLLBACK TO step');
      this.#database.run('RELEASE step');
      return () => reject(cause);
    }
  }
}
