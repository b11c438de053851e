import type { Talk } from '../talk.ts';
import { tellDesk } from './desk.ts';
import { menuChoices } from './menu.ts';
import { tellReceipt } from './receipt.ts';
import { advance } from './report/advance.ts';

/** An old button did nothing. This is how things stand. */
export function sayWhatIsTrue(talk: Talk): void {
  talk.note('stale.button');
  if (talk.event.from.desk) return tellDesk(talk);
  sayWhereWeAre(talk);
}

/** The question that waits, else the newest report, else what can be done. */
export function sayWhereWeAre(talk: Talk): void {
  const { flow } = talk;
  if (flow?.name === 'report') return advance(talk, flow.begun, flow.draft);
  const [newest] = talk.reports();
  if (newest !== undefined && newest.state === 'open') return tellReceipt(talk, newest, 'receipt.title');
  talk.tell({
    kind: 'menu',
    title: talk.say('menu.title'),
    text: talk.say('menu.text'),
    choices: menuChoices(talk),
  });
}
