import { z } from 'zod';
import type { ConversationState } from '../../ports/store/turn.ts';

/** A message of an escalation that somebody has, or is to get. */
const copy = z.object({
  destination: z.string(),
  key: z.string(),
  contact: z.string(),
  /** The destination's language, if it is known. */
  language: z.enum(['sv', 'nb', 'nl', 'en']).nullable(),
});
export type Copy = z.infer<typeof copy>;

const state = z.object({ schema: z.literal(1), copies: z.array(copy) });
/** What an escalation's own conversation remembers: whose messages are changed when somebody has it. */
export interface Copies {
  readonly schema: 1;
  readonly copies: readonly Copy[];
}

/** More messages are not sent: each change has to reach all of them in one commit. */
export const MOST_COPIES = 400;

/** As it is stored; of another version it begins anew: what was sent stands in the outbox. */
export function copiesOf(stored: ConversationState | null): Copies {
  return state.safeParse(stored?.state).data ?? { schema: 1, copies: [] };
}
