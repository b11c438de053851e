import type { ClaimedEvent, Hand } from '../ports/store/inbox.ts';
import type { Delivery, NewDelivery } from '../ports/store/outbox.ts';
import type { CommitResult, Turn } from '../ports/store/turn.ts';
import type { Store } from '../ports/store.ts';
import type { MayFollow, Slot } from './pump.ts';

/** What handing over is made of. */
export interface HandoverParts {
  readonly store: Pick<Store, 'commit'>;
  readonly hand: () => Hand;
  /** Keeps a place for a message that somebody waits for; null: none is free. */
  readonly reserve: () => Slot<Delivery> | null;
}

/** What became ready with an event's commit. */
export interface Committed {
  /** The next event of its conversation, held already. */
  readonly next: ClaimedEvent | null;
  /** Whether that was to be taken; else it is not known whether one waits. */
  readonly isNextKnown: boolean;
  /** Those of its messages that were taken: nobody has to look for them. */
  readonly taken: readonly Delivery[];
  /** Nor for the others. @see Handed.areBehind */
  readonly areBehind: boolean;
}

/** An event in work: whether the next of its conversation may be taken with its commit, and what came of that. */
interface InWork {
  readonly mayFollow: MayFollow;
  committed: Committed | null;
}

/**
 * Hands over what a turn's commit makes ready, in the commit's own step: its first message to whoever sends, and the next
 * event of its conversation to whoever asks for it here. To write down that something waits, look for it and write down
 * that it is taken costs a third of all that the store does.
 */
export class Handover {
  readonly #parts: HandoverParts;
  readonly #inWork = new Map<string, InWork>();

  constructor(parts: HandoverParts) {
    this.#parts = parts;
  }

  /** An event is begun. @param mayFollow asked at its commit: whether the next of its conversation is taken with it */
  begin(event: string, mayFollow: MayFollow): void {
    this.#inWork.set(event, { mayFollow, committed: null });
  }

  /** @returns what became ready with its commit; null where that is not known */
  end(event: string): Committed | null {
    const committed = this.#inWork.get(event)?.committed ?? null;
    this.#inWork.delete(event);
    return committed;
  }

  /** @see Conversations.commit */
  async commit(turn: Turn): Promise<CommitResult> {
    const { store, hand, reserve } = this.#parts;
    const { deliveries = [] } = turn;
    const slot = deliveries.some(isAwaited) ? reserve() : null;
    const inWork = this.#inWork.get(turn.event);
    const next = inWork?.mayFollow() ?? false;
    let taken: Delivery | null = null;
    try {
      const result = await store.commit(turn, { ...hand(), next, deliveries: slot === null ? 0 : 1 });
      if (result.outcome !== 'committed' || result.handed === undefined) return result;
      const { handed } = result;
      [taken = null] = handed.deliveries;
      if (inWork !== undefined)
        inWork.committed = {
          ...{ next: handed.next, isNextKnown: next },
          ...{ taken: handed.deliveries, areBehind: handed.areBehind === true },
        };
      return result;
    } finally {
      slot?.(taken);
    }
  }
}

function isAwaited({ priority = 0 }: NewDelivery): boolean {
  return priority === 0;
}

/** Whether all of a turn's messages are taken, or follow others that are. */
export function areInHand(deliveries: readonly NewDelivery[], ready: Committed | null): boolean {
  if (ready?.areBehind === true) return true;
  const destinations = new Set(ready?.taken.map(({ destination }) => destination));
  return deliveries.every(({ destination, priority = 0 }) => priority === 0 && destinations.has(destination));
}
