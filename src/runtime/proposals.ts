import type { Effect } from '../conversation/effects.ts';
import type { Happening } from '../conversation/event.ts';
import type { TimerChange } from '../ports/store/turn.ts';
import { type KeptInbound, keptBody } from './inbound.ts';
import { derivedName, deskOf } from './names.ts';

/** Speaks to the desk when nobody of it has spoken. */
const DESK = { user: 'desk', desk: true, locale: null, role: null, site: null } as const;

/**
 * What is put before IT's desk (proposals, notices to confirm), as timers that ring at once: each becomes an event of the
 * desk's own conversation, whose turn makes the message. So a turn never writes into another conversation.
 */
export function proposalTimers(
  effects: readonly Effect[],
  { organisation, ahead }: KeptInbound,
  at: number,
): TimerChange[] {
  return effects.flatMap((effect): TimerChange[] => {
    if (effect.effect === 'propose') {
      const { proposal } = effect;
      return [toDesk(`propose/${organisation}/`, proposal.id, { kind: 'proposed', proposal })];
    }
    if (effect.effect !== 'ask-confirm') return [];
    const { notice } = effect;
    return [toDesk(`confirm/${organisation}/`, notice, { kind: 'to-confirm', notice })];
  });

  function toDesk(prefix: string, name: string, what: Happening): TimerChange {
    const body = keptBody({ organisation, from: DESK, what, ahead });
    const id = derivedName(prefix, name);
    return { change: 'set', id, conversation: deskOf(organisation), dueAt: at, body };
  }
}
