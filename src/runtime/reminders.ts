import type { ConversationState } from '../conversation/state.ts';
import type { TimerChange } from '../ports/store/turn.ts';
import { type KeptInbound, keptBody } from './inbound.ts';
import { derivedName } from './names.ts';

/** A reminder that was due and still is after its turn is not rung again at once. */
const AGAIN_AFTER_MS = 60_000;

/**
 * The one timer of a conversation: at its earliest reminder, or none.
 * @param at when the turn was, by the machine's clock; reminders are due by the conversation's
 */
export function reminderTimer(
  conversation: string,
  { reminders }: ConversationState,
  inbound: KeptInbound,
  at: number,
): TimerChange {
  const id = derivedName('reminder/', conversation);
  if (reminders.length === 0) return { change: 'cancel', id };
  const earliest = Math.min(...reminders.map(({ due }) => due)) - inbound.ahead;
  const soonest = inbound.what.kind === 'due' ? at + AGAIN_AFTER_MS : at;
  const dueAt = Math.ceil(Math.max(earliest, soonest));
  const { organisation, from, ahead } = inbound;
  const body = keptBody({ organisation, from, what: { kind: 'due' }, ahead });
  return { change: 'set', id, conversation, dueAt, body };
}
