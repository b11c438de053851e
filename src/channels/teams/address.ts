import { z } from 'zod';
import type { Reach } from '../../runtime/inbound.ts';
import type { Address } from './connector/connector.ts';

const text = z.string().min(1);
const address = z.object({
  serviceUrl: text,
  conversation: text,
  /** The bot's id, as Teams knows it there. */
  bot: text,
  /** Whoever wrote last, as Teams knows them there. */
  user: text,
  tenant: text,
});

/** How a conversation of Teams is reached, as it is kept with it. */
export type TeamsAddress = z.output<typeof address> & Omit<Address, 'asking'>;

/** Reads it again; null if it is none. */
export function teamsAddress(reach: Reach): TeamsAddress | null {
  return address.safeParse(reach.address).data ?? null;
}

/** The channel of a thread, to begin a new one there. Of other conversations it is the same. */
export function withoutThread<A extends Address>(to: A): A {
  return { ...to, conversation: channelOfThread(to.conversation) };
}

/** Whether a conversation is a channel of a team, or a thread in one; chats of people have no threads. */
export function isChannel(conversation: string): boolean {
  return /@thread\.(?:tacv2|skype)$/.test(channelOfThread(conversation));
}

/** The thread of a message in a channel. What is in a thread already stays there, and chats have none. */
export function inThreadOf<A extends Address>(to: A, message: string): A {
  const { conversation } = to;
  const isWhole = isChannel(conversation) && channelOfThread(conversation) === conversation;
  return isWhole ? { ...to, conversation: `${conversation};messageid=${message}` } : to;
}

/** `19:…@thread.tacv2` of `19:…@thread.tacv2;messageid=…`. */
export function channelOfThread(conversation: string): string {
  return conversation.split(';', 1)[0] ?? conversation;
}
