import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { StoreError } from '../../ports/store/error.ts';
import { mappingErrors, storeErrorOf } from './errors.ts';
import type { Row } from './rows.ts';

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
    return this.#mapped(() => this.#statement(sql).get(...values));
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#mapped(() => this.#statement(sql).all(...values));
  }

  /** @returns how many rows changed */
  run(sql: string, ...values: SQLInputValue[]): number {
    return this.#mapped(() => Number(this.#statement(sql).run(...values).changes));
  }

  /** Runs statements that take no values. */
  script(sql: string): void {
    this.#mapped(() => this.#connection.exec(sql));
  }

  /** Whether a transaction is open. SQLite ends one itself after a full disk and some other faults. */
  get inTransaction(): boolean {
    return this.#connection.isTransaction;
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
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #mapped<T>(action: () => T): T {
    if (!this.isOpen) throw new StoreError('closed', `The store ${this.file} is closed.`);
    return mappingErrors(this.file, action);
  }
}
