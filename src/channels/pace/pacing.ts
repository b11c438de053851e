import type { Asking, Shares } from './window.ts';

/** Keeps requests below what a platform takes. All times in ms. */
export interface Pacing {
  /**
   * Resolves with 0 when it may go; it is then counted towards every share. Else with how long to wait before it is asked
   * again; nothing is counted then.
   */
  turn(shares: Shares, asking: Asking): Promise<number>;
  /** The time that holds here. */
  readonly now: number;
  /** A request was answered. @param at `now` when its turn had come */
  answered(shares: Shares, at: number): void;
  /** The platform took a request. */
  taken(shares: Shares): void;
  /** The platform refused a request as one too many. @param afterMs how long it asks to wait */
  refused(shares: Shares, afterMs: number): void;
}
