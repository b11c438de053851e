import type { Speaker } from '../../conversation/event.ts';
import type { OrderDeed } from '../../domain/orders/commands.ts';
import type { OrderActor, OrderMail } from '../../domain/orders/order.ts';
import { ProcessEvents } from '../process/events.ts';

/** Where somebody is answered who did something with an order. */
export interface AnswerTo {
  readonly conversation: string;
  readonly from: Speaker;
}

/** What happens in the conversation of an order with itself. Each `id` is unique, so that none takes another's place. */
export type OrderProcessHappening =
  /** A report is handed on. `supplier` null: to that of its service. */
  | {
      readonly kind: 'make';
      readonly supplier: string | null;
      readonly others: readonly string[];
      readonly by: OrderActor;
      /** In whose name the bot does it; null or left out: nobody's. */
      readonly for?: string | null;
    }
  | {
      readonly kind: 'deed';
      readonly id: string;
      readonly deed: OrderDeed;
      readonly text: string;
      readonly by: OrderActor;
      readonly to: AnswerTo;
    }
  /** Something came about with its report: whoever reported it has judged, or took it back. */
  | {
      readonly kind: 'report';
      readonly id: string;
      readonly what: 'satisfied' | 'not-satisfied' | 'withdrawn';
      readonly text: string;
    }
  /** What became of what was sent? */
  | { readonly kind: 'look' }
  | { readonly kind: 'mail'; readonly mail: OrderMail }
  /** The ticket system says where it stands. */
  | { readonly kind: 'status'; readonly status: string | null; readonly solved: boolean }
  /** The confirmation is due. */
  | { readonly kind: 'tick' };

/** What the conversations of orders with themselves begin with. */
export const ORDER_PROCESS = 'order';

export const ORDER_EVENTS = new ProcessEvents<OrderProcessHappening>({
  channel: ORDER_PROCESS,
  field: 'order',
  schema: 1,
  kinds: { make: true, deed: true, report: true, look: true, mail: true, status: true, tick: true },
  nameOf: (what) => ('id' in what ? `${what.kind}-${what.id}` : what.kind),
});
