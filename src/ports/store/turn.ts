import type { ClaimedEvent, Hand } from './inbox.ts';
import type { Json } from './json.ts';
import type { Delivery, NewDelivery } from './outbox.ts';
import type { RecordChange, WriteResult } from './records.ts';

/** What a conversation knows. */
export interface ConversationState {
  /** 1 after its first turn, one more after each. */
  readonly version: number;
  readonly state: Json;
}

/** A change of one timer within a turn. Setting a known id replaces it; cancelling an unknown one is no error. */
export type TimerChange =
  | {
      readonly change: 'set';
      readonly id: string;
      /** Which conversation gets the event when it rings. */
      readonly conversation: string;
      /** In ms since 1970 UTC. */
      readonly dueAt: number;
      /** The body of that event. */
      readonly body: Json;
    }
  | { readonly change: 'cancel'; readonly id: string };

/** Everything that one event brought about. */
export interface Turn {
  /** The event that is hereby processed. */
  readonly event: string;
  /** Its conversation. */
  readonly conversation: string;
  /** The version that the turn was computed from; 0: there was none. */
  readonly expected: number;
  readonly state: Json;
  /** When, in ms since 1970 UTC. */
  readonly at: number;
  readonly records?: readonly RecordChange[];
  readonly deliveries?: readonly NewDelivery[];
  readonly timers?: readonly TimerChange[];
}

/** Who takes what a turn makes ready. */
export interface TurnHand extends Hand {
  /** Whether the next event of the conversation is taken, if it waits. */
  readonly next: boolean;
  /** At most so many of the turn's own deliveries of priority 0 are taken, where nothing waits before them. */
  readonly deliveries: number;
}

/** What was taken with a turn's commit. */
export interface Handed {
  readonly next: ClaimedEvent | null;
  readonly deliveries: readonly Delivery[];
  /** The others of its messages each stand behind one to the same destination: its settlement sees to them. Left out: that is not known. */
  readonly areBehind?: true;
}

/** What became of a turn. Only `committed` wrote anything. */
export type CommitResult =
  | {
      readonly outcome: 'committed';
      readonly version: number;
      /** Where somebody was to take what became ready. */
      readonly handed?: Handed;
    }
  /** This event was processed before: its answer is in the outbox, or sent. */
  | { readonly outcome: 'already-processed' }
  /** Somebody was faster: load again, and run the turn again. `version` is the present one, 0 if there is none. */
  | { readonly outcome: 'conflict'; readonly on: 'conversation'; readonly version: number }
  | (Extract<WriteResult, { outcome: 'conflict' }> & { readonly on: 'record' });

/** State between turns. */
export interface Conversations {
  load(conversation: string): Promise<ConversationState | null>;
  /**
   * Writes all of a turn or nothing: the event is processed, the new state, records, timers and deliveries are there.
   * @throws StoreError `unknown-event` if the event was never received (or is pruned), `invalid` if it belongs to
   * another conversation or a delivery's id is taken
   */
  commit(turn: Turn, hand?: TurnHand): Promise<CommitResult>;
}
