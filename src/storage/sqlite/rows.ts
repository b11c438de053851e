import type { SQLOutputValue } from 'node:sqlite';
import type { Json } from '../../ports/store/json.ts';

/** One row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`);
  return value;
}

export function jsonOf(row: Row, column: string): Json {
  return JSON.parse(textOf(row, column)) as Json;
}
