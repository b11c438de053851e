import type { Sender, Sending } from '../ports/sender.ts';
import type { Delivery } from '../ports/store/outbox.ts';
import { organisationOf } from '../runtime/names.ts';

/**
 * IT's desk is one conversation, and may be open in several places: on pages, which show what they are told, and in the
 * channel that the organisation chose for it.
 */
export function deskSender(
  pages: Sender,
  channel: Sender | null,
  hasChannel: (organisation: string) => boolean,
): Sender {
  const isInChannel = ({ destination }: Delivery): boolean =>
    channel !== null && hasChannel(organisationOf(destination));
  return {
    async send(delivery): Promise<Sending> {
      // Pages take choices away by themselves.
      const shown: Sending =
        delivery.kind === 'message'
          ? await pages.send(delivery)
          : { outcome: 'skipped', reason: 'pages need no word that a message was answered' };
      return channel !== null && isInChannel(delivery) ? channel.send(delivery) : shown;
    },
    async settle(delivery): Promise<Sending> {
      return channel !== null && isInChannel(delivery) ? channel.settle(delivery) : pages.settle(delivery);
    },
  };
}
