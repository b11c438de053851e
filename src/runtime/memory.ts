import { type ConversationState, NEW_CONVERSATION } from '../conversation/state.ts';
import type { Json } from '../ports/store/json.ts';
import type { ConversationState as Stored } from '../ports/store/turn.ts';

/** A conversation between turns, as the store keeps it. */
export interface Memory {
  /** How many turns were committed; 0 before the first. */
  readonly version: number;
  /** When the last one was (ms): the next is never before it, whatever the machine's clock does. */
  readonly at: number;
  /** How many turns failed since the last that did not. */
  readonly failures: number;
  readonly state: ConversationState;
  /** A hash of how it is reached, as it was last kept; null if it never was. */
  readonly reach: string | null;
  /** What could not be read, to be kept aside; null if all could. */
  readonly unreadable: Json | null;
}

/** What the store keeps: the conversation's own state, and what the runtime remembers beside it. */
type Envelope = Pick<Memory, 'at' | 'failures' | 'state'> & { readonly reach?: string | null };

const NOTHING: Memory = {
  version: 0,
  at: Number.MIN_SAFE_INTEGER,
  failures: 0,
  state: NEW_CONVERSATION,
  reach: null,
  unreadable: null,
};

/** A conversation as it is stored. */
export function storedState({ at, failures, state, reach = null }: Envelope): Json {
  // Plain data by its types.
  return { at, failures, state, reach } as unknown as Json;
}

/**
 * What is known of a conversation. One whose state is of another version begins anew; its turns are counted on, so that
 * the keys and choices of its messages stay unique.
 */
export function memoryOf(stored: Stored | null): Memory {
  if (stored === null) return NOTHING;
  const { version } = stored;
  const state: unknown = stored.state;
  if (isEnvelope(state)) return { reach: null, ...state, version, unreadable: null };
  return { ...NOTHING, version, state: { ...NEW_CONVERSATION, turns: version }, unreadable: stored.state };
}

function isEnvelope(value: unknown): value is Envelope {
  const { at, failures, state } = objectOf(value);
  const { schema, turns, offers, reminders, left, ticked } = objectOf(state);
  return (
    [at, failures, turns].every(Number.isSafeInteger) &&
    schema === NEW_CONVERSATION.schema &&
    [offers, reminders, left].every(Array.isArray) &&
    typeof ticked === 'object'
  );
}

/** What a value has, if it is an object. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
