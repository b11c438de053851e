import type { Clock } from '../ports/clock.ts';
import { HANDOFF_LIMITS, type Handoff, type HandoffLetter, type HandoffTry } from '../ports/handoff.ts';
import type { Begin, Sender, Sending } from '../ports/sender.ts';
import type { Delivery } from '../ports/store/outbox.ts';

/** What handing over is made of. */
export interface HandoffSenderParts {
  /** How an organisation hands over by this way; else what the operator has to do. */
  readonly handoff: (
    organisation: string,
    way: HandoffLetter['way'],
  ) => Handoff | { readonly missing: string };
  readonly clock: Clock;
}

/** Carries orders and words about them out, each by its way. What cannot be handed over for long is given up: people can. */
export class HandoffSender implements Sender {
  /** What was only claimed when the process died is surely not with the supplier: that is worth a write. */
  readonly begins = 'always';
  readonly #parts: HandoffSenderParts;

  constructor(parts: HandoffSenderParts) {
    this.#parts = parts;
  }

  async send(delivery: Delivery, begin?: Begin): Promise<Sending> {
    if (begin !== undefined && !(await begin()))
      return { outcome: 'later', reason: 'another has taken it over', afterMs: 0 };
    return this.#patient(delivery, await this.#with(delivery, (handoff, ...words) => handoff.hand(...words)));
  }

  async settle(delivery: Delivery): Promise<Sending> {
    return this.#patient(
      delivery,
      await this.#with(delivery, (handoff, ...words) => handoff.settle(...words)),
    );
  }

  async #with(
    { body, receipt, unsure }: Delivery,
    work: (handoff: Handoff, letter: HandoffLetter, before: HandoffTry) => Promise<Sending>,
  ): Promise<Sending> {
    // Written by the runtime from the same type.
    const letter = body as unknown as HandoffLetter;
    const handoff = this.#parts.handoff(letter.organisation, letter.way);
    if ('missing' in handoff) return { outcome: 'failed', reason: handoff.missing, cause: 'not-set-up' };
    return work(handoff, letter, { receipt, unsure });
  }

  /** Of what nobody can say whether it arrived, somebody has to ask; all else can be sent by hand. */
  #patient({ body, unsure }: Delivery, sending: Sending): Sending {
    if (sending.outcome !== 'retry') return sending;
    const { at } = body as unknown as HandoffLetter;
    if (this.#parts.clock.now().epochMilliseconds - at < HANDOFF_LIMITS.patienceMs) return sending;
    const isOpen = sending.doubt === 'open' || (sending.doubt === undefined && unsure);
    const reason = `given up: ${sending.reason}`;
    return isOpen
      ? { outcome: 'ambiguous', reason, cause: 'unanswered' }
      : { outcome: 'failed', reason, cause: 'given-up' };
  }
}
