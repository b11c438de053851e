import type { ClaimedEvent, ClaimRequest, Hand, InboundEvent, Receipt } from '../ports/store/inbox.ts';
import type { Store } from '../ports/store.ts';
import type { Processed } from './event-worker.ts';
import type { Committed, Handover } from './handover.ts';
import { type Follow, type MayFollow, Pump, type PumpParts, UNKNOWN } from './pump.ts';

/** What processing events works with. */
export interface EventPumpParts extends Omit<PumpParts<ClaimedEvent>, 'claim' | 'work' | 'room'> {
  readonly store: Pick<Store, 'claimEvents' | 'receive'>;
  readonly hand: () => Hand;
  readonly request: (limit: number) => ClaimRequest;
  readonly process: (event: ClaimedEvent) => Promise<Processed>;
  readonly handover: Handover;
  /** Told of what came of an event, and what became ready with its commit. */
  readonly processed: (event: ClaimedEvent, done: Processed, ready: Committed | null) => Promise<void>;
}

/** Events that are held and wait for a slot in memory, besides those in work; others wait in the store. */
const HANDED = 512;

/** Keeps events going: those that came in are handed over to it, and so is what follows them. */
export class EventPump {
  readonly #parts: EventPumpParts;
  readonly #pump: Pump<ClaimedEvent>;

  constructor(parts: EventPumpParts) {
    this.#parts = parts;
    this.#pump = new Pump({
      ...parts,
      room: HANDED,
      claim: (limit) => parts.store.claimEvents(parts.request(limit)),
      work: (event, mayFollow) => this.#work(event, mayFollow),
    });
  }

  /** How many were processed since it was made. */
  get done(): number {
    return this.#pump.done;
  }

  /** Keeps an event, and holds it where there is a place for it. */
  async receive(event: InboundEvent): Promise<Receipt> {
    const { store, hand } = this.#parts;
    const slot = this.#pump.reserve();
    let handed: ClaimedEvent | null = null;
    try {
      const receipt = await store.receive(event, slot === null ? undefined : hand());
      // Behind another one of its conversation it is taken by whoever has that: to ask for it would only keep others from their places.
      if (receipt.outcome === 'new') handed = receipt.handed ?? null;
      if (slot === null) this.wake();
      return receipt;
    } finally {
      slot?.(handed);
    }
  }

  wake(): void {
    this.#pump.wake();
  }

  /** Resolves when nothing is under way, and nothing more can be begun now. */
  idle(): Promise<void> {
    return this.#pump.idle();
  }

  /** Ends what was begun, and begins nothing more. */
  stop(): Promise<void> {
    return this.#pump.stop();
  }

  /** One event to its commit, and what is known to follow it. */
  async #work(event: ClaimedEvent, mayFollow: MayFollow): Promise<Follow<ClaimedEvent>> {
    const { process, processed, handover, failed } = this.#parts;
    handover.begin(event.id, mayFollow);
    let done: Processed;
    try {
      done = await process(event);
    } catch (cause) {
      handover.end(event.id);
      throw cause;
    }
    const committed = handover.end(event.id);
    // What follows is held already: a store that cannot be used now must not lose it.
    await processed(event, done, committed).catch(failed);
    return committed?.isNextKnown ? { next: committed.next, mayWait: false } : UNKNOWN;
  }
}
