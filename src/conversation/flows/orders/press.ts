import { type OrderDeed, WORDED_DEEDS } from '../../../domain/orders/commands.ts';
import { ORDER_LIMITS, type OrderActor } from '../../../domain/orders/order.ts';
import { heldBy } from '../../../domain/people/holders.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { putAside } from '../report/begin.ts';
import { forgetReminders } from '../report/reached.ts';
import { supplierName } from './card.ts';

/** Something was pressed on an order's card. Whether it may be done is decided where the order is, by who presses now. */
export function pressOrder(talk: Talk, order: string, deed: OrderDeed, to = ''): boolean {
  if (isWorded(deed)) askWords(talk, order, deed);
  else doOrder(talk, order, deed, to);
  return true;
}

/** The bot sends a report to the supplier, in the name of whoever presses. */
export function pressHandOn(talk: Talk, id: string, supplier: string): boolean {
  const report = talk.report(id);
  if (report === null || report.state === 'withdrawn' || report.state === 'closed') return false;
  if (talk.flow?.name === 'report' && talk.flow.draft.report === id) talk.flow = null;
  forgetReminders(talk, id);
  talk.want({ effect: 'hand-on', report: id, supplier, by: actorIn(talk) });
  talk.note('order.sending', { supplier: supplierName(talk, { supplier }) });
  return true;
}

/** The words that a deed needs were written. */
export function hearOrder(talk: Talk, order: string, deed: OrderDeed, text: string): void {
  talk.flow = null;
  doOrder(talk, order, deed, cut(text, ORDER_LIMITS.text));
}

/** The order as it stands. */
export function showOrder(talk: Talk, order: string): void {
  doOrder(talk, order, 'show', '');
}

function askWords(talk: Talk, order: string, deed: (typeof WORDED_DEEDS)[number]): void {
  putAside(talk);
  talk.flow = { name: 'order', begun: talk.number, order, deed };
  const key: TextKey = `order-ask.${deed}`;
  talk.tell({
    kind: 'ask',
    text: talk.say(key, { reference: order }),
    ...{ hint: null, picture: false },
    choices: [talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: talk.number }, 'quiet')],
  });
}

function doOrder(talk: Talk, order: string, deed: OrderDeed, text: string): void {
  talk.want({ effect: 'do-order', order, deed, text, by: actorIn(talk) });
}

function actorIn({ playbook, event }: Talk): OrderActor {
  const { from, known } = event;
  return {
    ...{ kind: 'person', user: from.desk ? 'desk' : from.user, name: known.identity?.name ?? null },
    holds: heldBy(playbook, from, known.identity),
  };
}

function isWorded(deed: OrderDeed): deed is (typeof WORDED_DEEDS)[number] {
  return (WORDED_DEEDS as readonly OrderDeed[]).includes(deed);
}
