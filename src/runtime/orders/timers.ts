import type { Effect } from '../../conversation/effects.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { KeptInbound } from '../inbound.ts';
import { derivedName } from '../names.ts';
import { ORDER_EVENTS } from './events.ts';

/** What a turn wants of orders, as timers of their own conversations: so it writes into no other one. */
export function orderTimers(
  effects: readonly Effect[],
  { organisation, from, ahead }: KeptInbound,
  event: { readonly id: string; readonly conversation: string },
  now: number,
): TimerChange[] {
  return effects.flatMap((effect, i): TimerChange[] => {
    if (effect.effect === 'hand-on') {
      const { report, supplier, by } = effect;
      const what = { kind: 'make', supplier, others: [], by } as const;
      return [ORDER_EVENTS.timer({ organisation, subject: report, ahead, what }, now)];
    }
    if (effect.effect !== 'do-order') return [];
    const { order, deed, text, by } = effect;
    const id = derivedName('', `${i}/${event.id}`);
    const what = {
      kind: 'deed',
      id,
      deed,
      text,
      by,
      to: { conversation: event.conversation, from },
    } as const;
    return [ORDER_EVENTS.timer({ organisation, subject: order, ahead, what }, now)];
  });
}
