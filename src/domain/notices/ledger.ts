import type { Millis } from '../timeline/timeline.ts';
import type { Cause } from './cause.ts';

/**
 * What people are told of a revision: it is new, it changes in place, or it changes and is said again, so that people look.
 * `silent`: it only changes in place, and where that cannot be, nothing is said.
 */
export type News = 'new' | 'edit' | 'silent' | 'important' | 'reminder';

/**
 * How a revision of a notice goes out. It always adds up: `intended` = `sent` + `failed` + `skipped` + `waiting` +
 * `ambiguous`, counted in destinations.
 */
export interface Ledger {
  readonly notice: string;
  readonly revision: number;
  /** All destinations that were found so far; final once `complete`. */
  readonly intended: number;
  readonly sent: number;
  readonly failed: number;
  readonly skipped: number;
  /** On their way, or not begun. */
  readonly waiting: number;
  /** May have arrived; nobody can say. */
  readonly ambiguous: number;
  /** Whether all destinations are found. */
  readonly complete: boolean;
  readonly at: Millis;
}

/** One destination that did not surely get it, with why. */
export interface LedgerRow {
  readonly destination: string;
  readonly name: string;
  readonly state: 'waiting' | 'sent' | 'failed' | 'skipped' | 'ambiguous';
  /** What its author is told; null: only the state. */
  readonly cause: Cause | null;
  /** For operators. */
  readonly reason: string;
}

/** Destinations that are named to the author at once. */
export const LEDGER_ROWS = 20;

/** Whether nothing more will happen by itself. */
export function isSettled({ complete, waiting }: Pick<Ledger, 'complete' | 'waiting'>): boolean {
  return complete && waiting === 0;
}
