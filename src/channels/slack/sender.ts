import type { Logger } from 'pino';
import type { Begin, Sender, Sending } from '../../ports/sender.ts';
import type { Delivery, Outbox } from '../../ports/store/outbox.ts';
import type { Engine } from '../../runtime/engine.ts';
import { deliveryOf, derivedName, deskOf } from '../../runtime/names.ts';
import type { Reached } from '../../runtime/reach.ts';
import { askingFor, waiting } from '../pace/delivery.ts';
import type { Asking } from '../pace/window.ts';
import { ownerSign } from '../teams/receiver/parse/ids.ts';
import { type SlackAddress, slackAddress, withoutThread } from './address.ts';
import type { Posted, SlackApi } from './api/api.ts';
import type { Failure } from './api/failure.ts';
import { type Looked, lookFor } from './api/find.ts';
import { messageOf, ownerOf, type Receipt, receiptOf, spentOf } from './delivery.ts';
import { type SlackMessage, slackBlocks, slackWords, spentSlackBlocks } from './render.ts';
import {
  afterLook,
  heldWith,
  isTooLate,
  retryWith,
  SENDER_LIMITS,
  sentWith,
  sparing,
  unreached,
} from './sending.ts';

/** What sending to Slack is made of. */
export interface SlackSenderParts {
  readonly api: Pick<SlackApi, 'post' | 'update' | 'history'>;
  readonly engine: Pick<Engine, 'reached' | 'accept'>;
  readonly outbox: Pick<Outbox, 'delivery'>;
  /** Where IT's desk of an organisation is, before anybody wrote there; null if that is not known. */
  readonly deskAddress: (organisation: string) => SlackAddress | null;
  /** Where a channel is that the playbook names, by its conversation; left out: none is named. */
  readonly channelAddress?: (conversation: string) => SlackAddress | null;
  readonly log: Logger;
}

/** Where a delivery goes, and on whose behalf. */
type Destination = SlackAddress & { readonly asking: Asking };

/** Carries messages to Slack: nothing is written again before it is known that it is not there. */
export class SlackSender implements Sender {
  readonly #parts: SlackSenderParts;
  /** Workspaces that refuse the app, as far as it was said. */
  readonly #refusing = new Set<string>();

  constructor(parts: SlackSenderParts) {
    this.#parts = parts;
  }

  async send(delivery: Delivery, begin?: Begin): Promise<Sending> {
    return sparing(receiptOf(delivery), await this.#send(delivery, begin));
  }

  /** What takes the place of another message can be sent again; a new one is looked for. */
  async settle(delivery: Delivery): Promise<Sending> {
    return sparing(receiptOf(delivery), await this.#settle(delivery));
  }

  async #send(delivery: Delivery, begin?: Begin): Promise<Sending> {
    const address = await this.#addressOf(delivery, begin);
    if ('outcome' in address) return address;
    return delivery.kind === 'spent' ? this.#spend(delivery, address) : this.#tell(delivery, address);
  }

  async #settle(delivery: Delivery): Promise<Sending> {
    const reason = 'the service stopped while it was being sent';
    if (delivery.kind === 'spent') return { outcome: 'retry', reason, afterMs: 0 };
    const address = await this.#addressOf(delivery);
    if ('outcome' in address) return address;
    const looked = await this.#lookFor(delivery, address);
    return afterLook(receiptOf(delivery), looked, { reason, afterMs: 0 });
  }

  async #addressOf(delivery: Delivery, begin?: Begin): Promise<Destination | Sending> {
    const { organisation, conversation } = ownerOf(delivery);
    const reached = await this.#parts.engine.reached(organisation, conversation, delivery.priority === 1);
    const found = reached.outcome === 'known' ? slackAddress(reached.reach) : this.#named(delivery, reached);
    if (found === null) return unreached(reached);
    const address = { ...found, asking: askingFor(delivery, begin) };
    if (delivery.kind !== 'message') return address;
    const { asked, thread = null } = messageOf(delivery);
    const root = await this.#sentAs(delivery, thread);
    if (root !== null) return { ...address, thread: address.thread ?? root.ts };
    // What comes by itself for IT's desk begins a new thread there.
    return conversation === deskOf(organisation) && !asked ? withoutThread(address) : address;
  }

  /** Where something is that the playbook names, before anybody wrote there. */
  #named(delivery: Delivery, reached: Reached): SlackAddress | null {
    const { organisation, conversation } = ownerOf(delivery);
    if (reached.outcome === 'left') return null;
    return conversation === deskOf(organisation)
      ? this.#parts.deskAddress(organisation)
      : (this.#parts.channelAddress?.(conversation) ?? null);
  }

  async #tell(delivery: Delivery, address: Destination): Promise<Sending> {
    const { unsure } = receiptOf(delivery);
    const looked = unsure ? await this.#lookFor(delivery, address) : null;
    if (looked !== null && looked.outcome !== 'absent')
      return afterLook(receiptOf(delivery), looked, { reason: 'it may have been written', afterMs: 0 });
    const content = this.#contentOf(delivery);
    const updated = await this.#replace(delivery, address, content);
    if (updated !== null) return updated;
    const posted = await this.#post(delivery, address, content);
    if (posted.outcome !== 'ambiguous') return this.#outcome(delivery, address, posted);
    const after = { reason: posted.reason, afterMs: SENDER_LIMITS.lookAgainMs };
    return afterLook(receiptOf(delivery), await this.#lookFor(delivery, address), after);
  }

  /** A thread that is not there any more must not keep a word from anybody: then it stands by itself. */
  async #post(delivery: Delivery, address: Destination, content: SlackMessage): Promise<Posted | Failure> {
    const posted = await this.#parts.api.post(address, address, content, delivery.id);
    const isLost = posted.outcome === 'gone' && posted.what === 'thread';
    if (!isLost || (messageOf(delivery).thread ?? null) === null) return posted;
    return this.#parts.api.post(address, withoutThread(address), content, delivery.id);
  }

  /** Puts it in the place of the message that it replaces; null where it has to follow as a new one. */
  async #replace(delivery: Delivery, address: Destination, content: SlackMessage): Promise<Sending | null> {
    const before = await this.#sentAs(delivery, messageOf(delivery).reply.replaces);
    if (before === null) return null;
    const updated = await this.#parts.api.update(address, before.channel, before.ts, content);
    if (updated.outcome === 'gone' && updated.what === 'message') return null;
    // Nobody waits for a change of what went to many; as a new message it would be there twice.
    if (isTooLate(updated) && delivery.priority === 0) return null;
    return this.#outcome(delivery, address, updated);
  }

  /** Takes the choices of an answered message away. One that is not there any more needs that no longer. */
  async #spend(delivery: Delivery, address: Destination): Promise<Sending> {
    const { conversation, spent } = spentOf(delivery);
    const answered = await this.#parts.outbox.delivery(deliveryOf(conversation, spent.key));
    const { ts, channel, asText } = answered === null ? receiptOf(delivery) : receiptOf(answered);
    if (answered === null || ts === null || channel === null || asText)
      return { outcome: 'skipped', reason: 'the message that was answered is not there with its buttons' };
    const content = spentSlackBlocks(messageOf(answered).reply.message, spent.chosen);
    const updated = await this.#parts.api.update(address, channel, ts, content);
    if (updated.outcome === 'gone' && updated.what === 'message')
      return { outcome: 'skipped', reason: updated.reason };
    // Its buttons do no harm; the answer that waits behind this is what somebody waits for.
    if (isTooLate(updated)) return { outcome: 'skipped', reason: updated.reason };
    return this.#outcome(delivery, address, updated);
  }

  /** Blocks that cannot be made must not keep a number from somebody: then it is words. */
  #contentOf(delivery: Delivery): SlackMessage {
    const { reply, conversation } = messageOf(delivery);
    if (receiptOf(delivery).asText) return slackWords(reply.message);
    try {
      return slackBlocks(reply.message, { of: ownerSign(conversation), on: reply.key });
    } catch (cause) {
      const fault = cause instanceof Error ? cause.name : typeof cause;
      this.#parts.log.error({ delivery: delivery.id, fault }, 'blocks could not be made; it goes as text');
      return slackWords(reply.message);
    }
  }

  /** Under which name Slack has the message of a key; null if it does not have it for sure. */
  async #sentAs(delivery: Delivery, key: string | null): Promise<{ ts: string; channel: string } | null> {
    if (key === null) return null;
    const before = await this.#parts.outbox.delivery(deliveryOf(ownerOf(delivery).conversation, key));
    const { ts, channel } = before === null ? { ts: null, channel: null } : receiptOf(before);
    return ts === null || channel === null ? null : { ts, channel };
  }

  #lookFor(delivery: Delivery, address: Destination): Promise<Looked> {
    const { at } = messageOf(delivery);
    return lookFor(this.#parts.api, address, { delivery: delivery.id, at: address, since: at });
  }

  async #outcome(delivery: Delivery, address: Destination, did: Posted | Failure): Promise<Sending> {
    const kept = { ...receiptOf(delivery), unsure: false };
    switch (did.outcome) {
      case 'sent':
        this.#refusing.delete(address.team);
        return sentWith(kept, did);
      case 'gone':
        if (did.what === 'conversation' || did.what === 'person') await this.#leave(delivery);
        return { outcome: 'failed', reason: did.reason, cause: 'left' };
      case 'not-taken':
        return kept.asText || delivery.kind === 'spent'
          ? { outcome: 'failed', reason: did.reason, cause: 'content' }
          : retryWith({ ...kept, asText: true }, `${did.reason}; as text`, 0);
      case 'failed':
        return did.about === 'request'
          ? { outcome: 'failed', reason: did.reason, cause: 'refused' }
          : this.#hold(address.team, did.reason, receiptOf(delivery));
      case 'retry':
        return waiting(did);
      case 'ambiguous':
        return { ...did, cause: 'unanswered' };
    }
  }

  /** Nothing goes to this workspace before its operator has done something: its messages wait, and no others. */
  #hold(team: string, reason: string, kept: Receipt): Sending {
    if (!this.#refusing.has(team)) this.#parts.log.error({ team, reason }, 'a workspace refuses the app');
    this.#refusing.add(team);
    return heldWith(kept, reason);
  }

  /** The bot was removed and nobody told: nothing more is sent there until somebody writes. */
  async #leave(delivery: Delivery): Promise<void> {
    const { organisation, conversation } = ownerOf(delivery);
    const reached = await this.#parts.engine.reached(organisation, conversation);
    if (reached.outcome !== 'known') return;
    const { reach, user } = reached;
    const from = { user, desk: false, locale: null, role: null, site: null };
    const id = derivedName('slack/gone/', delivery.id, `/${delivery.attempt}`);
    const event = { id, organisation, conversation, from, what: { kind: 'left' }, ahead: 0, reach } as const;
    await this.#parts.engine.accept(event);
  }
}
