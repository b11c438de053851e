import type { ClaimRequest, Hand } from './inbox.ts';
import type { Json } from './json.ts';
import type { Page } from './records.ts';

/**
 * Where a delivery stands.
 * `pending` waits; `sending` is with a worker; `sent` arrived; `ambiguous` may have arrived, and nobody can say;
 * `failed` did not arrive and a repetition will not help; `skipped` is no longer wanted.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'ambiguous' | 'failed' | 'skipped';

/** A state to which a worker moves a delivery. `sending` comes only by claiming. */
export type SettledState = Exclude<DeliveryState, 'sending'>;

/** The reason of what is `sending` and was only claimed, and of what a worker said that it leaves. */
export const CLAIMED = 'claimed';
export const BEGUN = 'begun';

/** From which states each can be reached. A late word that a message went out is believed; `sent` and `skipped` end. */
export const DELIVERY_MOVES: Readonly<Record<SettledState, readonly DeliveryState[]>> = {
  pending: ['sending', 'ambiguous', 'failed'],
  sent: ['pending', 'sending', 'ambiguous'],
  ambiguous: ['sending'],
  failed: ['sending', 'ambiguous'],
  skipped: ['pending', 'sending', 'ambiguous', 'failed'],
};

/** Something to send, as a turn puts it into the outbox. */
export interface NewDelivery {
  /** Unique for ever, and the same if the turn is run again: derive it from the event's id. */
  readonly id: string;
  /** Where to, as one key. What goes to one destination goes in order. */
  readonly destination: string;
  /** What it is, so that the right sender takes it. */
  readonly kind: string;
  readonly body: Json;
  /** Not sent before this instant (ms), nor is anything later to the same destination. A wish for later is a timer. */
  readonly notBefore: number;
  /** Left out: 0. */
  readonly priority?: Priority;
  /** What it is counted with, such as one revision of a notice; left out: nothing. */
  readonly batch?: string | null;
  /** What it is about, such as a notice: what a destination got about it can be found. Left out: nothing. */
  readonly topic?: string | null;
  /** Why what waits for the same destination about the same topic, and surely is not there, is skipped; left out: it is not. */
  readonly supersedes?: string;
}

/** 0: what somebody waits for, and pings; 1: what goes to many, and lets the others pass. */
export const PRIORITIES = [0, 1] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Something to send, with where it stands. */
export interface Delivery extends Required<Omit<NewDelivery, 'supersedes'>> {
  readonly state: DeliveryState;
  /** Why it stands so. */
  readonly reason: string;
  /** How often sending was begun; with it a worker says which try it speaks of. */
  readonly attempt: number;
  /** How many of them count: one that only waited for its turn does not. */
  readonly tries: number;
  /** A try before may have worked: as long as it waits, nobody knows whether it is there. */
  readonly unsure: boolean;
  /** When its state last changed, in ms since 1970 UTC. */
  readonly changedAt: number;
  /** What the platform said about it, such as the id by which the message can be updated. */
  readonly receipt: Json;
}

/** What became of a try to send. */
export interface Settlement {
  readonly id: string;
  /** The try that this is about; another than the present one changes nothing. */
  readonly attempt: number;
  readonly state: SettledState;
  readonly reason: string;
  /** The present instant, in ms since 1970 UTC. */
  readonly now: number;
  /** With `pending`: from when to try again (ms). Left out: as before. */
  readonly notBefore?: number;
  /** With `pending`: how many tries count from now on. Left out: as before. */
  readonly tries?: number;
  /** With `pending`: whether it may be there all the same. Left out: as before. */
  readonly unsure?: boolean;
  /** Left out: as before. */
  readonly receipt?: Json;
}

/** What became of a settlement, and what was taken of the same destination. */
export interface SettledWithNext {
  readonly outcome: 'settled' | 'stale';
  readonly next: Delivery | null;
  /** Whether something waits there that could not be taken now: it is not due, or goes to many. */
  readonly waits: boolean;
}

/** A delivery that waits, and from when it may leave. */
export type WaitingDelivery = Pick<Delivery, 'id' | 'destination' | 'priority' | 'notBefore'>;

/** What was taken of a destination, or what has to wait there. */
export interface NextDelivery {
  readonly next: Delivery | null;
  /** What waits first and could not be taken: it is not due, or of another priority. Null: nothing, or something is under way. */
  readonly waits: WaitingDelivery | null;
}

/** Which deliveries need wait no longer, because what held them up is over. All times in ms since 1970 UTC. */
export interface HastenRequest {
  /** How the destinations begin. */
  readonly destinations: string;
  /** The present instant. */
  readonly now: number;
  /** Each rests so long after its last try all the same, in ms: what seemed lost may still have arrived. */
  readonly restMs: number;
}

/** Who takes how many deliveries. */
export interface DeliveryClaim extends ClaimRequest {
  /** Only of this priority; left out: of any. */
  readonly priority?: Priority;
}

/** Which deliveries to find: of a state, of a batch, or both. */
export interface DeliverySearch {
  readonly state?: DeliveryState;
  readonly batch?: string;
  /** 1 to `STORE_LIMITS.pageSize`. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** Which destinations got, or are to get, something about a topic. */
export interface DestinationSearch {
  readonly topic: string;
  /** Only those with a delivery in one of these states. */
  readonly states: readonly DeliveryState[];
  /** Those too with one that waits, though it may be there. Left out: not for that. */
  readonly unsure?: boolean;
  /** 1 to `STORE_LIMITS.changesPerTurn`. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** What leaves the service, in order for each destination. */
export interface Outbox {
  /**
   * Takes due deliveries for a worker and marks them `sending`: those of priority 0 before those of priority 1, then
   * those that were due first, then as they were committed. Of each destination only the first that is pending, by
   * priority and then as they were committed, and none while one is `sending`. `ambiguous` and `failed` ones hold
   * nothing up.
   */
  claimDeliveries(request: DeliveryClaim): Promise<readonly Delivery[]>;
  /** When the next delivery that waits becomes due, after `now` (ms); null: none does. */
  nextDue(request: { readonly now: number; readonly priority?: Priority }): Promise<number | null>;
  /**
   * A worker's request leaves now. What was only claimed when a process died was surely not sent; its reason is then still
   * `CLAIMED`. `stale`: it is not this try's any more, and must not leave.
   */
  begin(request: { readonly id: string; readonly attempt: number }): Promise<'begun' | 'stale'>;
  /** Moves a delivery on. `stale`: unknown, another try is under way, or its state does not allow it; nothing changed. */
  settle(settlement: Settlement): Promise<'settled' | 'stale'>;
  /**
   * Moves a delivery on, and takes in the same step what waits first for a destination, if it is due and of priority 0.
   * @param destination that of the delivery
   */
  settleAndNext(settlement: Settlement, destination: string, hand: Hand): Promise<SettledWithNext>;
  /** Takes what waits first for a destination, if it is due, of this priority, and nothing is under way there. */
  claimNext(destination: string, priority: Priority, hand: Hand): Promise<NextDelivery>;
  /** Lets pending deliveries be due at once that would wait for longer; none becomes later. @returns how many */
  hasten(request: HastenRequest): Promise<number>;
  /**
   * Voids what a worker held when it died; called when it starts. Its events can be claimed again at once. Its
   * deliveries that were `sending`, and those of others whose lease has run out, are reported, in order: they stay so
   * until the caller settles each, as `pending`, `ambiguous`, or `sent` where the platform can tell.
   * @param request worker null: only leases that have run out
   */
  recover(request: { readonly worker: string | null; readonly now: number }): Promise<readonly Delivery[]>;
  delivery(id: string): Promise<Delivery | null>;
  /** Deliveries in the order in which they were committed; at most `STORE_LIMITS.pageSize`. */
  findDeliveries(search: DeliverySearch): Promise<Page<Delivery>>;
  /** How many deliveries of a batch are in each state. */
  countDeliveries(batch: string): Promise<DeliveryCounts>;
  /** Each destination once, in the order of their names. */
  findDestinations(search: DestinationSearch): Promise<Page<string>>;
  /** The delivery about a topic to a destination that was committed last, of those in one of some states. */
  latestDelivery(search: {
    readonly topic: string;
    readonly destination: string;
    readonly states: readonly DeliveryState[];
  }): Promise<Delivery | null>;
}

export type DeliveryCounts = Readonly<Record<DeliveryState, number>>;
