import type { Logger } from 'pino';
import type { Cause } from '../../domain/notices/cause.ts';
import type { Attachment, Outgoing, Post, Posted } from '../../ports/post.ts';
import type { Begin, LetterFile, MessageBody, Sender, Sending } from '../../ports/sender.ts';
import type { Delivery } from '../../ports/store/outbox.ts';
import { letterOf } from './letter.ts';
import { MAIL_LIMITS } from './limits.ts';
import type { MailLinks } from './links.ts';

/** Somebody who gets mail. */
export interface Recipient {
  readonly address: string;
  /** The organisation's name, as the subject begins. */
  readonly organisation: string;
  /** How to end it; null: it is no subscription, and cannot be ended here. */
  readonly footer: string | null;
}

/** What sending mail is made of. */
export interface MailSenderParts {
  readonly post: Post;
  readonly links: MailLinks;
  /** Whom a conversation of this channel belongs to; null: nobody any more. */
  readonly recipient: (organisation: string, conversation: string) => Promise<Recipient | null>;
  /** Makes what goes with a letter; null: it is not there any more. Left out: nothing ever does. */
  readonly file?: (organisation: string, file: LetterFile) => Promise<Attachment | null>;
  /** What stands behind the @ in the names of letters. */
  readonly host: string;
  readonly log: Logger;
  /**
   * Of what may have arrived: a notice stays in doubt, which its author sees; what somebody is needed for is sent again
   * under the same name, for lost it is worse than there twice. Left out: it stays in doubt.
   */
  readonly inDoubt?: 'again';
}

/** Carries messages as letters. A letter that was sent cannot be changed: what replaces one follows it. */
export class MailSender implements Sender {
  readonly isBlind = true;
  readonly #parts: MailSenderParts;
  #refused = false;

  constructor(parts: MailSenderParts) {
    this.#parts = parts;
  }

  async send(delivery: Delivery, begin?: Begin): Promise<Sending> {
    if (delivery.kind !== 'message')
      return {
        outcome: 'skipped',
        reason: 'a letter cannot be changed once it is sent',
        cause: 'unchangeable',
      };
    // Written by the runtime from the same type.
    const { organisation, conversation, reply, file } = delivery.body as unknown as MessageBody;
    const recipient = await this.#parts.recipient(organisation, conversation);
    if (recipient === null)
      return { outcome: 'skipped', reason: 'nobody gets mail here any more', cause: 'unsubscribed' };
    const { links, post } = this.#parts;
    const unsubscribe = recipient.footer === null ? null : links.unsubscribe(organisation, conversation);
    const footer =
      recipient.footer === null || unsubscribe === null
        ? null
        : { text: recipient.footer, link: unsubscribe };
    const letter = letterOf(reply.message, recipient.organisation, links.in(reply.message), footer);
    const attached = file === undefined ? null : ((await this.#parts.file?.(organisation, file)) ?? null);
    if (file !== undefined && attached === null)
      return { outcome: 'skipped', reason: 'what was to go with it is not there any more' };
    const outgoing: Outgoing = {
      ...letter,
      to: recipient.address,
      messageId: this.#nameOf(conversation, reply.key),
      inReplyTo: reply.replaces === null ? null : this.#nameOf(conversation, firstOf(reply.replaces)),
      unsubscribe,
      ...(attached !== null && { attachments: [attached] }),
    };
    return this.#sending(delivery, await post.send(outgoing, begin));
  }

  /** Nobody can ask a mail server. The name of the letter is the same if it has to be sent again by hand. */
  async settle(delivery: Delivery): Promise<Sending> {
    return this.#doubtful(delivery, {
      cause: 'stopped',
      reason: 'the service stopped while the letter was being sent',
    });
  }

  #doubtful({ attempt }: Delivery, doubt: { readonly reason: string; readonly cause: Cause }): Sending {
    if (this.#parts.inDoubt !== 'again' || attempt >= MAIL_LIMITS.tries)
      return { outcome: 'ambiguous', ...doubt };
    return { outcome: 'retry', reason: doubt.reason, afterMs: 0, doubt: 'open' };
  }

  #nameOf(conversation: string, key: string): string {
    const [, organisation = '', address = ''] = conversation.split('/');
    return `<${[organisation, address, key].join('.').replaceAll(/[^A-Za-z0-9.-]/g, '-')}@${this.#parts.host}>`;
  }

  #sending(delivery: Delivery, posted: Posted): Sending {
    if (posted.outcome === 'later') return { ...posted, afterMs: 1000 };
    if (posted.outcome !== 'retry') {
      this.#refused = false;
      if (posted.outcome === 'sent') return { outcome: 'sent', receipt: null };
      if (posted.outcome === 'failed') return { ...posted, cause: 'refused' };
      return this.#doubtful(delivery, { reason: posted.reason, cause: 'unanswered' });
    }
    const { reason, held } = posted;
    if (held && !this.#refused) this.#parts.log.error({ reason }, 'mail cannot be sent');
    this.#refused ||= held;
    return { outcome: 'retry', reason, afterMs: held ? MAIL_LIMITS.heldMs : 0 };
  }
}

/** All letters about a notice answer its first one: `n-K7M2-QX4P-3` follows `n-K7M2-QX4P-1`; so do those about a ping. */
function firstOf(key: string): string {
  return key.replace(/^(n-.+-)\d+$/, '$11').replace(/^(p-.+-\d+)-r\d+$/, '$1');
}
