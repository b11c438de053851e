import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { StoreError } from '../../ports/store/error.ts';
import { mappingErrors, storeErrorOf } from './errors.ts';
import { numberOf, type Row } from './rows.ts';

/** Kept in the process only, and gone with it. */
export const IN_MEMORY = ':memory:';

/** How a file is opened. */
export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** How long to wait for another program's lock, in ms. The process stands still meanwhile. */
  readonly busyTimeoutMs: number;
}

/** One connection: statements prepared once, errors mapped once. */
export class Database {
  readonly file: string;
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #touched = 0;

  /** @throws StoreError if the file cannot be opened */
  constructor(file: string, { readOnly = false, busyTimeoutMs }: DatabaseOptions) {
    this.file = file;
    this.#connection = mappingErrors(
      file,
      () => new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs, enableForeignKeyConstraints: true }),
    );
  }

  /** The first row, if there is one. */
  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    try {
      const row = this.#statement(sql).get(...values);
      this.#touched += row === undefined ? 0 : 1;
      return row;
    } catch (cause) {
      throw storeErrorOf(cause, this.file);
    }
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    try {
      const rows = this.#statement(sql).all(...values);
      this.#touched += rows.length;
      return rows;
    } catch (cause) {
      throw storeErrorOf(cause, this.file);
    }
  }

  /** @returns how many rows changed */
  run(sql: string, ...values: SQLInputValue[]): number {
    try {
      const changes = Number(this.#statement(sql).run(...values).changes);
      this.#touched += changes;
      return changes;
    } catch (cause) {
      throw storeErrorOf(cause, this.file);
    }
  }

  /** Runs statements that take no values. */
  script(sql: string): void {
    this.#refuseClosed();
    mappingErrors(this.file, () => this.#connection.exec(sql));
  }

  /** Grows with each row that is read or changed; as long as it stays the same nothing was changed. */
  get touched(): number {
    return this.#touched;
  }

  /** Whether a transaction is open. SQLite ends one itself after a full disk and some other faults. */
  get inTransaction(): boolean {
    return this.#connection.isTransaction;
  }

  /** Another number after each time that another connection has written into the file. */
  get foreignChanges(): number {
    const before = this.#touched;
    const version = numberOf(this.get('PRAGMA data_version') ?? {}, 'data_version');
    this.#touched = before;
    return version;
  }

  /** All or nothing, and nobody else writes meanwhile. */
  transaction<T>(action: () => T): T {
    this.run('BEGIN IMMEDIATE');
    try {
      const result = action();
      this.run('COMMIT');
      return result;
    } catch (cause) {
      if (this.inTransaction) this.run('ROLLBACK');
      throw cause;
    }
  }

  /** For node's own functions that take a connection. */
  async use<T>(action: (connection: DatabaseSync) => Promise<T>): Promise<T> {
    try {
      return await action(this.#connection);
    } catch (cause) {
      throw storeErrorOf(cause, this.file);
    }
  }

  get isOpen(): boolean {
    return this.#connection.isOpen;
  }

  close(): void {
    this.#statements.clear();
    if (this.isOpen) this.#connection.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    // Closing forgets them all.
    if (known !== undefined) return known;
    this.#refuseClosed();
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #refuseClosed(): void {
    if (!this.isOpen) throw new StoreError('closed', `The store ${this.file} is closed.`);
  }
}
