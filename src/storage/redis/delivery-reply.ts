import type { Delivery, DeliveryState, Priority } from '../../ports/store/outbox.ts';
import type { Reply } from './link.ts';
import { jsonOf, numberOf, textOf, textOrNull } from './replies.ts';

/** A delivery from the fields that lua/lib/deliveries.lua reads, in their order. */
export function deliveryOf(fields: readonly Reply[]): Delivery {
  const [id, destination, kind, body, notBefore, priority, batch, topic, ...stand] = fields;
  const [state, reason, attempt, tries, unsure, changedAt, receipt] = stand;
  return {
    ...{ id: textOf(id), destination: textOf(destination), kind: textOf(kind), body: jsonOf(body) },
    ...{ notBefore: numberOf(notBefore), priority: numberOf(priority) as Priority },
    ...{ batch: textOrNull(batch), topic: textOrNull(topic) },
    ...{ state: textOf(state) as DeliveryState, reason: textOf(reason) },
    ...{ attempt: numberOf(attempt), tries: numberOf(tries), unsure: textOf(unsure) === '1' },
    ...{ changedAt: numberOf(changedAt), receipt: jsonOf(receipt) },
  };
}

/** Its number: the place in the order of commits. */
export function numberOfDelivery(fields: readonly Reply[]): number {
  return numberOf(fields[15]);
}
