import { z } from 'zod';
import type { ConversationState } from '../../ports/store/turn.ts';

/** How far a walk through destinations has come. */
const cursor = z.object({
  through: z.enum(['playbook', 'subscriptions', 'holders']),
  after: z.string().nullable(),
});
export type Cursor = z.infer<typeof cursor>;

/** A revision of which people are told once more than by the change of the message. */
const echo = z.object({ revision: z.number(), how: z.enum(['important', 'reminder']) });
export type Echo = z.infer<typeof echo>;

const fan = z.object({
  revision: z.number(),
  /** Null: all destinations are found. */
  cursor: cursor.nullable(),
  echo: echo.nullable(),
  /** Where messages cannot be changed nothing is said of it, but to those who have none. */
  silent: z.boolean().default(false),
});
/** How a revision goes out. */
export type Fan = z.infer<typeof fan>;

const state = z.object({
  schema: z.literal(1),
  fan: fan.nullable(),
  /** The newest revision of which people are told once more; 0: none. */
  echoed: z.number(),
  /** What its author was told last of how it goes out; `at` by the machine's clock. */
  told: z.object({ at: z.number(), sign: z.string() }).nullable(),
  /** How far reminding readers has come; `done`: it is, and is not done again. Null: nobody asked for it. */
  reminded: z.union([z.literal('done'), z.object({ after: z.string().nullable() })]).nullable(),
});
/** What a notice's own conversation remembers. */
export type ProcessState = z.infer<typeof state>;

export const PROCESS_LIMITS = {
  /** Deliveries in one commit. */
  portion: 500,
  /** Destinations looked at for one commit. */
  scanned: 2000,
  /** How often the author is told how it goes out, in ms. */
  progressMs: 5000,
} as const;

const NEW: ProcessState = { schema: 1, fan: null, echoed: 0, told: null, reminded: null };

/** A notice's process as it is stored; one of another version begins anew: what was sent stands in the outbox. */
export function processState(stored: ConversationState | null): ProcessState {
  const result = state.safeParse(stored?.state);
  return result.success ? result.data : NEW;
}
