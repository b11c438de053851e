import type { Json } from './json.ts';

/** Something that happened and wants a turn: a message, a pressed button, a timer that rang. */
export interface InboundEvent {
  /** The platform's id, made unique by its channel and tenant: `teams/<tenant>/<conversation>/<activity>`. `timer:…` is the store's own. */
  readonly id: string;
  /** Whose turn it is. Events of one conversation are processed one at a time, in order of arrival. */
  readonly conversation: string;
  /** When it arrived, in ms since 1970 UTC. */
  readonly receivedAt: number;
  readonly body: Json;
  /** Further signs by which a repetition is known, such as the one-use token of a button. */
  readonly dedupeKeys?: readonly string[];
}

/** Whether an event was new. For a repetition: of which event, and by which sign it was known. */
export type Receipt =
  | {
      readonly outcome: 'new';
      /** Where it was to be handed over: the event, held already; null: an earlier one of its conversation waits. */
      readonly handed?: ClaimedEvent | null;
    }
  | {
      readonly outcome: 'duplicate';
      /** `id`: the platform sent it again. `key`: another event with the same sign was there before. */
      readonly by: 'id' | 'key';
      readonly of: { readonly id: string; readonly receivedAt: number };
    };

/** An event that a worker holds until its lease runs out. */
export interface ClaimedEvent {
  readonly id: string;
  readonly conversation: string;
  readonly receivedAt: number;
  readonly body: Json;
  /** How often it was claimed, this time included: a high number tells of a turn that always fails. */
  readonly attempt: number;
  /** Of a timer: when it was to ring, in ms since 1970 UTC. */
  readonly dueAt?: number;
}

/**
 * Who takes at once what a step makes ready, in that same step: as if it were claimed right after it. All times in ms.
 */
export interface Hand {
  /** A name that outlives a restart, so that the worker can void what it held when it died. */
  readonly worker: string;
  /** The present instant, in ms since 1970 UTC. */
  readonly now: number;
  /** After so long others may take it. */
  readonly leaseMs: number;
}

/** Who takes how much work, and for how long. */
export interface ClaimRequest extends Hand {
  /** At most so many, 1 to `STORE_LIMITS.claimSize`. */
  readonly limit: number;
}

/** Where events wait, each exactly once. */
export interface Inbox {
  /**
   * Keeps an event, unless it is known. Once this resolves the event survives a crash and may be acknowledged.
   * @param hand who takes it, if nothing of its conversation waits before it
   */
  receive(event: InboundEvent, hand?: Hand): Promise<Receipt>;
  /**
   * Takes waiting events for a worker: of each conversation only the oldest, and only if nobody holds it; longest
   * waiting first. A lease that has run out counts as not held.
   */
  claimEvents(request: ClaimRequest): Promise<readonly ClaimedEvent[]>;
  /**
   * Gives a held event back, to be claimed again from an instant on (ms). The conversation waits with it.
   * An event that is processed or unknown is left as it is.
   */
  postponeEvent(id: string, until: number): Promise<void>;
  /**
   * Moves the timers that are due into the inbox, as events of their conversations with ids `timer:…`, received at
   * `now`, earliest first.
   * @returns how many; if that is the limit, there may be more
   */
  ringTimers(request: { readonly now: number; readonly limit: number }): Promise<number>;
}
