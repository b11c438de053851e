import { z } from 'zod';
import type { Reach } from '../../runtime/inbound.ts';

const id = z.string().min(1).max(200);
const address = z.object({
  /** T… */
  team: id,
  /** E…; null where the workspace belongs to no organisation on the Enterprise plan. */
  enterprise: id.nullable(),
  /** C… and G…; D… is the direct message with one person. */
  channel: id,
  /** The timestamp of the message that the thread belongs to; null in direct messages. */
  thread: id.nullable(),
  /** Whoever wrote last. */
  user: id,
});

/** How a conversation of Slack is reached, as it is kept with it. */
export type SlackAddress = Readonly<z.output<typeof address>>;

/** Reads it again; null if it is none. */
export function slackAddress(reach: Reach): SlackAddress | null {
  return address.safeParse(reach.address).data ?? null;
}

/** The channel of a thread, to begin a new one there. */
export function withoutThread<A extends SlackAddress>(to: A): A {
  return { ...to, thread: null };
}
