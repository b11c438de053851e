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
  /** Whether all of its messages were taken: then nobody has to look for them. */
  readonly allTaken: boolean;
}

/**
 * Hands over what a turn's commit makes ready, in the commit's own step: its first message to whoever sends, and the next
 * event of its conversation to whoever asks for it here. To write down that something waits, look for it and write down
 * that it is taken costs a third of all that the store does.
 */
export class Handover {
  readonly #parts: HandoverParts;
  /** Events in work, and what came of their commit; null: nothing yet, or the next of its conversation was not to be taken. */
  readonly #following = new Map<string, { readonly mayFollow: MayFollow; committed: Committed | null }>();

  constructor(parts: HandoverParts) {
    this.#parts = parts;
  }

  /** With this event's commit the next of its conversation is taken, if it may follow then. */
  begin(event: string, mayFollow: MayFollow): void {
    this.#following.set(event, { mayFollow, committed: null });
  }

  /** @returns what became ready with its commit; null where that is not known */
  end(event: string): Committed | null {
    const committed = this.#following.get(event)?.committed ?? null;
    this.#following.delete(event);
    return committed;
  }

  /** @see Conversations.commit */
  async commit(turn: Turn): Promise<CommitResult> {
    const { store, hand, reserve } = this.#parts;
    const { deliveries = [] } = turn;
    const slot = deliveries.some(isAwaited) ? reserve() : null;
    const following = this.#following.get(turn.event);
    const next = following?.mayFollow() ?? false;
    let taken: Delivery | null = null;
    try {
      const result = await store.commit(turn, { ...hand(), next, deliveries: slot === null ? 0 : 1 });
      if (result.outcome !== 'committed' || result.handed === undefined) return result;
      const { handed } = result;
      [taken = null] = handed.deliveries;
      const allTaken = handed.deliveries.length === deliveries.length;
      if (next && following !== undefined) following.committed = { next: handed.next, allTaken };
      return result;
    } finally {
      slot?.(taken);
    }
  }
}

function isAwaited({ priority = 0 }: NewDelivery): boolean {
  return priority === 0;
}
