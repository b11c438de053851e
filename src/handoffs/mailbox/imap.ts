import { ImapFlow } from 'imapflow';
import { MAIL_LIMITS } from './read-mail.ts';

/** A mailbox on a server. */
export interface ImapAccount {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

/** How far a mailbox was read. A server that gives its mails other numbers gives another `validity`. */
export interface Place {
  readonly validity: string;
  readonly uid: number;
}

/** A mail as it lies there. */
export interface LyingMail {
  readonly uid: number;
  readonly source: Uint8Array;
}

/** A connection to a mailbox. */
export interface MailboxConnection {
  readonly validity: string;
  /** The number that the next mail will have. */
  readonly nextUid: number;
  /** Mails from this number on, oldest first, at most so many. They are only read: nothing in the mailbox changes. */
  from(uid: number, most: number): Promise<readonly LyingMail[]>;
  /** Resolves when something came, the connection ended, or the time is over. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Whether it can still be asked. */
  readonly isOpen: boolean;
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;
const LOCAL = /^(?:127\.0\.0\.1|localhost)$/;

/** @throws what the server or the network says; a login that is refused has `authenticationFailed` */
export async function openMailbox(account: ImapAccount): Promise<MailboxConnection> {
  const { host, port, secure, user, password, folder } = account;
  const client = new ImapFlow({
    ...{ host, port, secure, auth: { user, pass: password } },
    // A password never goes over the network unencrypted.
    ...(!secure && { doSTARTTLS: !LOCAL.test(host) }),
    ...{ logger: false, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, disableAutoIdle: true },
  });
  // What it says comes by the promises too; unheard it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const opened = await client.mailboxOpen(folder, { readOnly: true });
    return connectionOf(client, String(opened.uidValidity), opened.uidNext);
  } catch (cause) {
    client.close();
    throw cause;
  }
}

function connectionOf(client: ImapFlow, validity: string, nextUid: number): MailboxConnection {
  const signs = new Signs(client);
  return {
    ...{ validity, nextUid },
    get isOpen() {
      return signs.isOpen;
    },
    from(uid, most) {
      signs.seen();
      return mailsFrom(client, uid, most);
    },
    wait(ms, signal) {
      // By IDLE, where the server has it; else it is asked again when the time is over.
      client.idle().catch(() => undefined);
      return signs.wait(ms, signal);
    },
    async close() {
      if (signs.isOpen) await client.logout().catch(() => undefined);
      client.close();
    },
  };
}

async function mailsFrom(client: ImapFlow, uid: number, most: number): Promise<readonly LyingMail[]> {
  const found = await client.search({ uid: `${uid}:*` }, { uid: true });
  // "n:*" always means the last one too.
  const uids = (Array.isArray(found) ? found : []).filter((each) => each >= uid).sort((a, b) => a - b);
  const wanted = uids.slice(0, most);
  if (wanted.length === 0) return [];
  const query = { source: { maxLength: MAIL_LIMITS.bytes } };
  const mails = await client.fetchAll(wanted, query, { uid: true });
  return mails
    .flatMap(({ uid: own, source }) => (source === undefined ? [] : [{ uid: own, source }]))
    .sort((a, b) => a.uid - b.uid);
}

/** What the server says by itself. What came while it was being asked is not missed. */
class Signs {
  isOpen = true;
  #isNews = false;
  #wake = (): void => undefined;

  constructor(client: ImapFlow) {
    client.on('exists', () => {
      this.#isNews = true;
      this.#wake();
    });
    client.on('close', () => {
      this.isOpen = false;
      this.#wake();
    });
  }

  /** What came so far is looked at now. */
  seen(): void {
    this.#isNews = false;
  }

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#isNews || !this.isOpen || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    this.#wake = resolve;
    const abort = (): void => resolve();
    signal.addEventListener('abort', abort, { once: true });
    await promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
