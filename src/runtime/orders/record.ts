import { isOver, type Order } from '../../domain/orders/order.ts';
import type { Json } from '../../ports/store/json.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';

/** An order with the version of its record; 0: there is none. */
export interface KeptOrder {
  readonly order: Order | null;
  readonly version: number;
}

export async function readOrder(
  store: Pick<Store, 'record'>,
  organisation: string,
  id: string,
): Promise<KeptOrder> {
  const record = await store.record({ organisation, kind: KINDS.order, id });
  if (record === null) return { order: null, version: 0 };
  // Written below from the same type.
  return { order: record.body as unknown as Order, version: record.version };
}

/** Found by whether it is over, by its way, and by its supplier. Over the version that it was computed from. */
export function orderRecord(order: Order, expected: number): RecordChange {
  const { organisation, id, at, way, supplier } = order;
  const keys = { state: isOver(order) ? 'over' : 'open', way, supplier };
  return {
    ...{ change: 'write', organisation, kind: KINDS.order, id, at, keys, expected },
    body: order as unknown as Json,
  };
}
