import type { Logger } from 'pino';
import type { MailboxSetup } from '../config/handoffs.ts';
import { meaningOf } from '../domain/orders/meaning.ts';
import type { Order, OrderMail } from '../domain/orders/order.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { openMailbox, type Place } from '../handoffs/mailbox/imap.ts';
import type { ReadMail } from '../handoffs/mailbox/read-mail.ts';
import { MailboxReader } from '../handoffs/mailbox/reader.ts';
import { isBelieved, mentionedIn } from '../handoffs/mailbox/recognise.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { systemAlarm } from '../runtime/alarm.ts';
import type { Engine } from '../runtime/engine.ts';
import { faultForLog, mayPass } from '../runtime/fault.ts';
import { KINDS } from '../runtime/record-codecs.ts';
import type { Begun, InOne } from './in-one.ts';

/** What reading the mailbox needs of the service around it. */
export interface MailboxSurroundings {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly engine: Pick<Engine, 'orderEvent'>;
  readonly store: Pick<Store, 'record' | 'writeRecords'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** How far the mailbox was read belongs to no organisation. */
const KEPT_UNDER = { organisation: '@mailbox', kind: 'mailbox-place' } as const;

/** The mailbox into which suppliers answer; of several processes one reads it. */
export function mailboxIn(setup: MailboxSetup, around: MailboxSurroundings, inOne: InOne): Begun {
  return inOne(() => {
    const reader = readerOf(setup, around);
    reader.start();
    return reader;
  });
}

function readerOf(setup: MailboxSetup, around: MailboxSurroundings): MailboxReader {
  const { store, clock, log } = around;
  const { host, user, folder } = setup;
  const key = { ...KEPT_UNDER, id: `${user}@${host}/${folder}`.slice(0, 300) };
  return new MailboxReader({
    open: () => openMailbox(setup),
    async place() {
      const kept = await store.record(key);
      // Written below from the same type.
      return kept === null ? null : (kept.body as unknown as Place);
    },
    async keepPlace(place) {
      const at = clock.now().epochMilliseconds;
      await store.writeRecords([{ change: 'write', ...key, at, keys: {}, body: { ...place } }]);
    },
    take: (mail) => takeMail(around, mail).catch((cause: unknown) => leave(log, mail, cause)),
    ...{ alarm: systemAlarm, log },
  });
}

/** What will pass is tried again; a mail that this program cannot take holds up no other, and somebody finds it in the mailbox. */
function leave(log: Logger, { id }: ReadMail, cause: unknown): void {
  if (mayPass(cause)) throw cause;
  log.error({ mail: id, ...faultForLog(cause) }, 'a mail could not be taken in, and is left where it lies');
}

/** A mail becomes an event of the order that it is about. One that names no order of ours is left where it lies. */
export async function takeMail(
  { playbooks, engine, store, clock }: MailboxSurroundings,
  mail: ReadMail,
): Promise<void> {
  const found = await orderOf({ playbooks, store }, mail);
  if (found === null) return;
  const { playbook, order } = found;
  const rule = playbook.handOffs.suppliers.get(order.supplier);
  const what: OrderMail = {
    ...{ at: clock.now().epochMilliseconds, from: mail.from ?? '?', subject: mail.subject, text: mail.text },
    believed: isBelieved(mail, rule?.believed ?? []),
    taken: meaningOf(mail, playbook.languages),
  };
  const { organisation } = playbook;
  const id = `mail/${organisation}/${order.id}/${mail.id}`;
  await engine.orderEvent({ id, organisation, order: order.id, what: { kind: 'mail', mail: what } });
}

interface FoundOrder {
  readonly playbook: Playbook;
  readonly order: Order;
}

/** By the thread, else by the subject; of several organisations with such a reference, the one whose supplier wrote. */
async function orderOf(
  { playbooks, store }: Pick<MailboxSurroundings, 'playbooks' | 'store'>,
  mail: ReadMail,
): Promise<FoundOrder | null> {
  const { thread, subject } = mentionedIn(mail);
  const named = subject.flatMap((order) =>
    [...playbooks.keys()].map((organisation) => ({ organisation, order })),
  );
  const found: FoundOrder[] = [];
  for (const { organisation, order: id } of [...thread, ...named]) {
    const playbook = playbooks.get(organisation);
    const record = playbook && (await store.record({ organisation, kind: KINDS.order, id }));
    if (playbook && record) found.push({ playbook, order: record.body as unknown as Order });
  }
  const believed = found.find(({ playbook, order }) =>
    isBelieved(mail, playbook.handOffs.suppliers.get(order.supplier)?.believed ?? []),
  );
  return believed ?? found[0] ?? null;
}
