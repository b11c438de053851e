import type { Hand } from '../../ports/store/inbox.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import {
  type Delivery,
  type DeliveryClaim,
  type HastenRequest,
  type NextDelivery,
  PRIORITIES,
  type Priority,
  type SettledWithNext,
  type Settlement,
  type WaitingDelivery,
} from '../../ports/store/outbox.ts';
import { checkCount, checkInstant, checkKey, encodeBody, reasonOf } from '../checks.ts';
import { checkClaim, checkHand, type Held } from '../requests.ts';
import { deliveryOf, numberOfDelivery } from './delivery-reply.ts';
import { handWords } from './inbox.ts';
import type { Reply } from './link.ts';
import type { Memory } from './memory.ts';
import type { Place } from './place.ts';
import { listOf, numberOf, textOf } from './replies.ts';

/** Deliveries, from commit until they are settled. */
export class RedisOutbox {
  readonly #place: Place;
  /** At which partition the next looking round begins. */
  #turn = 0;
  /** When the next becomes due of what was claimed last, and how many requests had been made by then. */
  #due: { now: number; priority: Priority; due: number | null; operations: number } | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  async claim(request: DeliveryClaim): Promise<readonly Delivery[]> {
    const { limit, ...held } = checkClaim(request);
    const priorities = request.priority === undefined ? PRIORITIES : [request.priority];
    const claimed: (readonly Reply[])[] = [];
    for (const priority of priorities)
      if (claimed.length < limit)
        claimed.push(...(await this.#claim(priority, held, limit - claimed.length)));
    return inOrder(claimed);
  }

  async #claim(priority: Priority, held: Held, limit: number): Promise<(readonly Reply[])[]> {
    const { link, all } = this.#place;
    const begin = this.#turn++ % all.length;
    const claimed: (readonly Reply[])[] = [];
    const dues: Reply[] = [];
    for (const { number, memory } of [...all.slice(begin), ...all.slice(0, begin)]) {
      if (claimed.length === limit) return claimed;
      const words = { ...handWords(held), priority: String(priority), seen: memory.seen };
      const asked = JSON.stringify({ ...words, limit: limit - claimed.length });
      const [found, due, changed] = listOf(await link.run('claimDeliveries', number, asked));
      this.#hear(memory, changed);
      claimed.push(...listOf(found).map(listOf));
      dues.push(due ?? null);
    }
    this.#due = { now: held.now, priority, due: earliest(dues), operations: link.operations };
    return claimed;
  }

  async nextDue(now: number, priority?: Priority): Promise<number | null> {
    const { link } = this.#place;
    const known = this.#due;
    // Whoever found nothing asks for this next: it was said with that, if nothing was asked since.
    if (known?.now === now && known.priority === priority && known.operations === link.operations)
      return known.due;
    const asked = priority === undefined ? PRIORITIES : [priority];
    return earliest(await this.#place.each('nextDue', checkInstant('now', now), ...asked));
  }

  async begin({
    id,
    attempt,
  }: {
    readonly id: string;
    readonly attempt: number;
  }): Promise<'begun' | 'stale'> {
    const answer = await this.#place.find(id, isThere, 'begin', id, attempt);
    return answer === 1 ? 'begun' : 'stale';
  }

  async settle(settlement: Settlement): Promise<'settled' | 'stale'> {
    const known = (answer: Reply): boolean => listOf(answer)[0] !== 'unknown';
    const answer = await this.#place.find(settlement.id, known, 'settle', ...settlementWords(settlement));
    return outcomeOf(listOf(answer)[0]);
  }

  async settleAndNext(settlement: Settlement, destination: string, hand: Hand): Promise<SettledWithNext> {
    const { number, memory } = this.#place.ofName(checkKey('destination', destination));
    const more = { destination, hand: handWords(checkHand(hand)), seen: memory.seen };
    const answer = await this.#place.link.run('settle', number, ...settlementWords(settlement, more));
    const [outcome, next, waits, changed] = listOf(answer);
    this.#hear(memory, changed);
    const taken = next === null ? null : deliveryOf(listOf(next));
    return { outcome: outcomeOf(outcome), next: taken, waits: waits === 1 };
  }

  async claimNext(destination: string, priority: Priority, hand: Hand): Promise<NextDelivery> {
    const { number, memory } = this.#place.ofName(checkKey('destination', destination));
    const words = JSON.stringify({ ...handWords(checkHand(hand)), seen: memory.seen });
    const answer = await this.#place.link.run('claimNext', number, words, destination, priority);
    const [taken, waits, changed] = listOf(answer);
    this.#hear(memory, changed);
    return {
      next: taken === null ? null : deliveryOf(listOf(taken)),
      waits: waits === null ? null : waitingOf(destination, listOf(waits)),
    };
  }

  /** Whoever sends a message reads what it is about: that must be what whoever made the message had written. */
  #hear(memory: Memory, changed: Reply | undefined): void {
    if (changed === null || changed === undefined) return;
    this.#place.doubtAll();
    memory.hear(changed);
  }

  async hasten({ destinations, now, restMs }: HastenRequest): Promise<number> {
    checkCount('restMs', restMs, Number.MAX_SAFE_INTEGER, 0);
    return this.#hasten(now, restMs, checkKey('destinations', destinations));
  }

  /** @returns how many need wait no longer */
  hastenAll(now: number): Promise<number> {
    // Whenever they were last tried.
    return this.#hasten(now, Number.MIN_SAFE_INTEGER, '');
  }

  async #hasten(now: number, restMs: number, destinations: string): Promise<number> {
    const counts = await this.#place.each('hasten', checkInstant('now', now), restMs, destinations);
    return counts.reduce<number>((sum, count) => sum + numberOf(count), 0);
  }

  /** What a worker, or anybody whose lease has run out, was sending. */
  async interrupted(worker: string | null, now: number): Promise<readonly Delivery[]> {
    const asked = worker === null ? [] : [worker];
    const found = await this.#place.each('interrupted', checkInstant('now', now), ...asked);
    return inOrder(found.flatMap((each) => listOf(each).map(listOf)));
  }
}

/** A settlement as the script takes it. */
function settlementWords(settlement: Settlement, more: object = {}): string[] {
  const { id, attempt, state, reason, now, receipt } = settlement;
  const { notBefore, tries, unsure } = state === 'pending' ? settlement : {};
  const words = {
    ...{ id, attempt: String(attempt), state, reason: reasonOf(reason) },
    now: String(checkInstant('now', now)),
    ...(notBefore !== undefined && { notBefore: String(checkInstant('notBefore', notBefore)) }),
    ...(tries !== undefined && { tries: String(checkCount('tries', tries, Number.MAX_SAFE_INTEGER, 0)) }),
    ...(unsure !== undefined && { unsure: unsure ? '1' : '0' }),
    ...more,
  };
  const body = receipt === undefined ? [] : [encodeBody('a receipt', receipt, STORE_LIMITS.deliveryBytes)];
  return [JSON.stringify(words), ...body];
}

function outcomeOf(outcome: Reply | undefined): 'settled' | 'stale' {
  return textOf(outcome) === 'settled' ? 'settled' : 'stale';
}

function waitingOf(destination: string, [id, priority, notBefore]: readonly Reply[]): WaitingDelivery {
  const which = { id: textOf(id), destination, priority: numberOf(priority) as Priority };
  return { ...which, notBefore: numberOf(notBefore) };
}

const isThere = (answer: Reply): boolean => answer !== null;

/** The earliest of some instants; null: there is none. */
export function earliest(instants: readonly Reply[]): number | null {
  const known = instants.filter(isThere).map(numberOf);
  return known.length === 0 ? null : Math.min(...known);
}

function inOrder(deliveries: (readonly Reply[])[]): Delivery[] {
  return deliveries.sort((a, b) => numberOfDelivery(a) - numberOfDelivery(b)).map(deliveryOf);
}
