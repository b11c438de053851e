import { DatabaseSync } from 'node:sqlite';
import { noticeProcessOf } from '../../../src/runtime/names.ts';
import { NOTICE } from './commands.ts';
import { ORGANISATION } from './destinations.ts';

/** What became of a batch, by state. */
export type Counts = Readonly<Record<string, number>>;

/** One delivery as the store has it. */
export interface Row {
  readonly destination: string;
  readonly batch: string;
  readonly state: string;
  readonly reason: string;
}

/** Looks into the file of a service that runs, or does not. */
export class OutboxView {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  }

  /** How many deliveries of a batch, or of all, are in each state. */
  counts(batch: string | null = null): Counts {
    const rows = this.#database
      .prepare('SELECT state, count(*) AS n FROM outbox WHERE ? IS NULL OR batch = ? GROUP BY state')
      .all(batch, batch) as unknown as { state: string; n: number }[];
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  }

  /** Whether all destinations of a revision are found. */
  isComplete(revision: number): boolean {
    const row = this.#database
      .prepare('SELECT state FROM conversation WHERE id = ?')
      .get(noticeProcessOf(ORGANISATION, NOTICE));
    const { fan = null } = row === undefined ? {} : JSON.parse(String(row.state));
    return fan?.revision === revision && fan.cursor === null;
  }

  rows(): readonly Row[] {
    return this.#database
      .prepare('SELECT destination, batch, state, reason FROM outbox WHERE batch IS NOT NULL')
      .all() as unknown as Row[];
  }

  /** When a notice was published, in ms since 1970 UTC. */
  publishedAt(notice: string): number {
    const row = this.#database
      .prepare("SELECT body FROM record WHERE kind = 'notice' AND id = ?")
      .get(notice);
    return Number(JSON.parse(String(row?.body)).publishedAt);
  }

  /** How often something was claimed, for all deliveries together. */
  claims(): number {
    const row = this.#database.prepare('SELECT coalesce(sum(attempt), 0) AS n FROM outbox').get();
    return Number(row?.n);
  }

  close(): void {
    this.#database.close();
  }
}
