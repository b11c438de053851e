import type { Logger } from 'pino';
import { z } from 'zod';
import type { Begin, MessageBody, Sender, Sending, SpentBody } from '../../ports/sender.ts';
import type { Delivery, Outbox } from '../../ports/store/outbox.ts';
import type { Engine } from '../../runtime/engine.ts';
import { deliveryOf, derivedName, deskOf } from '../../runtime/names.ts';
import type { Reached } from '../../runtime/reach.ts';
import { askingFor, waiting } from '../pace/delivery.ts';
import type { Asking } from '../pace/window.ts';
import { cardMessage, spentMessage, type TeamsMessage, textMessage } from './activity.ts';
import { inThreadOf, type TeamsAddress, teamsAddress, withoutThread } from './address.ts';
import type { Connector, Sent, Updated } from './connector/connector.ts';
import { ownerSign } from './receiver/parse/ids.ts';

/** What sending to Teams is made of. */
export interface TeamsSenderParts {
  readonly connector: Pick<Connector, 'post' | 'update' | 'begins'>;
  readonly engine: Pick<Engine, 'reached' | 'accept'>;
  readonly outbox: Pick<Outbox, 'delivery'>;
  /** Where IT's desk of an organisation is, before anybody wrote there; null if that is not known. */
  readonly deskAddress: (organisation: string) => TeamsAddress | null;
  /** Where a channel is that the playbook names, by its conversation; left out: none is named. */
  readonly channelAddress?: (conversation: string) => TeamsAddress | null;
  readonly log: Logger;
}

/** What is kept about a message: by which name Teams knows it, or that its card was refused. */
const receipt = z.object({ activity: z.string().nullable().catch(null), asText: z.boolean().catch(false) });

/** Where a delivery goes, and on whose behalf. */
type Destination = TeamsAddress & { readonly asking: Asking };

/** Carries messages to Teams: each try is one request, and the outbox decides about every other. */
export class TeamsSender implements Sender {
  /** Teams cannot be asked what it has. */
  readonly begins: boolean;
  readonly #parts: TeamsSenderParts;

  constructor(parts: TeamsSenderParts) {
    this.#parts = parts;
    this.begins = parts.connector.begins === true;
  }

  async send(delivery: Delivery, begin?: Begin): Promise<Sending> {
    const { organisation, conversation } = bodyOf(delivery);
    const reached = await this.#parts.engine.reached(organisation, conversation, delivery.priority === 1);
    const found = this.#addressOf(organisation, conversation, reached);
    if (found === null) return unreached(reached);
    const address = { ...found, asking: askingFor(delivery, begin) };
    if (delivery.kind === 'spent') return this.#spend(delivery, address);
    return this.#tell(delivery, address);
  }

  /** What takes the place of another message can be sent again; Teams cannot be asked whether it has a new one. */
  async settle(delivery: Delivery): Promise<Sending> {
    const { reply } = messageOf(delivery);
    const repeats = delivery.kind === 'spent' || (await this.#sentAs(delivery, reply.replaces)) !== null;
    const reason = 'the service stopped while it was being sent';
    return repeats
      ? { outcome: 'retry', reason, afterMs: 0 }
      : { outcome: 'ambiguous', reason, cause: 'stopped' };
  }

  #addressOf(organisation: string, conversation: string, reached: Reached): TeamsAddress | null {
    if (reached.outcome === 'known') return teamsAddress(reached.reach);
    if (reached.outcome === 'left') return null;
    return conversation === deskOf(organisation)
      ? this.#parts.deskAddress(organisation)
      : (this.#parts.channelAddress?.(conversation) ?? null);
  }

  async #tell(delivery: Delivery, address: Destination): Promise<Sending> {
    const { reply, conversation } = messageOf(delivery);
    const { asText } = receiptOf(delivery);
    const content = this.#render(delivery, () =>
      asText
        ? textMessage(reply.message)
        : cardMessage(reply.message, { of: ownerSign(conversation), on: reply.key }),
    );
    const before = await this.#sentAs(delivery, reply.replaces);
    const sent = before === null ? null : await this.#parts.connector.update(address, before, content);
    if (sent !== null && !isMessageGone(sent)) return this.#outcome(delivery, sent, asText);
    const to = await this.#placeOf(delivery, address);
    return this.#outcome(delivery, await this.#parts.connector.post(to, content), asText);
  }

  /** Where a new message goes: into the thread of another, if Teams has that one for sure. */
  async #placeOf(delivery: Delivery, address: Destination): Promise<Destination> {
    const { organisation, conversation, asked, thread = null } = messageOf(delivery);
    const root = await this.#sentAs(delivery, thread);
    if (root !== null) return inThreadOf(address, root);
    // What comes by itself for IT's desk begins a new thread there.
    return conversation === deskOf(organisation) && !asked ? withoutThread(address) : address;
  }

  /** Takes the choices of an answered message away. One that is not there any more needs that no longer. */
  async #spend(delivery: Delivery, address: Destination): Promise<Sending> {
    const { conversation, spent } = delivery.body as unknown as SpentBody;
    const answered = await this.#parts.outbox.delivery(deliveryOf(conversation, spent.key));
    const activity = answered === null ? null : receiptOf(answered).activity;
    if (answered === null || activity === null || receiptOf(answered).asText)
      return { outcome: 'skipped', reason: 'the message that was answered is not there as a card' };
    const { message } = messageOf(answered).reply;
    const sign = { of: ownerSign(conversation), on: spent.key };
    const content = spentMessage(message, sign, spent.chosen);
    const sent = await this.#parts.connector.update(address, activity, content);
    return isMessageGone(sent)
      ? { outcome: 'skipped', reason: sent.reason }
      : this.#outcome(delivery, sent, true);
  }

  /** A card that cannot be made must not keep a number from somebody: then it is words. */
  #render(delivery: Delivery, render: () => TeamsMessage): TeamsMessage {
    try {
      return render();
    } catch (cause) {
      const fault = cause instanceof Error ? cause.name : typeof cause;
      this.#parts.log.error({ delivery: delivery.id, fault }, 'a card could not be made; it goes as text');
      return textMessage(messageOf(delivery).reply.message);
    }
  }

  /** By which name Teams knows the message of a key; null if it does not have it for sure. */
  async #sentAs(delivery: Delivery, key: string | null): Promise<string | null> {
    if (key === null) return null;
    const { conversation } = bodyOf(delivery);
    const before = await this.#parts.outbox.delivery(deliveryOf(conversation, key));
    return before === null ? null : receiptOf(before).activity;
  }

  async #outcome(delivery: Delivery, sent: Sent | Updated, isLast: boolean): Promise<Sending> {
    switch (sent.outcome) {
      case 'sent':
        return { outcome: 'sent', receipt: { activity: sent.activity, asText: receiptOf(delivery).asText } };
      case 'gone':
        await this.#leave(delivery);
        return { outcome: 'failed', reason: sent.reason, cause: 'left' };
      case 'not-taken':
        return isLast
          ? { outcome: 'failed', reason: sent.reason, cause: 'content' }
          : { outcome: 'retry', reason: `${sent.reason}; as text`, afterMs: 0, receipt: { asText: true } };
      case 'retry':
        return waiting(sent);
      case 'failed':
        return { ...sent, cause: 'refused' };
      case 'ambiguous':
        return { ...sent, cause: 'unanswered' };
    }
  }

  /** The bot was removed or blocked and nobody told: nothing more is sent there until somebody writes. */
  async #leave(delivery: Delivery): Promise<void> {
    const { organisation, conversation } = bodyOf(delivery);
    const reached = await this.#parts.engine.reached(organisation, conversation);
    if (reached.outcome !== 'known') return;
    const { reach, user } = reached;
    const from = { user, desk: false, locale: null, role: null, site: null };
    const id = derivedName('teams/gone/', delivery.id, `/${delivery.attempt}`);
    const event = { id, organisation, conversation, from, what: { kind: 'left' }, ahead: 0, reach } as const;
    await this.#parts.engine.accept(event);
  }
}

function unreached(reached: Reached): Sending {
  return reached.outcome === 'left'
    ? { outcome: 'skipped', reason: 'the bot was removed or blocked there', cause: 'left' }
    : {
        outcome: 'failed',
        reason: 'nobody has written there yet, so its address is not known',
        cause: 'unknown-address',
      };
}

function isMessageGone(sent: Sent | Updated): sent is Extract<Sent, { outcome: 'gone' }> {
  return sent.outcome === 'gone' && sent.what === 'message';
}

function bodyOf({ body }: Delivery): { readonly organisation: string; readonly conversation: string } {
  // Written by the runtime from these types.
  return body as unknown as MessageBody | SpentBody;
}

function messageOf({ body }: Delivery): MessageBody {
  return body as unknown as MessageBody;
}

function receiptOf(delivery: Delivery): z.output<typeof receipt> {
  // Nothing is kept of nearly all of them, and to have that refused costs more than all the rest.
  const kept = delivery.receipt === null ? null : receipt.safeParse(delivery.receipt).data;
  return kept ?? { activity: null, asText: false };
}
