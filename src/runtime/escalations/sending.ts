import type { Logger } from 'pino';
import { type PingView, pingLetter, pingMessage } from '../../conversation/pings/words.ts';
import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MessageBody, Sending } from '../../ports/sender.ts';
import type { Json } from '../../ports/store/json.ts';
import type { Delivery } from '../../ports/store/outbox.ts';
import type { Store } from '../../ports/store.ts';
import { faultForLog } from '../fault.ts';
import { memoryOf } from '../memory.ts';
import { channelOf } from '../names.ts';
import { type PingBody, pingBodyOf } from './deliveries.ts';
import { PING_MAIL } from './pingable.ts';
import { readEscalation, readReports } from './records.ts';

/** What sending pings needs from around it. */
export interface PingSendingParts {
  readonly store: Pick<Store, 'record' | 'load' | 'latestDelivery'>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Reports whose facts are told; the rest is a number. */
const MOST_REPORTS = 5;

const skipped = (reason: string): Sending => ({ outcome: 'skipped', reason });

/** Makes of a delivery of the kind `ping` one of the kind `message`, as things are when it is sent. */
export class PingSending {
  readonly #parts: PingSendingParts;

  constructor(parts: PingSendingParts) {
    this.#parts = parts;
  }

  /**
   * The delivery as a channel takes it, or why it is not sent: nobody is pinged for what somebody has.
   * @param isBegun whether it may have been sent already: then it is not asked whether it is still wanted
   * @throws StoreError
   */
  async carried(delivery: Delivery, isBegun: boolean): Promise<Delivery | Sending> {
    const body = pingBodyOf(delivery);
    const { store, playbooks } = this.#parts;
    const playbook = playbooks.get(body.organisation);
    const { escalation } = await readEscalation(store, body.organisation, body.escalation);
    if (playbook === undefined || escalation === null)
      return skipped('the escalation, or its organisation, is not there any more');
    const held = body.how === 'change' ? await this.#held(delivery, body) : null;
    const unwanted = isBegun ? null : unwantedNow(escalation, body, held);
    if (unwanted !== null) return skipped(unwanted);
    try {
      const message = await this.#message(delivery, body, playbook, escalation, held);
      return { ...delivery, kind: 'message', body: message as unknown as Json };
    } catch (cause) {
      this.#parts.log.error({ delivery: delivery.id, ...faultForLog(cause) }, 'a ping could not be worded');
      return {
        outcome: 'failed',
        reason: 'its words could not be made; the log tells more',
        cause: 'words',
      };
    }
  }

  /** An answer that was committed while it waited for its turn holds it back. @throws StoreError */
  async mayLeave(delivery: Delivery): Promise<boolean> {
    const body = pingBodyOf(delivery);
    const { escalation } = await readEscalation(this.#parts.store, body.organisation, body.escalation);
    if (escalation === null) return false;
    return body.how === 'change' ? body.revision >= escalation.revision : isAsked(escalation, body);
  }

  /** The message that is there: the newest that surely arrived, else one that perhaps did. */
  async #held({ destination }: Delivery, { topic }: PingBody): Promise<PingBody | null> {
    const { store } = this.#parts;
    const found =
      (await store.latestDelivery({ topic, destination, states: ['sent'] })) ??
      (await store.latestDelivery({ topic, destination, states: ['ambiguous'] }));
    return found === null ? null : pingBodyOf(found);
  }

  async #message(
    { destination }: Delivery,
    body: PingBody,
    playbook: Playbook,
    escalation: Escalation,
    held: PingBody | null,
  ): Promise<MessageBody> {
    const { organisation, key, ahead } = body;
    const view = await pingView(this.#parts, playbook, escalation, {
      ...{ destination, contact: body.contact, language: body.language, ahead },
    });
    const now = this.#parts.clock.now().epochMilliseconds + ahead;
    const isLetter = channelOf(destination) === PING_MAIL;
    return {
      ...{ organisation, conversation: destination, at: now, asked: false },
      reply: { key, replaces: held?.key ?? null, message: isLetter ? pingLetter(view) : pingMessage(view) },
    };
  }
}

/** An escalation as somebody sees it who is pinged for it. */
export async function pingView(
  { store, clock }: Pick<PingSendingParts, 'store' | 'clock'>,
  playbook: Playbook,
  escalation: Escalation,
  to: Pick<PingBody, 'contact' | 'language' | 'ahead'> & { readonly destination: string },
): Promise<PingView> {
  const ids = escalation.matter.reports.slice(0, MOST_REPORTS);
  const [reports, stored] = await Promise.all([
    readReports(store, playbook.organisation, ids),
    store.load(to.destination),
  ]);
  const at = clock.now().epochMilliseconds + to.ahead;
  return {
    ...{ playbook, escalation, contact: to.contact, reports: reports.map(({ report }) => report) },
    language: memoryOf(stored).state.language ?? to.language ?? playbook.languages[0],
    now: Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone),
  };
}

function unwantedNow(escalation: Escalation, body: PingBody, held: PingBody | null): string | null {
  if (body.how === 'change') {
    if (body.revision < escalation.revision) return 'a later change is on its way';
    return held === null ? 'what it changes never arrived' : null;
  }
  return isAsked(escalation, body) ? null : 'it is not asked of them any more';
}

function isAsked({ pings, state }: Escalation, body: PingBody): boolean {
  const ping = pings.findLast(({ contact }) => contact === body.contact);
  return (state === 'open' || ping?.kind === 'last') && ping?.state === 'waiting';
}
