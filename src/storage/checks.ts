import { StoreError } from '../ports/store/error.ts';
import type { Json } from '../ports/store/json.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';

// Checks that every backend makes before it begins, so that all refuse the same things with the same words.

/** Ids, keys and names: well-formed text that no backend changes on its way. */
export function checkKey(what: string, value: string): string {
  const { keyCharacters } = STORE_LIMITS;
  if (value.length === 0 || value.length > keyCharacters)
    throw new StoreError('invalid', `${what} has ${value.length} characters; it takes 1 to ${keyCharacters}`);
  if (!value.isWellFormed() || hasControls(value))
    throw new StoreError('invalid', `${what} holds control characters or half a character`);
  return value;
}

/** A body as it is kept. */
export function encodeBody(what: string, value: Json, maxBytes: number): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new StoreError('invalid', `${what} is no JSON value`);
  // No character takes more than three bytes for each of its parts.
  const bytes = text.length * 3 <= maxBytes ? 0 : Buffer.byteLength(text);
  if (bytes > maxBytes)
    throw new StoreError('too-large', `${what} takes ${bytes} bytes; at most ${maxBytes}`);
  return text;
}

/** An instant in whole ms. */
export function checkInstant(what: string, value: number): number {
  if (!Number.isSafeInteger(value)) throw new StoreError('invalid', `${what} is no instant in whole ms`);
  return value;
}

/** A whole number within bounds. */
export function checkCount(what: string, value: number, max: number, min = 1): number {
  if (!Number.isInteger(value) || value < min || value > max)
    throw new StoreError('invalid', `${what} is ${value}; it takes a whole number from ${min} to ${max}`);
  return value;
}

/** No more entries than fit. */
export function checkLength<T>(what: string, list: readonly T[], max: number): readonly T[] {
  if (list.length > max) throw new StoreError('too-large', `${list.length} ${what}; at most ${max}`);
  return list;
}

/** A reason for people: cut, never refused. */
export function reasonOf(text: string): string {
  return text.toWellFormed().slice(0, STORE_LIMITS.reasonCharacters);
}

/** The reserved beginning of events that are timers. */
export const TIMER_PREFIX = 'timer:';

function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 127) return true;
  }
  return false;
}
