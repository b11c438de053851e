import type { InboundEvent } from '../../ports/store/inbox.ts';
import { derivedName } from '../names.ts';
import { ORDER_EVENTS, type OrderProcessHappening } from './events.ts';

/** Something about an order that comes from outside of any conversation. */
export interface OutsideOrderEvent {
  /** Names it for ever: the same again is done once. */
  readonly id: string;
  readonly organisation: string;
  readonly order: string;
  readonly what: Extract<OrderProcessHappening, { kind: 'mail' | 'status' }>;
}

/** That as the inbox takes it. */
export function outsideEvent(event: OutsideOrderEvent, receivedAt: number): InboundEvent {
  const { organisation, order: subject, what } = event;
  return {
    id: derivedName('supplier/', event.id),
    conversation: ORDER_EVENTS.conversationOf(organisation, subject),
    receivedAt,
    body: ORDER_EVENTS.body({ organisation, subject, ahead: 0, what }),
  };
}
