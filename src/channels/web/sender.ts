import type { MessageBody, Sender, Sending } from '../../ports/sender.ts';
import type { Delivery } from '../../ports/store/outbox.ts';
import type { LiveReplies } from './live.ts';

const SENT: Sending = { outcome: 'sent', receipt: null };

/**
 * Hands replies to the pages that are open. Who has none open reads them in the transcript, which was written in the
 * turn's own commit: so nothing sent here can be lost, and after a crash nothing has to be sent again.
 */
export class WebSender implements Sender {
  readonly #hub: Pick<LiveReplies, 'publish'>;

  constructor(hub: Pick<LiveReplies, 'publish'>) {
    this.#hub = hub;
  }

  async send({ body }: Delivery): Promise<Sending> {
    const { conversation, reply } = body as unknown as MessageBody;
    this.#hub.publish(conversation, reply);
    return SENT;
  }

  async settle(): Promise<Sending> {
    return SENT;
  }
}
