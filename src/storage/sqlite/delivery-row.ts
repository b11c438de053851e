import type { Delivery, DeliveryState, Priority } from '../../ports/store/outbox.ts';
import { jsonOf, numberOf, type Row, textOf, textOrNull } from './rows.ts';

/** What has to be read of a row of the outbox to make a delivery of it. */
export const DELIVERY_COLUMNS = `seq, id, destination, kind, body, not_before, priority, batch, topic, state, reason, attempt, tries,
  unsure, changed_at, receipt`;

export function deliveryOf(row: Row): Delivery {
  return {
    id: textOf(row, 'id'),
    destination: textOf(row, 'destination'),
    kind: textOf(row, 'kind'),
    body: jsonOf(row, 'body'),
    notBefore: numberOf(row, 'not_before'),
    priority: numberOf(row, 'priority') as Priority,
    batch: textOrNull(row, 'batch'),
    topic: textOrNull(row, 'topic'),
    state: textOf(row, 'state') as DeliveryState,
    reason: textOf(row, 'reason'),
    attempt: numberOf(row, 'attempt'),
    tries: numberOf(row, 'tries'),
    unsure: numberOf(row, 'unsure') === 1,
    changedAt: numberOf(row, 'changed_at'),
    receipt: jsonOf(row, 'receipt'),
  };
}
