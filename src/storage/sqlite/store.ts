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
import type { Pruned, PruneRequest, Store, StoreBackup, StoreHealth } from '../../ports/store.ts';
import { backupDatabase, backupFile } from './backup.ts';
import { Checkpoints } from './checkpoints.ts';
import { type Database, IN_MEMORY } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import { InboxTable } from './inbox.ts';
import { OutboxTable } from './outbox.ts';
import { OutboxSearch } from './outbox-search.ts';
import { RecordTable } from './records.ts';
import { TimerTable } from './timers.ts';
import { TurnTable } from './turns.ts';
import { healthOf, prune } from './upkeep.ts';
import { WalSync } from './wal-sync.ts';

/** 16 and 48 MB. */
const CHECKPOINTS = { movePages: 4000, endPages: 12_000 } as const;

/** The embedded store: one SQLite file, for one process. @see openSqliteStore */
export class SqliteStore implements Store, StoreBackup {
  readonly #database: Database;
  readonly #checkpoints: Checkpoints;
  readonly #disk: WalSync | null;
  readonly #writer: GroupCommit;
  readonly #released: () => void;
  readonly #inbox: InboxTable;
  readonly #records: RecordTable;
  readonly #outbox: OutboxTable;
  readonly #deliveries: OutboxSearch;
  readonly #timers: TimerTable;
  readonly #turns: TurnTable;

  /** @param released called when the database is closed */
  constructor(database: Database, released: () => void) {
    this.#database = database;
    this.#checkpoints = new Checkpoints(database, CHECKPOINTS);
    this.#disk =
      database.file === IN_MEMORY ? null : new WalSync(database.file, () => this.#checkpoints.look());
    this.#writer = new GroupCommit(database, this.#disk, () => this.#forget());
    this.#released = released;
    this.#inbox = new InboxTable(database);
    this.#records = new RecordTable(database);
    this.#outbox = new OutboxTable(database);
    this.#deliveries = new OutboxSearch(database);
    this.#timers = new TimerTable(database);
    this.#turns = new TurnTable(database, {
      ...{ inbox: this.#inbox, records: this.#records, outbox: this.#outbox, timers: this.#timers },
    });
  }

  receive(event: InboundEvent, hand?: Hand): Promise<Receipt> {
    return this.#writer.write(() => this.#inbox.receive(event, hand));
  }

  claimEvents(request: ClaimRequest): Promise<readonly ClaimedEvent[]> {
    return this.#writer.write(() => this.#inbox.claim(request));
  }

  postponeEvent(id: string, until: number): Promise<void> {
    return this.#writer.write(() => this.#inbox.postpone(id, until));
  }

  ringTimers({ now, limit }: { now: number; limit: number }): Promise<number> {
    return this.#writer.write(() => this.#inbox.ring(now, limit));
  }

  hastenAll(now: number): Promise<number> {
    return this.#writer.write(() => this.#inbox.hasten(now) + this.#outbox.hastenAll(now));
  }

  async findTimers(search: TimerSearch): Promise<Page<WaitingTimer>> {
    return this.#timers.find(search);
  }

  async nextTimer(): Promise<number | null> {
    return this.#timers.next();
  }

  cancelTimer(cancel: TimerCancel): Promise<WaitingTimer | null> {
    return this.#writer.write(() => this.#timers.cancel(cancel));
  }

  async load(conversation: string): Promise<ConversationState | null> {
    return this.#turns.load(conversation);
  }

  commit(turn: Turn, hand?: TurnHand): Promise<CommitResult> {
    return this.#writer.write(() => this.#turns.commit(turn, hand));
  }

  writeRecords(changes: readonly RecordChange[]): Promise<WriteResult> {
    return this.#writer.write(() => this.#records.write(changes));
  }

  async record(key: RecordRead): Promise<StoredRecord | null> {
    return this.#records.get(key);
  }

  async findRecords(search: RecordSearch): Promise<Page<StoredRecord>> {
    return this.#records.find(search);
  }

  claimDeliveries(request: DeliveryClaim): Promise<readonly Delivery[]> {
    return this.#writer.write(() => this.#outbox.claim(request));
  }

  hasten(request: HastenRequest): Promise<number> {
    return this.#writer.write(() => this.#outbox.hasten(request));
  }

  async nextDue({ now, priority }: { now: number; priority?: Priority }): Promise<number | null> {
    return this.#outbox.nextDue(now, priority);
  }

  begin(request: { readonly id: string; readonly attempt: number }): Promise<'begun' | 'stale'> {
    return this.#writer.write(() => this.#outbox.begin(request));
  }

  settle(settlement: Settlement): Promise<'settled' | 'stale'> {
    return this.#writer.write(() => this.#outbox.settle(settlement));
  }

  settleAndNext(settlement: Settlement, destination: string, hand: Hand): Promise<SettledWithNext> {
    return this.#writer.write(() => this.#outbox.settleAndNext(settlement, destination, hand));
  }

  claimNext(destination: string, priority: Priority, hand: Hand): Promise<NextDelivery> {
    return this.#writer.write(() => this.#outbox.claimNext(destination, priority, hand));
  }

  recover({ worker, now }: { worker: string | null; now: number }): Promise<readonly Delivery[]> {
    return this.#writer.write(() => {
      if (worker !== null) this.#inbox.release(worker);
      return this.#outbox.interrupted(worker, now);
    });
  }

  async delivery(id: string): Promise<Delivery | null> {
    return this.#deliveries.get(id);
  }

  async findDeliveries(search: DeliverySearch): Promise<Page<Delivery>> {
    return this.#deliveries.find(search);
  }

  async countDeliveries(batch: string): Promise<DeliveryCounts> {
    return this.#deliveries.count(batch);
  }

  async findDestinations(search: DestinationSearch): Promise<Page<string>> {
    return this.#deliveries.destinations(search);
  }

  async latestDelivery({
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
    return this.#writer.write(() => healthOf(this.#database));
  }

  prune(request: PruneRequest): Promise<Pruned> {
    return this.#writer.write(() => prune(this.#database, request));
  }

  backup(toFile: string): Promise<number> {
    const { file } = this.#database;
    // A connection of its own copies without holding up the service; what is in memory has only this one.
    return file === IN_MEMORY ? backupDatabase(this.#database, toFile) : backupFile(file, toFile);
  }

  async close(): Promise<void> {
    if (!this.#database.isOpen) return;
    await this.#checkpoints.stop();
    // Somebody else closed it meanwhile.
    if (!this.#database.isOpen) return;
    try {
      this.#writer.flush();
    } finally {
      // The last to close moves the write-ahead log into the file, so that the file alone is the store.
      this.#database.close();
      this.#forget();
      await this.#disk?.close();
      this.#released();
    }
  }

  /** What is kept of the file in memory is not sure any more. */
  #forget(): void {
    this.#records.forget();
    this.#turns.forget();
  }
}
