import type { Logger } from 'pino';
import { smtpPost } from '../channels/mail/post.ts';
import { type HandoffSetup, variableOf } from '../config/handoffs.ts';
import type { MailSetup } from '../config/mail.ts';
import type { HandOffWay } from '../domain/orders/rules.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { MailHandoff } from '../handoffs/mail/mail.ts';
import { HandoffSender } from '../handoffs/sender.ts';
import { TopdeskApi } from '../handoffs/topdesk/api.ts';
import { TopdeskHandoff } from '../handoffs/topdesk/topdesk.ts';
import { WebhookHandoff } from '../handoffs/webhook/webhook.ts';
import type { Clock } from '../ports/clock.ts';
import type { Handoff, ReadPicture } from '../ports/handoff.ts';
import type { Pictures } from '../ports/pictures.ts';
import type { Sender } from '../ports/sender.ts';
import type { Store } from '../ports/store.ts';
import { systemAlarm } from '../runtime/alarm.ts';
import type { Engine } from '../runtime/engine.ts';
import { StatusWatch } from '../runtime/orders/watch.ts';
import type { InOne } from './in-one.ts';

/** What handing over needs of the service around it. */
export interface HandoffSurroundings {
  readonly setup: HandoffSetup;
  readonly mail: MailSetup;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  /** Pictures that people sent; null: nothing keeps any here. */
  readonly pictures: Pick<Pictures, 'read'> | null;
  readonly engine: Pick<Engine, 'orderEvent'>;
  readonly store: Pick<Store, 'findRecords'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly inOne: InOne;
}

/** Handing over as it runs. */
export interface HandoffPart {
  readonly sender: Sender;
  /** Begins to look how orders stand in ticket systems; of several processes one does. */
  start(): void;
  stop(): Promise<void>;
}

/** Orders by mail, into TOPdesk and by webhook, and how they stand there. */
export function handoffsIn(around: HandoffSurroundings): HandoffPart {
  const { setup, mail, playbooks, clock, engine, store, log } = around;
  const readPicture = pictureReader(around.pictures);
  const byMail = mail.kind === 'off' ? null : mailHandoff(mail, readPicture);
  const topdesk = perOrganisation(playbooks, setup.topdesk, (account) => {
    const { address, name: operator, secret: applicationPassword } = account;
    const api = new TopdeskApi({ address, operator, applicationPassword });
    return new TopdeskHandoff({ api, readPicture });
  });
  const webhook = perOrganisation(
    playbooks,
    setup.webhook,
    ({ address, name: key, secret }) => new WebhookHandoff({ address, key, secret }, clock),
  );
  const ways: Record<Exclude<HandOffWay, 'hand'>, (organisation: string) => Handoff | { missing: string }> = {
    mail: () => byMail ?? { missing: 'mail is off: set DRIFTVAKT_SMTP_URL and DRIFTVAKT_MAIL_FROM' },
    topdesk: (organisation) => topdesk.get(organisation) ?? missing('TOPDESK', organisation),
    webhook: (organisation) => webhook.get(organisation) ?? missing('WEBHOOK', organisation),
  };
  const sender = new HandoffSender({ handoff: (organisation, way) => ways[way](organisation), clock });
  if (topdesk.size === 0) return { sender, start: () => undefined, stop: async () => undefined };
  const watching = around.inOne(() => {
    const watch = new StatusWatch({ store, engine, clock, log, alarm: systemAlarm, systems: topdesk });
    watch.start();
    return watch;
  });
  return { sender, start: () => watching.start(), stop: () => watching.stop() };
}

function mailHandoff(
  { server, from }: Extract<MailSetup, { kind: 'smtp' }>,
  readPicture: ReadPicture,
): MailHandoff {
  const host = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return new MailHandoff({ post: smtpPost(server, from), host, readPicture });
}

function perOrganisation<A, H>(
  playbooks: ReadonlyMap<string, Playbook>,
  accounts: ReadonlyMap<string, A>,
  make: (account: A) => H,
): ReadonlyMap<string, H> {
  return new Map(
    [...playbooks.keys()].flatMap((organisation): [string, H][] => {
      const account = accounts.get(variableOf(organisation));
      return account === undefined ? [] : [[organisation, make(account)]];
    }),
  );
}

function missing(kind: 'TOPDESK' | 'WEBHOOK', organisation: string): { missing: string } {
  return { missing: `DRIFTVAKT_${kind}_${variableOf(organisation)} is not set` };
}

/** Kept pictures are known by the id in their address. */
function pictureReader(pictures: Pick<Pictures, 'read'> | null): ReadPicture {
  return async ({ address }) => {
    const [, id] = /\/pictures\/([0-9a-f]{64})(?:\?|$)/.exec(address) ?? [];
    return id === undefined || pictures === null ? null : pictures.read(id);
  };
}
