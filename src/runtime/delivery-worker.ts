import type { Logger } from 'pino';
import { reasonText } from '../domain/notices/cause.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { Begin, Sender, Sending } from '../ports/sender.ts';
import { StoreError } from '../ports/store/error.ts';
import type { Hand } from '../ports/store/inbox.ts';
import { CLAIMED, type Delivery, type Settlement } from '../ports/store/outbox.ts';
import type { Store } from '../ports/store.ts';
import { waitAfter } from './backoff.ts';
import { faultForLog, mayPass } from './fault.ts';
import { channelOf } from './names.ts';
import { Outcomes } from './outcomes.ts';
import { type Follow, UNKNOWN } from './pump.ts';

/** What sending needs from around it. */
export interface DeliveryWorkerParts {
  readonly store: Store;
  /** By channel: the first part of a delivery's destination. */
  readonly senders: ReadonlyMap<string, Sender>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /** Makes messages of deliveries of other kinds when they are sent, by kind: of notices, and of pings. */
  readonly carriers: ReadonlyMap<string, Carrier>;
}

/** Makes a message of a delivery that names what it is about, and not its words. */
export interface Carrier {
  /**
   * The delivery as a channel takes it, or why it is not sent.
   * @param isBegun whether it may have been sent already: then it is not asked whether anybody still wants it
   * @throws StoreError
   */
  carried(delivery: Delivery, isBegun: boolean): Promise<Delivery | Sending>;
  /**
   * Whether it is still wanted right before it leaves: it may have waited for its turn since its words were made. Left
   * out: it leaves all the same.
   * @throws StoreError
   */
  mayLeave?(delivery: Delivery): Promise<boolean>;
}

/** So often a message is tried; with the growing waits that takes about an hour. */
const MOST_TRIES = 20;
const LONGEST_WAIT_MS = 300_000;

const NOT_BEGUN: Sending = {
  outcome: 'later',
  reason: 'the service stopped before it was sent',
  afterMs: 0,
};

const NOT_HEARD_OF: Sending = {
  outcome: 'later',
  reason: 'the answer of the store was lost, so it was not sent',
  afterMs: 0,
};

/** A broadcast has hundreds of messages in hand at a time; for what somebody waits for one more write would be a delay. */
function isMarked({ priority }: Delivery, sender: Sender | undefined): boolean {
  return sender?.begins === 'always' || (priority === 1 && sender?.begins === true);
}

/** Takes one delivery to its sender, and writes down what became of it. */
export class DeliveryWorker {
  readonly #parts: DeliveryWorkerParts;
  readonly #underWay = new Set<string>();
  readonly #outcomes = new Outcomes();

  constructor(parts: DeliveryWorkerParts) {
    this.#parts = parts;
  }

  /**
   * @param hand who takes what waits behind it, asked when it is settled; null: nobody
   * @throws StoreError if what became of it could not be written down; it is then settled when its lease runs out
   */
  async send(delivery: Delivery, hand: (() => Hand | null) | null = null): Promise<Follow<Delivery>> {
    this.#underWay.add(delivery.id);
    try {
      const sending = await this.#carry(delivery, 'send');
      this.#outcomes.keep(delivery, sending);
      return await this.#settle(delivery, sending, hand);
    } finally {
      this.#underWay.delete(delivery.id);
    }
  }

  /** Finds out what became of one that was being sent when the process died, or that was held for too long. */
  async settleInterrupted(delivery: Delivery): Promise<void> {
    if (this.#underWay.has(delivery.id)) return;
    await this.#settle(delivery, this.#outcomes.of(delivery) ?? (await this.#foundOut(delivery)));
  }

  /** @returns whether it was given back; it is not if it is being sent */
  async giveBack(delivery: Delivery): Promise<boolean> {
    if (this.#underWay.has(delivery.id)) return false;
    await this.#settle(delivery, this.#outcomes.of(delivery) ?? NOT_HEARD_OF);
    return true;
  }

  async #foundOut(delivery: Delivery): Promise<Sending> {
    return this.#isBegun(delivery) ? this.#carry(delivery, 'settle') : NOT_BEGUN;
  }

  /** Whether something of it may have left. */
  #isBegun(delivery: Delivery): boolean {
    const sender = this.#senderOf(delivery);
    return !isMarked(delivery, sender) || delivery.reason !== CLAIMED;
  }

  /** The words of a notice, or a ping, are made when it is sent. */
  async #carry(delivery: Delivery, what: 'send' | 'settle'): Promise<Sending> {
    const carrier = this.#parts.carriers.get(delivery.kind);
    if (carrier === undefined) return this.#ask(delivery, what);
    const carried = await carrier.carried(delivery, what === 'settle');
    if (!('outcome' in carried)) return this.#ask(carried, what, carrier.mayLeave?.bind(carrier, delivery));
    return delivery.unsure && what === 'send' ? this.#found(carrier, delivery, carried) : carried;
  }

  /** Nobody wants it any more, but it may be there: that has to be known, so that it is changed or taken back. */
  async #found(carrier: Carrier, delivery: Delivery, unwanted: Sending): Promise<Sending> {
    const carried = await carrier.carried(delivery, true);
    if ('outcome' in carried) return unwanted;
    const found = await this.#ask(carried, 'settle');
    if (found.outcome !== 'retry') return found;
    if (found.doubt !== 'open') return unwanted;
    // What follows says that it is over, and must not wait for tries that tell nothing.
    const isBlind = this.#senderOf(delivery)?.isBlind === true;
    return isBlind ? { outcome: 'ambiguous', reason: found.reason, cause: 'unanswered' } : found;
  }

  /** A sender that throws may have sent it or not: then it is asked to find out. */
  async #ask(delivery: Delivery, what: 'send' | 'settle', mayLeave?: Begin): Promise<Sending> {
    const channel = channelOf(delivery.destination);
    const sender = this.#parts.senders.get(channel);
    if (sender === undefined)
      return { outcome: 'skipped', reason: `no channel "${channel}" runs here`, cause: 'no-channel' };
    try {
      if (what === 'settle') return await sender.settle(delivery);
      return await sender.send(delivery, this.#beginOf(delivery, sender, mayLeave));
    } catch (cause) {
      this.#parts.log.error({ delivery: delivery.id, channel, ...faultForLog(cause) }, `could not ${what}`);
      if (what === 'send') return this.#ask(delivery, 'settle');
      return {
        ...{ outcome: 'ambiguous', cause: 'unanswered' },
        reason: 'the channel has a fault, and cannot tell whether it was sent',
      };
    }
  }

  #beginOf(delivery: Delivery, sender: Sender, mayLeave?: Begin): Begin | undefined {
    const begins = isMarked(delivery, sender) ? () => this.#begin(delivery) : undefined;
    if (mayLeave === undefined || begins === undefined) return begins ?? mayLeave;
    return async () => (await mayLeave()) && (await begins());
  }

  #senderOf({ destination }: Delivery): Sender | undefined {
    return this.#parts.senders.get(channelOf(destination));
  }

  async #begin({ id, attempt }: Delivery): Promise<boolean> {
    return (await this.#parts.store.begin({ id, attempt })) === 'begun';
  }

  async #settle(
    delivery: Delivery,
    sending: Sending,
    hand: (() => Hand | null) | null = null,
  ): Promise<Follow<Delivery>> {
    const { id, destination, attempt } = delivery;
    const settlement = this.#settlementOf(delivery, sending);
    if (settlement.state === 'failed' || settlement.state === 'ambiguous') {
      const { state, reason } = settlement;
      this.#parts.log.error(
        { delivery: id, destination, attempt, state, reason },
        'a message did not go out',
      );
    }
    return this.#write(settlement, destination, hand);
  }

  /** A receipt that does not fit must not hold up what was sent. */
  async #write(
    settlement: Settlement,
    destination: string,
    hand: (() => Hand | null) | null,
  ): Promise<Follow<Delivery>> {
    const { store } = this.#parts;
    try {
      const taker = hand?.() ?? null;
      if (taker !== null) {
        const { next, waits } = await store.settleAndNext(settlement, destination, taker);
        return { next, mayWait: waits };
      }
      await store.settle(settlement);
    } catch (cause) {
      if (!(cause instanceof StoreError) || mayPass(cause) || settlement.receipt === undefined) throw cause;
      const { receipt: _receipt, ...rest } = settlement;
      const reason = `${rest.reason}; what the platform said about it did not fit`;
      await store.settle({ ...rest, reason });
    }
    return UNKNOWN;
  }

  #settlementOf({ id, attempt, tries }: Delivery, sending: Sending): Settlement {
    const now = this.#parts.clock.now().epochMilliseconds;
    const about = { id, attempt, now };
    if (sending.outcome === 'sent')
      return { ...about, state: 'sent', reason: 'sent', receipt: sending.receipt };
    if (sending.outcome === 'later') {
      const { reason, afterMs, receipt, doubt } = sending;
      const wait = { tries: Math.max(0, tries - 1), notBefore: now + Math.max(1, Math.ceil(afterMs)) };
      // Else it is as sure as before.
      const known = {
        ...(receipt !== undefined && { receipt }),
        ...(doubt !== undefined && { unsure: true }),
      };
      return { ...about, ...wait, ...known, state: 'pending', reason };
    }
    if (sending.outcome !== 'retry') {
      const { outcome, reason, cause = null } = sending;
      return { ...about, state: outcome, reason: reasonText({ cause, sentence: reason }) };
    }
    if (tries - (sending.spared ?? 0) >= MOST_TRIES) {
      const sentence = `given up after ${tries} tries: ${sending.reason}`;
      return { ...about, state: 'failed', reason: reasonText({ cause: 'given-up', sentence }) };
    }
    const wait = Math.max(sending.afterMs, waitAfter(tries, LONGEST_WAIT_MS, this.#parts.random));
    const receipt = sending.receipt === undefined ? {} : { receipt: sending.receipt };
    return {
      ...about,
      ...receipt,
      state: 'pending',
      unsure: sending.doubt !== undefined,
      reason: sending.reason,
      notBefore: now + Math.ceil(wait),
    };
  }
}
