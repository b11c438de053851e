import { StoreError } from '../ports/store/error.ts';
import type { ClaimRequest, Hand, InboundEvent } from '../ports/store/inbox.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { NewDelivery } from '../ports/store/outbox.ts';
import type { RecordChange, RecordSearch } from '../ports/store/records.ts';
import type { TimerChange } from '../ports/store/turn.ts';
import { checkCount, checkInstant, checkKey, checkLength, encodeBody, TIMER_PREFIX } from './checks.ts';

// What is asked of a store, checked whole before any of it is done, and with its bodies as they are kept.

/** Who takes something, checked. */
export interface Held {
  readonly worker: string;
  readonly now: number;
  readonly leasedUntil: number;
}

export function checkHand({ worker, now, leaseMs }: Hand): Held {
  const leasedUntil = checkInstant('the end of the lease', checkInstant('now', now) + leaseMs);
  return { worker: checkKey('worker', worker), now, leasedUntil };
}

/** A request to take work, checked. */
export function checkClaim(request: ClaimRequest): Held & { readonly limit: number } {
  return { ...checkHand(request), limit: checkCount('limit', request.limit, STORE_LIMITS.claimSize) };
}

/** @returns its further signs, and its body */
export function checkEvent(event: InboundEvent): { readonly keys: readonly string[]; readonly body: string } {
  checkKey('the id of an event', event.id);
  checkKey('conversation', event.conversation);
  checkInstant('receivedAt', event.receivedAt);
  if (event.id.startsWith(TIMER_PREFIX))
    throw new StoreError('invalid', `the id of an event begins with "${TIMER_PREFIX}", which is reserved`);
  const keys = event.dedupeKeys ?? [];
  for (const key of keys) checkKey('a deduplication key', key);
  checkLength('deduplication keys', keys, STORE_LIMITS.dedupeKeys);
  return { keys, body: encodeBody('an event', event.body, STORE_LIMITS.eventBytes) };
}

/** @returns its body */
export function checkDelivery(delivery: NewDelivery): string {
  const { id, destination, kind, notBefore, batch = null, topic = null } = delivery;
  for (const [name, value] of Object.entries({ id, destination, kind }))
    checkKey(`a delivery’s ${name}`, value);
  for (const [name, value] of Object.entries({ batch, topic }))
    if (value !== null) checkKey(`a delivery’s ${name}`, value);
  checkInstant('notBefore', notBefore);
  return encodeBody('a delivery', delivery.body, STORE_LIMITS.deliveryBytes);
}

/** A record as it is to be written. */
export interface RecordText {
  /** Names and values. */
  readonly keys: readonly (readonly [string, string])[];
  readonly body: string;
}

/** @returns null for one that is to be deleted */
export function checkRecordChange(change: RecordChange): RecordText | null {
  const { organisation, kind, id } = change;
  for (const [name, value] of Object.entries({ organisation, kind, id }))
    checkKey(`a record’s ${name}`, value);
  if (change.change === 'delete') return null;
  checkInstant('at', change.at);
  const keys = checkLength('keys of a record', Object.entries(change.keys), STORE_LIMITS.recordKeys);
  for (const [name, value] of keys) checkKey(`the key ${checkKey('the name of a key', name)}`, value);
  return { keys, body: encodeBody('a record', change.body, STORE_LIMITS.recordBytes) };
}

/** @returns its body; null for one that is cancelled */
export function checkTimerChange(change: TimerChange): string | null {
  checkKey('the id of a timer', change.id);
  if (change.change === 'cancel') return null;
  checkKey('conversation', change.conversation);
  checkInstant('dueAt', change.dueAt);
  return encodeBody('a timer', change.body, STORE_LIMITS.timerBytes);
}

/** Where a page of records begins: after which instant, and which record of it; null: at the first of all. */
export function recordCursor({ after }: Pick<RecordSearch, 'after'>): readonly [number, string] | null {
  if (after === undefined) return null;
  const [, at, id] = /^(-?\d{1,16})\/(.+)$/.exec(after) ?? [];
  if (at === undefined || id === undefined) throw notNext();
  return [Number(at), id];
}

export const notNext = (): StoreError => new StoreError('invalid', 'after is no "next" of a page');
