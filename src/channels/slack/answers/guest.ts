import type { Message } from '../../../conversation/messages.ts';
import { sentence } from '../../sentence.ts';
import type { Guest } from '../receiver/parse/outcome.ts';
import type { Body } from '../receiver/take.ts';
import { type AnswerParts, languageFor } from './parts.ts';
import { privately, whisper } from './whisper.ts';

/** The bot is for others: said politely, and with nothing of what it knows. */
export function guestMessage(
  parts: Pick<AnswerParts, 'playbooks'>,
  { organisation, actor }: Pick<Guest, 'organisation' | 'actor'>,
): Message {
  const name = parts.playbooks.get(organisation)?.name ?? organisation;
  return sentence(languageFor(parts, organisation, actor), 'channel.guest', { name });
}

/** Tells a guest so: in the response to a command, else where they wrote, for nobody else to see. */
export async function refuseGuest(parts: AnswerParts, guest: Guest): Promise<Body> {
  const message = guestMessage(parts, guest);
  if (guest.isCommand) return privately([message]);
  const { actor, spot } = guest;
  if (spot === null) return null;
  const { team, enterprise, user } = actor;
  await whisper(parts, { team, enterprise, user, ...spot }, message);
  return null;
}
