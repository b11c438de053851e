import { StoreError } from '../../ports/store/error.ts';
import type { Json } from '../../ports/store/json.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { CommitResult, ConversationState, Handed, Turn, TurnHand } from '../../ports/store/turn.ts';
import { BoundedMap } from '../bounded-map.ts';
import { checkInstant, checkLength, encodeBody } from '../checks.ts';
import type { Database } from './database.ts';
import type { InboxTable } from './inbox.ts';
import type { AppendedDeliveries, OutboxTable } from './outbox.ts';
import type { RecordTable } from './records.ts';
import { numberOf, textOf } from './rows.ts';
import type { TimerTable } from './timers.ts';

/** How many states of conversations are kept beside the file, and of how many characters of JSON. */
export const STATE_CACHE_LIMITS = { entries: 5000, size: 8_000_000 } as const;

/** The tables that a turn writes into. */
interface TurnParts {
  readonly inbox: InboxTable;
  readonly records: RecordTable;
  readonly outbox: OutboxTable;
  readonly timers: TimerTable;
}

/** Conversations, and the commit that ties all tables together. Each method is one step of a transaction. */
export class TurnTable {
  readonly #database: Database;
  readonly #inbox: InboxTable;
  readonly #records: RecordTable;
  readonly #outbox: OutboxTable;
  readonly #timers: TimerTable;
  /** What was read or written lately, as JSON. All writing goes through here. */
  readonly #states = new BoundedMap<{ readonly version: number; readonly text: string }>(STATE_CACHE_LIMITS);

  constructor(database: Database, { inbox, records, outbox, timers }: TurnParts) {
    this.#database = database;
    this.#inbox = inbox;
    this.#records = records;
    this.#outbox = outbox;
    this.#timers = timers;
  }

  load(conversation: string): ConversationState | null {
    const kept = this.#states.get(conversation);
    if (kept !== undefined) return { version: kept.version, state: JSON.parse(kept.text) as Json };
    const row = this.#database.get('SELECT version, state FROM conversation WHERE id = ?', conversation);
    if (row === undefined) return null;
    const [version, text] = [numberOf(row, 'version'), textOf(row, 'state')];
    this.#states.set(conversation, { version, text }, text.length);
    return { version, state: JSON.parse(text) as Json };
  }

  /** Nothing that is kept is sure any more: a step was undone, or another program wrote into the file. */
  forget(): void {
    this.#states.clear();
  }

  commit(turn: Turn, hand?: TurnHand): CommitResult {
    const records = checkLength('record changes', turn.records ?? [], STORE_LIMITS.changesPerTurn);
    const deliveries = checkLength('deliveries', turn.deliveries ?? [], STORE_LIMITS.changesPerTurn);
    const timers = checkLength('timer changes', turn.timers ?? [], STORE_LIMITS.changesPerTurn);
    checkInstant('at', turn.at);
    const conflict = this.#behind(turn) ?? this.#outdated(records);
    // What was processed, or is none of its conversation's, is told before any conflict.
    if (conflict !== null) return this.#refusal(turn) ?? conflict;
    if (!this.#end(turn)) return this.#refusal(turn) ?? unknownEvent(turn);
    this.#keep(turn);
    for (const change of records) this.#records.apply(change);
    const appended = this.#outbox.appendAll(deliveries, turn.at, hand);
    for (const change of timers) this.#timers.change(change);
    const version = turn.expected + 1;
    if (hand === undefined) return { outcome: 'committed', version };
    return { outcome: 'committed', version, handed: this.#handed(turn, hand, appended) };
  }

  #handed({ conversation }: Turn, hand: TurnHand, { taken, areBehind }: AppendedDeliveries): Handed {
    const next = hand.next ? this.#inbox.next(conversation, hand) : null;
    return { next, deliveries: taken, ...(areBehind && { areBehind }) };
  }

  /** Marks the event as processed. @returns whether it waited for that, in this conversation */
  #end({ event, conversation, at }: Turn): boolean {
    const ended = this.#database.run(
      `UPDATE inbox SET processed_at = ?, body = NULL, worker = NULL
       WHERE id = ? AND conversation = ? AND processed_at IS NULL`,
      ...[at, event, conversation],
    );
    return ended === 1;
  }

  /** Why an event takes no turn; null: it waits for one. */
  #refusal(turn: Turn): CommitResult | null {
    const event = this.#database.get(
      'SELECT conversation, processed_at IS NOT NULL AS done FROM inbox WHERE id = ?',
      turn.event,
    );
    if (event === undefined) return unknownEvent(turn);
    if (textOf(event, 'conversation') !== turn.conversation)
      throw new StoreError('invalid', `the event ${turn.event} belongs to another conversation`);
    return numberOf(event, 'done') === 1 ? { outcome: 'already-processed' } : null;
  }

  #behind({ conversation, expected }: Turn): CommitResult | null {
    const version = this.#states.get(conversation)?.version ?? this.#versionOf(conversation);
    return version === expected ? null : { outcome: 'conflict', on: 'conversation', version };
  }

  #versionOf(conversation: string): number {
    const row = this.#database.get('SELECT version FROM conversation WHERE id = ?', conversation);
    return row === undefined ? 0 : numberOf(row, 'version');
  }

  #outdated(records: readonly RecordChange[]): CommitResult | null {
    const outdated = this.#records.outdated(records);
    return outdated === null ? null : { ...outdated, on: 'record' };
  }

  #keep(turn: Turn): void {
    const state = encodeBody('the state of a conversation', turn.state, STORE_LIMITS.stateBytes);
    this.#database.run(
      `INSERT INTO conversation (id, version, state, changed_at) VALUES (?, 1, ?, ?)
       ON CONFLICT (id) DO UPDATE SET version = version + 1, state = excluded.state, changed_at = excluded.changed_at`,
      ...[turn.conversation, state, turn.at],
    );
    this.#states.set(turn.conversation, { version: turn.expected + 1, text: state }, state.length);
  }
}

function unknownEvent({ event }: Turn): never {
  throw new StoreError('unknown-event', `the event ${event} was never received, or is pruned`);
}
