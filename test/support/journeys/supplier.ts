import { type MailboxSurroundings, takeMail } from '../../../src/composition/mailbox.ts';
import type { HandoffLetter } from '../../../src/ports/handoff.ts';
import type { Sender, Sending } from '../../../src/ports/sender.ts';
import type { Delivery } from '../../../src/ports/store/outbox.ts';
import type { WorkingEngine } from '../../../src/runtime/working-engine.ts';

/** What the mailbox needs of the service around it; all of it runs in the test's process. */
export type SupplierSurroundings = Omit<MailboxSurroundings, 'engine'> & { readonly engine: WorkingEngine };

const RECEIVED: Sending = {
  outcome: 'sent',
  receipt: { reference: null, url: null, confirms: false, lost: [] },
};

/** A supplier who gets mail, and answers into the mailbox of the service. */
export class StageSupplier implements Sender {
  readonly #letters: HandoffLetter[] = [];
  #read = 0;
  #mails = 0;

  async send({ body }: Delivery): Promise<Sending> {
    // Written by the runtime from the same type.
    this.#letters.push(body as unknown as HandoffLetter);
    return RECEIVED;
  }

  async settle(): Promise<Sending> {
    return RECEIVED;
  }

  /** What came since it was last looked. */
  letters(): readonly HandoffLetter[] {
    const letters = this.#letters.slice(this.#read);
    this.#read = this.#letters.length;
    return letters;
  }

  /** Answers the newest letter: the mail goes the way of each that lies in the mailbox. */
  async writes(around: SupplierSurroundings, text: string, from: string): Promise<void> {
    const last = this.#letters.at(-1);
    if (last === undefined) throw new Error('the supplier was never written to');
    const id = `mail-${++this.#mails}`;
    const subject = `Re: ${last.subject}`;
    await takeMail(around, { id, from, subject, text, answers: [], hasFile: false, isForged: false });
    await around.engine.workThrough();
  }
}
