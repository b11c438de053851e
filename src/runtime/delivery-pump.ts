import type { Clock } from '../ports/clock.ts';
import type { ClaimRequest } from '../ports/store/inbox.ts';
import type { Delivery, Priority } from '../ports/store/outbox.ts';
import type { Store } from '../ports/store.ts';
import { Pump, type PumpParts, type Slot } from './pump.ts';
import { Waker } from './waker.ts';

/** What sending messages of one priority works with. */
export interface DeliveryPumpParts extends Omit<PumpParts<Delivery>, 'claim'> {
  readonly store: Pick<Store, 'claimDeliveries' | 'nextDue'>;
  readonly priority: Priority;
  readonly clock: Clock;
  readonly request: (limit: number) => ClaimRequest;
  /** Others see to what becomes due: it takes what was left lying for so long, in ms. Left out: all that is due. */
  readonly leftForMs?: number;
}

/** Keeps messages of one priority going, and wakes when one becomes due that was put off. */
export class DeliveryPump {
  readonly #pump: Pump<Delivery>;
  readonly #waker: Waker;

  constructor(parts: DeliveryPumpParts) {
    const { store, priority, request, alarm, clock, leftForMs } = parts;
    this.#waker = new Waker(alarm, clock, () => this.#pump.wake());
    this.#pump = new Pump({
      ...parts,
      claim: async (limit) => {
        const asked = request(limit);
        if (leftForMs !== undefined)
          return store.claimDeliveries({ ...asked, now: asked.now - leftForMs, priority });
        const claimed = await store.claimDeliveries({ ...asked, priority });
        if (claimed.length < limit) this.#waker.at(await store.nextDue({ now: asked.now, priority }));
        return claimed;
      },
    });
  }

  /** How many were tried since it was made. */
  get done(): number {
    return this.#pump.done;
  }

  /** Whether a message is held, and waits here to be sent. */
  waits(id: string): boolean {
    return this.#pump.waits((delivery) => delivery.id === id);
  }

  wake(): void {
    this.#pump.wake();
  }

  /** Keeps a place for a message that is being handed over; null where none is free, or others come first. */
  reserve(): Slot<Delivery> | null {
    return this.#pump.reserve();
  }

  /** Resolves when nothing is under way, and nothing more can be begun now. */
  idle(): Promise<void> {
    return this.#pump.idle();
  }

  /** Ends what was begun, and begins nothing more. */
  stop(): Promise<void> {
    this.#waker.stop();
    return this.#pump.stop();
  }
}
