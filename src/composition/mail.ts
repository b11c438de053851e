import type { Logger } from 'pino';
import { mailAddress, maskedAddress } from '../channels/mail/address.ts';
import { MailLinks } from '../channels/mail/links.ts';
import { smtpPost } from '../channels/mail/post.ts';
import { MailSender, type MailSenderParts, type Recipient } from '../channels/mail/sender.ts';
import type { MailSetup } from '../config/mail.ts';
import type { Subscription } from '../domain/notices/subscription.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { LinkKeys } from '../http/link-key.ts';
import { subscribeRoutes } from '../http/routes/subscribe.ts';
import type { ChannelRoute } from '../http/server.ts';
import type { Networks } from '../http/status/networks.ts';
import { say } from '../locales/say.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sender } from '../ports/sender.ts';
import type { Store } from '../ports/store.ts';
import type { Engine } from '../runtime/engine.ts';
import { mailAddressAt } from '../runtime/escalations/pingable.ts';
import { KINDS, subscriptionId } from '../runtime/record-codecs.ts';

/** What mail needs of the service around it. */
export interface MailSurroundings {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly engine: Pick<Engine, 'accept'>;
  readonly store: Pick<Store, 'record'>;
  readonly keys: LinkKeys;
  readonly networks: Networks;
  readonly clock: Clock;
  /** Where people reach the service. */
  readonly base: () => string;
  readonly log: Logger;
  /** Makes what goes with a letter. */
  readonly file: NonNullable<MailSenderParts['file']>;
}

/** Mail as it runs. */
export interface MailPart {
  readonly sender: Sender;
  /** Carries pings to those who hold a contact. */
  readonly pings: Sender;
  readonly routes: readonly ChannelRoute[];
}

/** Notices by mail: letters through a server, and the pages on which people ask for them and end them. */
export function mailIn(setup: Extract<MailSetup, { kind: 'smtp' }>, around: MailSurroundings): MailPart {
  const { playbooks, engine, store, keys, networks, clock, base, log } = around;
  const links = new MailLinks(base, keys);
  const post = smtpPost(setup.server, setup.from);
  const host = /@([^\s<>@]+)>?$/.exec(setup.from)?.[1] ?? 'localhost';
  const pings = new MailSender({
    ...{ post, links, log, host, inDoubt: 'again', file: around.file },
    recipient: async (organisation, conversation) => pingedAt(playbooks.get(organisation), conversation),
  });
  const sender = new MailSender({
    ...{ post, links, log, host },
    recipient: (organisation, conversation) => recipientOf(store, playbooks, organisation, conversation),
  });
  const routes = subscribeRoutes({
    ...{ playbooks, clock, keys, networks },
    mail: {
      address(text) {
        const address = mailAddress(text);
        return address === null ? null : { address, shown: maskedAddress(address) };
      },
      conversationOf: (organisation, address) => links.conversationOf(organisation, address),
      confirm: (organisation, conversation, at) => links.confirm(organisation, conversation, at),
      confirmed: (organisation, query, now) => links.confirmed(organisation, query, now),
      ended: (organisation, query) => links.ended(organisation, query),
      accept: (inbound) => engine.accept(inbound),
    },
  });
  return { sender, pings, routes };
}

/** The address stands in the playbook, and goes with it. */
function pingedAt(playbook: Playbook | undefined, conversation: string): Recipient | null {
  const address = playbook === undefined ? null : mailAddressAt(playbook, conversation);
  return playbook === undefined || address === null
    ? null
    : { address, organisation: playbook.name, footer: null };
}

/** The address stands in the subscription, and goes with it. */
async function recipientOf(
  store: Pick<Store, 'record'>,
  playbooks: ReadonlyMap<string, Playbook>,
  organisation: string,
  conversation: string,
): Promise<Recipient | null> {
  const playbook = playbooks.get(organisation);
  const id = subscriptionId(conversation);
  const kept = await store.record({ organisation, kind: KINDS.subscription, id });
  if (playbook === undefined || kept === null) return null;
  // Written by the runtime from the same type.
  const { user, language } = kept.body as unknown as Subscription;
  if (user === null) return null;
  const { name, languages } = playbook;
  return {
    address: user,
    organisation: name,
    footer: say(language ?? languages[0], 'mail.footer', { name }),
  };
}
