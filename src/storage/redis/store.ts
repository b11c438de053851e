import type { ClaimedEvent, ClaimRequest, Hand, InboundEvent, Receipt } from '../../ports/store/inbox.ts';
import type {
  Delivery,
  DeliveryClaim,
  DeliveryCounts,
  DeliverySearch,
  DeliveryState,
  DestinationSearch,
  HastenRequest,
  NextDelivery,
  Priority,
  SettledWithNext,
  Settlement,
} from '../../ports/store/outbox.ts';
import type {
  Page,
  RecordChange,
  RecordRead,
  RecordSearch,
  StoredRecord,
  WriteResult,
} from '../../ports/store/records.ts';
import type { TimerCancel, TimerSearch, WaitingTimer } from '../../ports/store/timers.ts';
import type { CommitResult, ConversationState, Turn, TurnHand } from '../../ports/store/turn.ts';
import type { Pruned, PruneRequest, Store, StoreHealth } from '../../ports/store.ts';
import { RedisInbox } from './inbox.ts';
import { RedisOutbox } from './outbox.ts';
import { RedisOutboxSearch } from './outbox-search.ts';
import type { Place } from './place.ts';
import { RedisRecords } from './records.ts';
import { RedisTimers } from './timers.ts';
import { Transfers } from './transfers.ts';
import { RedisTurns } from './turns.ts';
import { healthOf, prune } from './upkeep.ts';

/** The store that several processes share. @see openRedisStore */
export class RedisStore implements Store {
  /** What an operator should know about how the servers keep it. */
  readonly notes: readonly string[];
  readonly #place: Place;
  readonly #inbox: RedisInbox;
  readonly #transfers: Transfers;
  readonly #turns: RedisTurns;
  readonly #records: RedisRecords;
  readonly #outbox: RedisOutbox;
  readonly #deliveries: RedisOutboxSearch;
  readonly #timers: RedisTimers;

  constructor(place: Place, notes: readonly string[]) {
    this.notes = notes;
    this.#place = place;
    this.#inbox = new RedisInbox(place);
    this.#transfers = new Transfers(place);
    this.#turns = new RedisTurns(place, this.#transfers);
    this.#records = new RedisRecords(place, this.#transfers);
    this.#outbox = new RedisOutbox(place);
    this.#deliveries = new RedisOutboxSearch(place);
    this.#timers = new RedisTimers(place);
  }

  /** How many requests were made of Redis since it was opened. */
  get operations(): number {
    return this.#place.link.operations;
  }

  receive(event: InboundEvent, hand?: Hand): Promise<Receipt> {
    return this.#inbox.receive(event, hand);
  }

  claimEvents(request: ClaimRequest): Promise<readonly ClaimedEvent[]> {
    return this.#inbox.claim(request);
  }

  postponeEvent(id: string, until: number): Promise<void> {
    return this.#inbox.postpone(id, until);
  }

  async ringTimers({ now, limit }: { now: number; limit: number }): Promise<number> {
    // Among what a crash left on its way there may be timers.
    await this.#transfers.relayAll();
    return this.#inbox.ring(now, limit);
  }

  async hastenAll(now: number): Promise<number> {
    return (await this.#inbox.hasten(now)) + (await this.#outbox.hastenAll(now));
  }

  findTimers(search: TimerSearch): Promise<Page<WaitingTimer>> {
    return this.#timers.find(search);
  }

  nextTimer(): Promise<number | null> {
    return this.#timers.next();
  }

  cancelTimer(cancel: TimerCancel): Promise<WaitingTimer | null> {
    return this.#timers.cancel(cancel);
  }

  load(conversation: string): Promise<ConversationState | null> {
    return this.#turns.load(conversation);
  }

  commit(turn: Turn, hand?: TurnHand): Promise<CommitResult> {
    return this.#turns.commit(turn, hand);
  }

  writeRecords(changes: readonly RecordChange[]): Promise<WriteResult> {
    return this.#records.write(changes);
  }

  record(key: RecordRead): Promise<StoredRecord | null> {
    return this.#records.get(key);
  }

  findRecords(search: RecordSearch): Promise<Page<StoredRecord>> {
    return this.#records.find(search);
  }

  claimDeliveries(request: DeliveryClaim): Promise<readonly Delivery[]> {
    return this.#outbox.claim(request);
  }

  nextDue({ now, priority }: { now: number; priority?: Priority }): Promise<number | null> {
    return this.#outbox.nextDue(now, priority);
  }

  begin(request: { readonly id: string; readonly attempt: number }): Promise<'begun' | 'stale'> {
    return this.#outbox.begin(request);
  }

  settle(settlement: Settlement): Promise<'settled' | 'stale'> {
    return this.#outbox.settle(settlement);
  }

  settleAndNext(settlement: Settlement, destination: string, hand: Hand): Promise<SettledWithNext> {
    return this.#outbox.settleAndNext(settlement, destination, hand);
  }

  claimNext(destination: string, priority: Priority, hand: Hand): Promise<NextDelivery> {
    return this.#outbox.claimNext(destination, priority, hand);
  }

  hasten(request: HastenRequest): Promise<number> {
    return this.#outbox.hasten(request);
  }

  async recover({ worker, now }: { worker: string | null; now: number }): Promise<readonly Delivery[]> {
    await this.#transfers.relayAll();
    if (worker !== null) await this.#inbox.release(worker);
    return this.#outbox.interrupted(worker, now);
  }

  delivery(id: string): Promise<Delivery | null> {
    return this.#deliveries.get(id);
  }

  findDeliveries(search: DeliverySearch): Promise<Page<Delivery>> {
    return this.#deliveries.find(search);
  }

  countDeliveries(batch: string): Promise<DeliveryCounts> {
    return this.#deliveries.count(batch);
  }

  findDestinations(search: DestinationSearch): Promise<Page<string>> {
    return this.#deliveries.destinations(search);
  }

  latestDelivery({
    topic,
    destination,
    states,
  }: {
    topic: string;
    destination: string;
    states: readonly DeliveryState[];
  }): Promise<Delivery | null> {
    return this.#deliveries.latest(topic, destination, states);
  }

  health(): Promise<StoreHealth> {
    return healthOf(this.#place);
  }

  prune(request: PruneRequest): Promise<Pruned> {
    return prune(this.#place, request);
  }

  close(): Promise<void> {
    return this.#place.link.close();
  }
}
