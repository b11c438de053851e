import type { ReceiptMessage } from '../../messages.ts';
import type { Shortener } from './shortener.ts';

export function shortReceipt(message: ReceiptMessage, to: Shortener): ReceiptMessage {
  const pictures = to.rows(message.pictures, ({ name, address }) => ({ name: to.line(name, 80), address }));
  return {
    ...message,
    title: to.line(message.title),
    reference: to.line(message.reference),
    state: to.line(message.state),
    facts: to.facts(message.facts),
    pictures: [...pictures.kept, ...to.more(pictures.left).map((name) => ({ name, address: '' }))],
    history: to.history(message.history),
    notes: to.texts(message.notes),
  };
}
