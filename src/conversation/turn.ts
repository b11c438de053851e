import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Effect } from './effects.ts';
import type { TurnEvent } from './event.ts';
import type { Reply } from './messages.ts';
import type { ConversationState } from './state.ts';

/** What came of an event. */
export interface TurnResult {
  readonly state: ConversationState;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
}

/**
 * One step of a conversation. Pure: the same playbook, state, event and instant give the same result, so that any
 * conversation can be replayed. Total: it answers every event, and throws for none.
 */
export function turn(
  playbook: Playbook,
  state: ConversationState,
  event: TurnEvent,
  now: Temporal.ZonedDateTime,
): TurnResult {
  const key = `${state.turns + 1}`;
  return {
    state: { ...state, turns: state.turns + 1, heard: now.epochMilliseconds },
    replies: [
      {
        key,
        replaces: null,
        message: {
          kind: 'say',
          language: playbook.languages[0],
          choices: [],
          text: event.what.kind,
          tone: 'plain',
        },
      },
    ],
    effects: [],
  };
}
