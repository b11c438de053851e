import { who } from '../../../domain/contacts/who.ts';
import type { OrderAudience, OrderFault, OrderNews } from '../../../domain/orders/commands.ts';
import type { OrderView } from '../../../domain/orders/view.ts';
import type { Talk } from '../../talk.ts';
import { answerInWords } from '../../who/words.ts';
import { markReceived } from '../report/reached.ts';
import { orderCard, supplierName } from './card.ts';

/** An order changed, or waits for somebody: what only puts a card right is shown in its place. */
export function tellOrder(talk: Talk, view: OrderView, to: OrderAudience, how: OrderNews['how']): void {
  const before = talk.cards[cardOf(view)] ?? null;
  if (how === 'changed' && before === null) return;
  const isNew = how === 'asks' || to === 'reporter';
  if (to === 'reporter') receive(talk, view);
  talk.tell(orderCard(talk, view, to, notesOf(talk, view, to, how)), isNew ? null : before);
  const { [cardOf(view)]: _, ...others } = talk.cards;
  talk.cards = { ...others, [cardOf(view)]: talk.lastKey };
  if (to === 'reporter' && view.state === 'ordering' && view.handing === 'failed') tellOtherWays(talk, view);
}

/** The supplier has it: so the report counts as received. */
function receive(talk: Talk, view: OrderView): void {
  const report = talk.report(view.id);
  const isHanded = view.handing === 'handed-over' || view.handing === 'by-hand';
  if (report?.state === 'open' && isHanded && talk.playbook.followUp === null)
    markReceived(talk, report, view.supplier);
}

/** What somebody pressed was not done. */
export function tellRefused(talk: Talk, order: string, why: OrderFault): void {
  talk.note(`order-fault.${why}`, { reference: order }, 'warning');
}

function notesOf(talk: Talk, view: OrderView, to: OrderAudience, how: OrderNews['how']): string[] {
  if (to === 'reporter') return reporterNotes(talk, view);
  const asked = how === 'asks' ? [askedOf(talk, view, to)] : [];
  return [...asked, ...letterNotes(talk, view), ...mailNotes(talk, view, to)].filter((note) => note !== '');
}

function reporterNotes(talk: Talk, view: OrderView): string[] {
  const supplier = supplierName(talk, view);
  if (view.state === 'solved') return [talk.say('order.ask-satisfied')];
  if (view.state === 'ordering' && view.handing === 'failed')
    return [talk.say('order.not-handed', { supplier })];
  if (view.external !== null)
    return [talk.say('order.has-reference', { supplier, reference: view.external.reference })];
  return [];
}

/** What is wanted of them. */
function askedOf(talk: Talk, view: OrderView, to: OrderAudience): string {
  const supplier = supplierName(talk, view);
  if (to === 'quotes') return talk.say('order.ask-quote', { supplier });
  if (to === 'invoices') return talk.say('order.ask-invoice', { supplier });
  if (view.history.at(-1)?.what === 'word-failed') return talk.say('order.ask-word', { supplier });
  if (view.state === 'ordering' && view.handing === 'failed')
    return talk.say(view.reason === '' ? 'order.ask-hand' : 'order.ask-failed', { supplier });
  if (view.state === 'ordered' && view.handing === 'perhaps')
    return talk.say('order.ask-perhaps', { supplier });
  if (view.mail !== null && view.mail.taken === null) return talk.say('order.ask-mail', { supplier });
  return view.state === 'ordered' ? talk.say('order.ask-chase', { supplier, count: view.chased }) : '';
}

/** The words to send by hand. */
function letterNotes(talk: Talk, { letter }: OrderView): string[] {
  if (letter === null) return [];
  const to = letter.to === null ? [] : [talk.say('order.letter-to', { address: letter.to })];
  return [...to, talk.say('order.letter-subject', { subject: letter.subject }), letter.text];
}

/** A mail that nobody has understood yet, as it was written; of a stranger it is said that they are one. */
function mailNotes(talk: Talk, { mail }: OrderView, to: OrderAudience): string[] {
  if (mail === null || (to === 'managers' && mail.taken !== null)) return [];
  const { from, subject, text, believed } = mail;
  if (to !== 'managers' && !believed) return [];
  return [
    talk.say(believed ? 'order.mail-from' : 'order.mail-from-stranger', { from }),
    talk.say('order.letter-subject', { subject }),
    text,
  ];
}

/** The supplier could not be reached by the bot: only now the ways are named that are for that case (scenario D1). */
function tellOtherWays(talk: Talk, view: OrderView): void {
  const situation = {
    ...{ class: view.urgent ? ('critical' as const) : ('normal' as const), service: view.service },
    ...{ site: talk.site, role: talk.role, policy: null },
  };
  const answer = who(talk.playbook, situation, talk.now);
  const steps = answer.steps
    .map((step) => ({
      ...step,
      contacts: step.contacts.filter(({ contact }) => contact.id !== view.supplier),
    }))
    .filter(({ contacts }) => contacts.length > 0);
  if (steps.length === 0) return;
  talk.tell({
    kind: 'call',
    lead: [talk.say('order.other-ways')],
    answer: answerInWords(talk.playbook, { ...answer, steps }, talk.language, 'trusted', talk.manager),
    question: null,
  });
}

/** By what an order's card is found; its report has another. */
function cardOf({ id }: OrderView): string {
  return `order/${id}`;
}
