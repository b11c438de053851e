import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { NewDelivery } from '../../ports/store/outbox.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { ConversationState, TimerChange } from '../../ports/store/turn.ts';
import type { ProcessEvent, ProcessEvents, ProcessHappening } from './events.ts';

/** An event of an aggregate's own conversation, with what every step is computed from. */
export interface ProcessJob<W extends ProcessHappening, S> {
  /** The event's id. */
  readonly id: string;
  readonly event: ProcessEvent<W>;
  readonly playbook: Playbook;
  /** What the process remembers. */
  readonly process: S;
  /** By the machine's clock, in ms. */
  readonly now: number;
}

/** What an event of an aggregate's own conversation brings about: one commit. */
export interface Step<S> {
  readonly process: S;
  readonly records?: readonly RecordChange[];
  readonly deliveries?: readonly NewDelivery[];
  readonly timers?: readonly TimerChange[];
}

/** One kind of process: what its events are, what it remembers, and what it does. */
export interface ProcessKind<W extends ProcessHappening, S> {
  /** For the log: "a step of a notice failed". */
  readonly name: string;
  readonly events: ProcessEvents<W>;
  /** What is stored, as it is worked with; of another version, or nothing, it begins anew. Plain data. */
  stateOf(stored: ConversationState | null): S;
  /**
   * Computes a step. What it reads and does beside the commit can be read and done again: after a conflict it is asked
   * once more. Records that it changes name the version that they must have, so that nothing is overwritten unread.
   * @throws anything: then it is told in the log, and tried again an hour later
   */
  plan(job: ProcessJob<W, S>): Promise<Step<S>>;
  /** Whether an event whose step failed for a fault of the program is let go, as somebody else gives it again. Left out: never. */
  readonly letsGo?: (what: W) => boolean;
  /** Told of each event that was processed. */
  readonly processed?: (event: string) => void;
}
