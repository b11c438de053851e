import type { Effect } from '../conversation/effects.ts';
import type { TimerChange } from '../ports/store/turn.ts';
import { type KeptInbound, keptBody } from './inbound.ts';
import { derivedName, deskOf } from './names.ts';

/** Speaks to the desk when nobody of it has spoken. */
const DESK = { user: 'desk', desk: true, locale: null, role: null, site: null } as const;

/**
 * Proposals for IT's desk, as timers that ring at once: each becomes an event of the desk's own conversation, whose turn
 * makes the message. So a turn never writes into another conversation.
 */
export function proposalTimers(
  effects: readonly Effect[],
  { organisation, ahead }: KeptInbound,
  at: number,
): TimerChange[] {
  return effects.flatMap((effect): TimerChange[] => {
    if (effect.effect !== 'propose') return [];
    const { proposal } = effect;
    const body = keptBody({ organisation, from: DESK, what: { kind: 'proposed', proposal }, ahead });
    const id = derivedName(`propose/${organisation}/`, proposal.id);
    return [{ change: 'set', id, conversation: deskOf(organisation), dueAt: at, body }];
  });
}
