import type { Choice } from '../../messages.ts';
import type { Talk } from '../../talk.ts';

/** The way out of a draft; it can be taken up again. */
export function dropChoice(talk: Talk, begun: number): Choice {
  return talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: begun }, 'quiet');
}
