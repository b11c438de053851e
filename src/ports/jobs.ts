import type { Priority } from './store/outbox.ts';

/** A message of the outbox that may leave from an instant on. It names the message and carries nothing of it. */
export interface DeliverJob {
  readonly kind: 'deliver';
  /** The delivery's id, and the job's: of two with the same id the later one is no job of its own while the first is there. */
  readonly delivery: string;
  readonly destination: string;
  readonly priority: Priority;
  /** In ms since 1970 UTC; what is past is due now. */
  readonly at: number;
}

/** Timers ring at an instant, in ms since 1970 UTC. */
export interface RingJob {
  readonly kind: 'ring';
  readonly at: number;
}

/** What somebody has to do, in whichever process. What it is about, and whether it is still so, the store knows. */
export type Job = DeliverJob | RingJob;

/** What is done over and over, each time by one process for all. */
export interface Recurring {
  readonly name: string;
  readonly everyMs: number;
}

/** Who does jobs in this process. */
export interface Doers {
  /**
   * Does a job. Whatever it does has to be harmless when it was done before: a job may come twice.
   * @returns from when it is to be done again (ms since 1970 UTC); null: it is done
   * @throws anything: then it is tried again after a growing pause
   */
  readonly job: (job: Job) => Promise<number | null>;
  readonly recurring: (name: string) => Promise<void>;
  /** Told why something could not be done, where nobody waits for the answer. */
  readonly failed: (cause: unknown) => void;
}

/**
 * Takes what a commit made ready to whichever process has a hand free. Nothing here is in the store's transaction: what a
 * crash leaves between a commit and its job is found in the store, by a look around.
 */
export interface Jobs {
  /** Once this resolves the jobs survive a crash of this process. */
  relay(jobs: readonly Job[]): Promise<void>;
  /** Begins to do jobs, and what recurs, in this process. */
  start(doers: Doers, recurring: readonly Recurring[]): Promise<void>;
  /** Ends what was begun, and begins nothing more here. What is relayed meanwhile is for others. */
  stop(): Promise<void>;
  /** Lets go of it. Nothing can be relayed any more. */
  close(): Promise<void>;
}
