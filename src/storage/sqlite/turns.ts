import { StoreError } from '../../ports/store/error.ts';
import type { Json } from '../../ports/store/json.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { CommitResult, ConversationState, Turn } from '../../ports/store/turn.ts';
import { checkInstant, checkLength, encodeBody } from '../checks.ts';
import { BoundedMap } from './bounded-map.ts';
import type { Database } from './database.ts';
import type { OutboxTable } from './outbox.ts';
import type { RecordTable } from './records.ts';
import { numberOf, textOf } from './rows.ts';
import type { TimerTable } from './timers.ts';

/** How many states of conversations are kept beside the file, and of how many characters of JSON. */
export const STATE_CACHE_LIMITS = { entries: 5000, size: 8_000_000 } as const;

/** Conversations, and the commit that ties all tables together. Each method is one step of a transaction. */
export class TurnTable {
  readonly #database: Database;
  readonly #records: RecordTable;
  readonly #outbox: OutboxTable;
  readonly #timers: TimerTable;
  /** What was read or written lately, as JSON. All writing goes through here. */
  readonly #states = new BoundedMap<{ readonly version: number; readonly text: string }>(STATE_CACHE_LIMITS);

  constructor(database: Database, records: RecordTable, outbox: OutboxTable, timers: TimerTable) {
    this.#database = database;
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

  commit(turn: Turn): CommitResult {
    const records = checkLength('record changes', turn.records ?? [], STORE_LIMITS.changesPerTurn);
    const deliveries = checkLength('deliveries', turn.deliveries ?? [], STORE_LIMITS.changesPerTurn);
    const timers = checkLength('timer changes', turn.timers ?? [], STORE_LIMITS.changesPerTurn);
    checkInstant('at', turn.at);
    const refusal = this.#processed(turn) ?? this.#behind(turn) ?? this.#outdated(records);
    if (refusal !== null) return refusal;
    this.#finish(turn);
    for (const change of records) this.#records.apply(change);
    for (const delivery of deliveries) this.#outbox.append(delivery, turn.at);
    for (const change of timers) this.#timers.change(change);
    return { outcome: 'committed', version: turn.expected + 1 };
  }

  #processed(turn: Turn): CommitResult | null {
    const event = this.#database.get(
      'SELECT conversation, processed_at IS NOT NULL AS done FROM inbox WHERE id = ?',
      turn.event,
    );
    if (event === undefined)
      throw new StoreError('unknown-event', `the event ${turn.event} was never received, or is pruned`);
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

  #finish(turn: Turn): void {
    const state = encodeBody('the state of a conversation', turn.state, STORE_LIMITS.stateBytes);
    this.#database.run(
      `INSERT INTO conversation (id, version, state, changed_at) VALUES (?, 1, ?, ?)
       ON CONFLICT (id) DO UPDATE SET version = version + 1, state = excluded.state, changed_at = excluded.changed_at`,
      ...[turn.conversation, state, turn.at],
    );
    this.#states.set(turn.conversation, { version: turn.expected + 1, text: state }, state.length);
    this.#database.run(
      'UPDATE inbox SET processed_at = ?, body = NULL, worker = NULL WHERE id = ?',
      ...[turn.at, turn.event],
    );
  }
}
