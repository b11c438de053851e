import type { Talk } from '../../talk.ts';
import { noticeFor } from './known.ts';

/** To somebody who reported an outage, or was hit too: it works again. What they are in the midst of goes on. */
export function tellWorksAgain(talk: Talk, id: string): void {
  const notice = talk.knownNotice(id);
  if (notice === null) return talk.note('notice.works-again', {}, 'good');
  // It was taken back meanwhile: whoever was hit by nothing is told nothing of its end.
  if (notice.publication !== 'published') return;
  const message = noticeFor(talk, notice);
  talk.tell({
    ...message,
    advice: [...message.advice, talk.say('notice.told-because')],
    choices: [talk.offer(talk.say('menu.report'), { do: 'wish', wish: 'report', service: null })],
  });
}
