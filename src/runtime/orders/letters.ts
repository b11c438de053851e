import { letterWords } from '../../conversation/orders/letter.ts';
import type { SupplierWord } from '../../domain/orders/commands.ts';
import { ruleOf } from '../../domain/orders/due.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { HandoffLetter } from '../../ports/handoff.ts';
import type { Json } from '../../ports/store/json.ts';
import type { NewDelivery } from '../../ports/store/outbox.ts';
import { derivedName } from '../names.ts';

/** What hands over: its deliveries go to the sender of this name. */
export const HANDOFF = 'handoff';

/**
 * A word to the supplier, as a delivery. Orders do not wait for each other, so each has a destination of its own.
 * @param count how many words there were before; the order itself has the same name at every try
 * @param at by the machine's clock, in ms
 * @returns null: somebody has to send it by hand
 */
export function letterDelivery(
  playbook: Playbook,
  order: Order,
  word: SupplierWord,
  { count, at }: { readonly count: number; readonly at: number },
): NewDelivery | null {
  const { organisation, id, way, ordered } = order;
  if (way === 'hand') return null;
  const thread = threadOf(order);
  const name = word === 'order' ? thread : `${word}-${count + 1}`;
  const letter: HandoffLetter = {
    ...{ organisation, order: id, way, word, name, thread },
    language: playbook.languages[0],
    supplier: {
      contact: order.supplier,
      address: playbook.contacts.get(order.supplier)?.email ?? null,
    },
    ...letterWords(playbook, order, word),
    ...{ reporter: ordered.reporter, pictures: word === 'order' ? ordered.pictures : [] },
    ...{ replyTo: repliesTo(playbook, order), branch: ruleOf(playbook, order)?.branch ?? null, at },
  };
  const destination = derivedName(`${HANDOFF}/${organisation}/`, `${order.supplier}/${id}`);
  // Tried again by somebody it is another delivery.
  const suffix = word === 'order' ? `/${name}-${order.tries}` : `/${name}`;
  return {
    ...{ id: derivedName('', destination, suffix), destination, kind: HANDOFF, notBefore: at },
    body: letter as unknown as Json,
  };
}

/** The name of the order itself: a supplier to which it went later has a thread of its own. */
function threadOf({ earlier = [] }: Order): string {
  return earlier.length === 0 ? 'order' : `order-${earlier.length + 1}`;
}

/** Where answers go besides the bot's own mailbox: as the playbook says, else to the manager. */
function repliesTo({ handOffs, contacts }: Playbook, { supplier }: Order): readonly string[] {
  const own = handOffs.suppliers.get(supplier)?.replyTo ?? null;
  if (own !== null) return [own];
  const addresses = handOffs.managers.map((id) => contacts.get(id)?.email ?? null);
  return addresses.filter((address) => address !== null);
}
