import type { Message } from '../../conversation/messages.ts';
import type { MessageBody, Sender, Sending } from '../../ports/sender.ts';
import type { Delivery } from '../../ports/store/outbox.ts';

/** A message on its way to the terminal. */
export type TerminalMessage = Pick<MessageBody, 'conversation' | 'at'> & { readonly message: Message };

/** Prints messages as they leave the outbox. */
export class TerminalSender implements Sender {
  readonly #print: (message: TerminalMessage) => void;

  constructor(print: (message: TerminalMessage) => void) {
    this.#print = print;
  }

  async send({ body }: Delivery): Promise<Sending> {
    const { conversation, at, reply } = body as unknown as MessageBody;
    this.#print({ conversation, at, message: reply.message });
    return { outcome: 'sent', receipt: null };
  }

  /** What was printed when the process died may not have been read: it is printed again. */
  settle(delivery: Delivery): Promise<Sending> {
    return this.send(delivery);
  }
}
