import type { Delivery, DeliveryState } from '../../ports/store/outbox.ts';
import type { Store } from '../../ports/store.ts';
import { deliveryOf, noticeKey, noticeProcessOf } from '../names.ts';

/** States in which a destination has a message, surely or perhaps. */
export const HELD: readonly DeliveryState[] = ['sent', 'ambiguous'];

interface Of {
  readonly organisation: string;
  readonly id: string;
}

/**
 * The delivery whose message a destination has of a notice: the newest that surely arrived, for only of it is known what
 * the platform calls it; else the newest that perhaps did.
 */
export async function heldBy(
  store: Pick<Store, 'latestDelivery'>,
  { organisation, id }: Of,
  destination: string,
): Promise<Delivery | null> {
  const about = { topic: noticeProcessOf(organisation, id), destination };
  return (
    (await store.latestDelivery({ ...about, states: ['sent'] })) ??
    (await store.latestDelivery({ ...about, states: ['ambiguous'] }))
  );
}

/** Whether a destination had a message of a notice, surely or perhaps, before a revision. */
export async function hadBefore(
  store: Pick<Store, 'delivery'>,
  notice: string,
  destination: string,
  revision: number,
): Promise<boolean> {
  for (let earlier = revision - 1; earlier > 0; earlier--) {
    const delivery = await store.delivery(deliveryOf(destination, noticeKey(notice, earlier)));
    if (delivery !== null && mayHave(delivery)) return true;
  }
  return false;
}

/** Whether it is there, or may be. */
function mayHave({ state, unsure }: Delivery): boolean {
  return HELD.includes(state) || state === 'sending' || (state === 'pending' && unsure);
}
