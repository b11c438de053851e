import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Page } from '../../ports/store/records.ts';
import type { TimerCancel, TimerSearch, WaitingTimer } from '../../ports/store/timers.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { checkCount, checkKey } from '../checks.ts';
import { checkTimerChange, notNext } from '../requests.ts';
import type { Database } from './database.ts';
import { jsonOf, numberOf, type Row, textOf, textOrNull } from './rows.ts';

const COLUMNS = 'seq, id, conversation, organisation, kind, due_at, body';

/** What is due later. Each method is one step of a transaction. */
export class TimerTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  change(change: TimerChange): void {
    const body = checkTimerChange(change);
    // A timer that is set anew gets a new number, and with it the event that it becomes a new id.
    this.#database.run('DELETE FROM timer WHERE id = ?', change.id);
    if (change.change === 'cancel' || body === null) return;
    this.#database.run(
      'INSERT INTO timer (id, conversation, due_at, body) VALUES (?, ?, ?, ?)',
      ...[change.id, change.conversation, change.dueAt, body],
    );
  }

  find({ id, organisation, kind, conversation, ...search }: TimerSearch): Page<WaitingTimer> {
    const limit = checkCount('limit', search.limit, STORE_LIMITS.pageSize);
    const [dueAt, seq] = cursorOf(search.after);
    const asked = Object.entries({ id, conversation, organisation, kind }).filter(
      ([, value]) => value !== undefined,
    );
    const rows = this.#database.all(
      `SELECT ${COLUMNS} FROM timer
       WHERE ${asked.map(([column]) => `${column} = ? AND `).join('')}(due_at, seq) > (?, ?)
       ORDER BY due_at, seq LIMIT ?`,
      ...[...asked.map(([, value]) => value ?? ''), dueAt, seq, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return {
      items: items.map(waiting),
      next: isMore ? `${numberOf(last, 'due_at')}/${numberOf(last, 'seq')}` : null,
    };
  }

  next(): number | null {
    const dueAt = this.#database.get('SELECT min(due_at) AS due_at FROM timer')?.due_at;
    return typeof dueAt === 'number' ? dueAt : null;
  }

  cancel({ id, organisation, dueAt }: TimerCancel): WaitingTimer | null {
    const row = this.#database.get(`SELECT ${COLUMNS} FROM timer WHERE id = ?`, checkKey('id', id));
    if (row === undefined) return null;
    const timer = waiting(row);
    if (timer.organisation !== organisation || (dueAt !== undefined && timer.dueAt !== dueAt)) return null;
    this.#database.run('DELETE FROM timer WHERE seq = ?', numberOf(row, 'seq'));
    return timer;
  }
}

function waiting(row: Row): WaitingTimer {
  return {
    id: textOf(row, 'id'),
    conversation: textOf(row, 'conversation'),
    organisation: textOf(row, 'organisation'),
    kind: textOrNull(row, 'kind'),
    dueAt: numberOf(row, 'due_at'),
    body: jsonOf(row, 'body'),
  };
}

/** Where to go on: after which instant, and which timer of it. */
function cursorOf(after: string | undefined): [number, number] {
  if (after === undefined) return [Number.MIN_SAFE_INTEGER, 0];
  const [, dueAt, seq] = /^(-?\d{1,16})\/(\d{1,16})$/.exec(after) ?? [];
  if (dueAt === undefined || seq === undefined) throw notNext();
  return [Number(dueAt), Number(seq)];
}
