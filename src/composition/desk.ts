import type { Sender, Sending } from '../ports/sender.ts';
import type { Delivery } from '../ports/store/outbox.ts';
import { organisationOf } from '../runtime/names.ts';

/** A channel in which organisations may have their IT desk. */
export interface DeskPlace {
  readonly sender: Sender;
  readonly has: (organisation: string) => boolean;
}

/**
 * IT's desk is one conversation, and may be open in several places: on pages, which show what they are told, and in the
 * channel that the organisation chose for it; if it chose two, in the first.
 */
export function deskSender(pages: Sender, places: readonly DeskPlace[]): Sender {
  const channelOf = ({ destination }: Delivery): Sender | null =>
    places.find(({ has }) => has(organisationOf(destination)))?.sender ?? null;
  return {
    async send(delivery): Promise<Sending> {
      // Pages take choices away by themselves.
      const shown: Sending =
        delivery.kind === 'message'
          ? await pages.send(delivery)
          : { outcome: 'skipped', reason: 'pages need no word that a message was answered' };
      return channelOf(delivery)?.send(delivery) ?? shown;
    },
    settle: (delivery) => (channelOf(delivery) ?? pages).settle(delivery),
  };
}
