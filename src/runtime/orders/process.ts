import { Process, type ProcessParts } from '../process/process.ts';
import { ORDER_EVENTS, type OrderProcessHappening } from './events.ts';
import { type OrderParts, planOrder } from './plan.ts';
import { type OrderProcessState, orderProcessState } from './state.ts';

/** Takes the events of orders' own conversations to their commits. */
export function orderProcess(
  parts: OrderParts & ProcessParts,
): Process<OrderProcessHappening, OrderProcessState> {
  return new Process(parts, {
    name: 'an order',
    events: ORDER_EVENTS,
    stateOf: orderProcessState,
    plan: (job) => planOrder(parts, job),
  });
}
