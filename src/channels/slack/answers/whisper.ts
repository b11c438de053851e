import type { Message } from '../../../conversation/messages.ts';
import type { SlackAddress } from '../address.ts';
import { slackBlocks, slackBlocksOf } from '../render.ts';
import type { AnswerParts } from './parts.ts';

/** Says something to one person where others read along, so that only they see it. It is only a word: never tried again. */
export async function whisper(
  { api, log }: Pick<AnswerParts, 'api' | 'log'>,
  to: SlackAddress,
  message: Message,
): Promise<void> {
  const content = slackBlocks(message);
  const place = { channel: to.channel, thread: to.thread };
  const said = await api.ephemeral(to, place, to.user, content);
  if (said.outcome !== 'done') log.info({ reason: said.reason }, 'a word to one person did not go out');
}

/** The response to a command: only whoever called it sees it. */
export function privately(messages: readonly Message[]): object {
  const { text, blocks } = slackBlocksOf(messages);
  return { response_type: 'ephemeral', text, blocks };
}
