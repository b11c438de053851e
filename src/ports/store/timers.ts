import type { Json } from './json.ts';
import type { Page } from './records.ts';

/** A timer that was set and has not rung. */
export interface WaitingTimer {
  readonly id: string;
  /** Which conversation gets the event when it rings. */
  readonly conversation: string;
  /** The second part of the conversation's name; empty if it has none. */
  readonly organisation: string;
  /** What it is: `what.kind` of its body; null if that is no text. */
  readonly kind: string | null;
  /** In ms since 1970 UTC. */
  readonly dueAt: number;
  readonly body: Json;
}

/** Which timers to find; all that is given must match. */
export interface TimerSearch {
  readonly id?: string;
  readonly organisation?: string;
  readonly kind?: string;
  readonly conversation?: string;
  /** 1 to `STORE_LIMITS.pageSize`. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** Which timer to cancel. */
export interface TimerCancel {
  readonly id: string;
  /** Only if it is of this organisation. */
  readonly organisation: string;
  /** Only if it still rings at this instant (ms): one that was set anew meanwhile stays. Left out: whenever it rings. */
  readonly dueAt?: number;
}

/** What is due later. Timers are set within turns (`TimerChange`), and become events when they ring (`ringTimers`). */
export interface Timers {
  /** Those that wait, in the order in which they ring. */
  findTimers(search: TimerSearch): Promise<Page<WaitingTimer>>;
  /** When the next of all rings, or should have (ms); null: none waits. */
  nextTimer(): Promise<number | null>;
  /** Takes a timer away. @returns it as it was; null: there is no such timer, and nothing changed */
  cancelTimer(cancel: TimerCancel): Promise<WaitingTimer | null>;
}
