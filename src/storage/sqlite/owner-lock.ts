import { StoreError } from '../../ports/store/error.ts';
import { Database } from './database.ts';
import { storeError } from './errors.ts';

/** The empty file on which the lock is. */
export const ownerFile = (file: string): string => `${file}-owner`;

/**
 * Keeps a second service away from a file: two would void each other's claims at start. Held as a lock on an empty
 * file next to it, which the system lets go when the process dies, however it dies. Backups are not kept away.
 */
export class OwnerLock {
  readonly #database: Database;

  /** @throws StoreError `in-use` */
  constructor(file: string) {
    this.#database = new Database(ownerFile(file), { busyTimeoutMs: 0 });
    try {
      // Nothing is ever written, so nothing has to be undone: no journal beside the file.
      this.#database.script('PRAGMA journal_mode = MEMORY');
      this.#database.script('BEGIN EXCLUSIVE');
    } catch (cause) {
      this.#database.close();
      const locked = cause instanceof StoreError && cause.code === 'locked';
      throw locked ? storeError('in-use', file, cause) : cause;
    }
  }

  release(): void {
    this.#database.close();
  }
}
