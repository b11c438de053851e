import type { ClaimedEvent, ClaimRequest, Hand, InboundEvent, Receipt } from '../../ports/store/inbox.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import { checkCount, checkInstant, TIMER_PREFIX } from '../checks.ts';
import { checkClaim, checkEvent, checkHand, type Held } from '../requests.ts';
import type { Reply } from './link.ts';
import { hearHanded } from './memory.ts';
import type { Partition, Place } from './place.ts';
import { jsonOf, listOf, numberOf, textOf } from './replies.ts';

/** Events, from arrival until they are processed. */
export class RedisInbox {
  readonly #place: Place;
  /** At which partition the next looking round begins, so that none waits for the others for ever. */
  #turn = 0;

  constructor(place: Place) {
    this.#place = place;
  }

  async receive(event: InboundEvent, hand?: Hand): Promise<Receipt> {
    const { keys, body } = checkEvent(event);
    const { id, conversation } = event;
    const { number, memory } = this.#place.ofName(conversation);
    const words = {
      ...{ id, conversation, keys, receivedAt: String(event.receivedAt), seen: memory.seen },
      version: memory.keptState(conversation)?.version ?? '',
      ...(hand !== undefined && { hand: handWords(checkHand(hand)) }),
    };
    const answer = listOf(await this.#place.link.run('receive', number, JSON.stringify(words), body));
    if (answer[0] === 'duplicate') {
      const of = { id: textOf(answer[2]), receivedAt: numberOf(answer[3]) };
      return { outcome: 'duplicate', by: answer[1] === 'id' ? 'id' : 'key', of };
    }
    if (hand === undefined) return { outcome: 'new' };
    return { outcome: 'new', handed: handedEvent(this.#place.at(number), answer[1], answer[2]) };
  }

  async claim(request: ClaimRequest): Promise<readonly ClaimedEvent[]> {
    const { limit, ...held } = checkClaim(request);
    const { all } = this.#place;
    const begin = this.#turn++ % all.length;
    const claimed: ClaimedEvent[] = [];
    for (const part of [...all.slice(begin), ...all.slice(0, begin)])
      if (claimed.length < limit) claimed.push(...(await this.#claim(part, held, limit - claimed.length)));
    return claimed;
  }

  async #claim(part: Partition, held: Held, limit: number): Promise<ClaimedEvent[]> {
    const words = JSON.stringify({ ...handWords(held), limit, seen: part.memory.seen });
    const [events, changed] = listOf(await this.#place.link.run('claimEvents', part.number, words));
    const found = listOf(events);
    if (found.length === 0) return [];
    // Somebody may have made them after looking at other partitions.
    this.#place.doubtAll();
    part.memory.hear(changed);
    return found.map((event) => claimedEvent(part, listOf(event)));
  }

  async postpone(id: string, until: number): Promise<void> {
    const known = (answer: Reply): boolean => answer === 1;
    await this.#place.find(nameOf(id), known, 'postponeEvent', id, checkInstant('until', until));
  }

  /** Voids the claims of a worker. */
  async release(worker: string): Promise<void> {
    await this.#place.each('releaseEvents', worker);
  }

  /** @returns how many events need wait no longer */
  async hasten(now: number): Promise<number> {
    const counts = await this.#place.each('hastenEvents', checkInstant('now', now));
    return counts.reduce<number>((sum, count) => sum + numberOf(count), 0);
  }

  /** @returns how many timers became events */
  async ring(now: number, limit: number): Promise<number> {
    checkInstant('now', now);
    checkCount('limit', limit, STORE_LIMITS.claimSize);
    let rung = 0;
    for (const { number } of this.#place.all) {
      if (rung === limit) break;
      rung += numberOf(await this.#place.link.run('ringTimers', number, now, limit - rung, TIMER_PREFIX));
    }
    return rung;
  }
}

/** A hand as the scripts take it. */
export function handWords({ worker, now, leasedUntil }: Held): Record<string, string> {
  return { worker, now: String(now), leasedUntil: String(leasedUntil) };
}

/** An event that a step handed over, if it did. */
export function handedEvent(
  part: Partition,
  event: Reply | undefined,
  changed: Reply | undefined,
): ClaimedEvent | null {
  if (changed !== null && changed !== undefined) part.memory.hear(changed);
  return event === null || event === undefined ? null : claimedEvent(part, listOf(event));
}

function claimedEvent({ memory }: Partition, event: readonly Reply[]): ClaimedEvent {
  hearHanded(memory, event);
  const [id, conversation, receivedAt, body, attempt, dueAt] = event;
  return {
    ...{ id: textOf(id), conversation: textOf(conversation), receivedAt: numberOf(receivedAt) },
    ...{ body: jsonOf(body), attempt: numberOf(attempt) },
    ...(dueAt !== null && { dueAt: numberOf(dueAt) }),
  };
}

/** An event of a timer is called as the timer is, which is called as its conversation is. */
function nameOf(id: string): string {
  return id.startsWith(TIMER_PREFIX) ? id.slice(id.indexOf(':', TIMER_PREFIX.length) + 1) : id;
}
