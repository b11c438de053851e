import type { Order } from '../../domain/orders/order.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { CASE_EVENTS, type CaseHappening } from '../cases/events.ts';
import type { OrderJob } from './plan.ts';

type OrderCommand = Extract<CaseHappening, { kind: 'order' }>['command'];

/** What a report that is followed up hears of its order: its reporter is told by it. */
export function caseTimer(
  { id, event, playbook, now }: OrderJob,
  before: Order | null,
  after: Order,
): TimerChange[] {
  if (playbook.followUp === null) return [];
  const { organisation, subject, ahead } = event;
  return commandsOf(before, after, playbook.handOffs.managers.length > 0).map((command, i) => {
    const what = { kind: 'order', id: `${i}/${id}`, command } as const;
    return CASE_EVENTS.timer({ organisation, subject, ahead, what }, now);
  });
}

/** What changed, as the report's life knows it. @param hasManagers who hear themselves of what failed */
function commandsOf(before: Order | null, after: Order, hasManagers: boolean): OrderCommand[] {
  if (before?.state === after.state) {
    const failed = after.handing === 'failed' && before.handing !== 'failed';
    return failed && !hasManagers ? [{ do: 'not-handed' }] : [];
  }
  const wasHanded = before !== null && before.state !== 'ordering';
  const order = after.external?.reference ?? after.id;
  const handed: OrderCommand[] =
    wasHanded || after.state === 'ordering' || after.state === 'cancelled'
      ? []
      : [{ do: 'handed', how: 'order', order, supplier: after.supplier }];
  // A ticket system that has it has confirmed it: that is one word to the reporter.
  return handed.length > 0 && after.state === 'confirmed' ? handed : [...handed, ...progressOf(after)];
}

/** A price that was declined leaves the order confirmed, as its reporter knows. */
function progressOf({ state, history }: Order): OrderCommand[] {
  if (history.at(-1)?.what === 'quote-declined') return [];
  if (state === 'closed') return history.at(-1)?.what === 'closed' ? [{ do: 'close', why: '' }] : [];
  if (state === 'confirmed' || state === 'quoted' || state === 'in-work' || state === 'solved')
    return [{ do: 'progress', state, note: null }];
  return [];
}
