import type { Logger } from 'pino';
import type { Alarm } from '../../ports/alarm.ts';
import type { MailboxConnection, Place } from './imap.ts';
import { type ReadMail, readMail } from './read-mail.ts';

/** What reading a mailbox is made of. */
export interface MailboxReaderParts {
  readonly open: () => Promise<MailboxConnection>;
  /** How far it was read before; null: never. */
  readonly place: () => Promise<Place | null>;
  readonly keepPlace: (place: Place) => Promise<void>;
  /** Takes a mail in; done when it resolves. Where it rejects it is given again, and again. The same again does no harm. */
  readonly take: (mail: ReadMail) => Promise<void>;
  readonly alarm: Alarm;
  readonly log: Logger;
}

export const READER_LIMITS = {
  /** It is looked at least so often, in ms, whatever the server says. */
  lookMs: 120_000,
  /** Mails at a time. */
  portion: 20,
  /** Mails that are read again where the server has numbered them anew. */
  again: 500,
  /** Pauses after a connection that failed: from, to, in ms. */
  restMs: { least: 1000, most: 300_000 },
} as const;

const LOGIN = 'the mailbox refuses us: look at the user and password in DRIFTVAKT_IMAP_URL';
const UNREACHED = 'the mailbox cannot be read; it is tried again';

/** Reads what comes into a mailbox, each mail once, over and over; connects anew where the connection ends. */
export class MailboxReader {
  readonly #parts: MailboxReaderParts;
  readonly #end = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #failures = 0;

  constructor(parts: MailboxReaderParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#end.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#end.signal.aborted) {
      try {
        await this.#connected();
      } catch (cause) {
        this.#failed(cause);
      }
      if (!this.#end.signal.aborted) await this.#rest();
    }
  }

  async #connected(): Promise<void> {
    const connection = await this.#parts.open();
    try {
      let next = await this.#begin(connection);
      while (connection.isOpen && !this.#end.signal.aborted) {
        next = await this.#catchUp(connection, next);
        this.#recovered();
        await connection.wait(READER_LIMITS.lookMs, this.#end.signal);
      }
    } finally {
      await connection.close();
    }
  }

  /** Where to go on. What lay there before the first time answers nothing of ours. */
  async #begin({ validity, nextUid }: MailboxConnection): Promise<number> {
    const place = await this.#parts.place();
    if (place === null) await this.#parts.keepPlace({ validity, uid: nextUid - 1 });
    if (place === null) return nextUid;
    return place.validity === validity ? place.uid + 1 : Math.max(1, nextUid - READER_LIMITS.again);
  }

  /** @returns the number from which on nothing was read yet */
  async #catchUp(connection: MailboxConnection, from: number): Promise<number> {
    let next = from;
    for (;;) {
      const mails = await connection.from(next, READER_LIMITS.portion);
      for (const { uid, source } of mails) {
        const mail = await this.#understood(source, uid);
        if (mail !== null) await this.#parts.take(mail);
        next = uid + 1;
        await this.#parts.keepPlace({ validity: connection.validity, uid });
      }
      if (mails.length < READER_LIMITS.portion || this.#end.signal.aborted) return next;
    }
  }

  /** One that nobody can read holds up no other: somebody finds it in the mailbox. */
  async #understood(source: Uint8Array, uid: number): Promise<ReadMail | null> {
    try {
      return await readMail(source);
    } catch (cause) {
      const fault = cause instanceof Error ? cause.name : typeof cause;
      this.#parts.log.error(
        { uid, fault },
        'a mail cannot be read, and is left where it lies: look at it there',
      );
      return null;
    }
  }

  /** Told once, until it works again. */
  #failed(cause: unknown): void {
    this.#failures++;
    if (this.#failures > 1) return;
    const isRefused = typeof cause === 'object' && cause !== null && 'authenticationFailed' in cause;
    const fault = cause instanceof Error && 'code' in cause ? String(cause.code) : 'fault';
    this.#parts.log.error({ fault }, isRefused ? LOGIN : UNREACHED);
  }

  #recovered(): void {
    if (this.#failures > 0) this.#parts.log.info('the mailbox is read again');
    this.#failures = 0;
  }

  #rest(): Promise<void> {
    const { least, most } = READER_LIMITS.restMs;
    const ms = Math.min(most, least * 2 ** Math.min(this.#failures, 10));
    return new Promise((resolve) => {
      const cancel = this.#parts.alarm.after(ms, resolve);
      this.#end.signal.addEventListener(
        'abort',
        () => {
          cancel();
          resolve();
        },
        { once: true },
      );
    });
  }
}
