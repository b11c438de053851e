import { z } from 'zod';
import { SUPPLIER_WORDS } from '../../domain/orders/commands.ts';
import type { ConversationState } from '../../ports/store/turn.ts';

const letter = z.object({ delivery: z.string(), word: z.enum(SUPPLIER_WORDS) });
/** Something that was sent, and of which it is not known what became of it. */
export type OpenLetter = z.infer<typeof letter>;

const state = z.object({
  schema: z.literal(1),
  /** How many words the supplier was told: each has a name of its own. */
  words: z.number(),
  open: z.array(letter),
  /** How often was looked since something was sent. */
  looked: z.number(),
});
/** What an order's own conversation remembers. */
export type OrderProcessState = z.infer<typeof state>;

const NEW: OrderProcessState = { schema: 1, words: 0, open: [], looked: 0 };

/** An order's process as it is stored; one of another version begins anew: what was sent stands in the outbox. */
export function orderProcessState(stored: ConversationState | null): OrderProcessState {
  const result = state.safeParse(stored?.state);
  return result.success ? result.data : NEW;
}

export const ORDER_PROCESS_LIMITS = {
  /** What was sent is looked after at once, and then at growing pauses of at most this, in ms. */
  lookMs: 60_000,
} as const;

/** How long until it is looked again what became of what was sent. */
export function lookAfter(looked: number): number {
  return Math.min(ORDER_PROCESS_LIMITS.lookMs, 500 * 2 ** Math.min(looked, 10));
}
