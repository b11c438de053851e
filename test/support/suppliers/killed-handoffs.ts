import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../../../src/ports/store/outbox.ts';
import { ORDER_EVENTS } from '../../../src/runtime/orders/events.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { headerOf, MailServer } from '../mail-server.ts';
import { reportOf } from '../reports.ts';
import { ServiceProcess } from '../service-process.ts';
import { FakeTopdesk, OPERATOR } from './topdesk.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BY = { kind: 'bot' } as const;
/** Orders that are made while the service is dead, of each sort. */
const EACH_TIME = 2;
/** Of the supplier's answers so many are lost after it took the order, and so many are "busy". */
const [LOST, BUSY] = [0.3, 0.1];
/** How long a supplier takes over an answer, in ms. */
const SLOW_MS = 120;

/** The real service handing over to suppliers that take orders and then say nothing, killed at random moments. */
export class KilledHandoffs {
  readonly topdesk: FakeTopdesk;
  readonly mail: MailServer;
  readonly ordered = { topdesk: [] as string[], mail: [] as string[] };
  readonly #folder: string;
  readonly #random: () => number;

  private constructor(folder: string, topdesk: FakeTopdesk, mail: MailServer, random: () => number) {
    this.#folder = folder;
    this.topdesk = topdesk;
    this.mail = mail;
    this.#random = random;
  }

  static async start(random: () => number): Promise<KilledHandoffs> {
    const folder = await mkdtemp(join(tmpdir(), 'driftvakt-handoffs-'));
    const [topdesk, mail] = [await FakeTopdesk.start(), await MailServer.start()];
    return new KilledHandoffs(folder, topdesk, mail, random);
  }

  async stop(): Promise<void> {
    await this.topdesk.stop();
    await this.mail.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Kills it so many times; each time there are new orders, and the suppliers lose answers. `look` sees it dead. */
  async live(kills: number, look: () => void): Promise<void> {
    this.topdesk.delayMs = () => this.#random() * SLOW_MS;
    this.topdesk.fate = () => {
      const chance = this.#random();
      return chance < LOST ? 'cut' : chance < LOST + BUSY ? 'busy' : 'answer';
    };
    for (let i = 0; i < kills; i++) {
      await this.#order();
      if (this.#random() < LOST) this.mail.faults.push({ at: 'cut' });
      const service = await ServiceProcess.start(this.#environment);
      await pause(this.#random() * 700);
      await service.kill();
      look();
    }
  }

  /** Suppliers answer, and nothing waits for its time any more: all of it ends. */
  async end(): Promise<void> {
    this.topdesk.fate = null;
    this.mail.faults.length = 0;
    const service = await ServiceProcess.start(this.#environment);
    try {
      for (const end = Date.now() + 120_000; this.#waiting() > 0; ) {
        if (Date.now() > end) throw new Error(`still on their way: ${this.#waiting()}`);
        await pause(100);
      }
    } finally {
      await service.stop();
    }
  }

  /** What the outbox holds of orders, by their references. */
  deliveries(): ReadonlyMap<string, Pick<Delivery, 'state' | 'reason'>> {
    const rows = this.#ask("SELECT id, state, reason FROM outbox WHERE kind = 'handoff'");
    return new Map(
      rows.map(({ id, state, reason }) => [
        String(id).split('/').at(-2) ?? '',
        { state: state as Delivery['state'], reason: String(reason) },
      ]),
    );
  }

  /** The names of letters about each order; the same name twice stands there once. */
  letterNames(): ReadonlyMap<string, ReadonlySet<string>> {
    const names = new Map<string, Set<string>>();
    for (const letter of this.mail.letters) {
      const name = headerOf(letter, 'Message-ID') ?? '';
      const order = name.split('.')[1] ?? '';
      names.set(order, (names.get(order) ?? new Set()).add(name));
    }
    return names;
  }

  get #environment(): Record<string, string> {
    const login = `${OPERATOR.operator}:${OPERATOR.applicationPassword}@`;
    return {
      DRIFTVAKT_STORE: this.#file,
      LOG_LEVEL: 'fatal',
      DRIFTVAKT_TOPDESK_PORSANGER: this.topdesk.address.replace('://', `://${login}`),
      DRIFTVAKT_SMTP_URL: this.mail.addressFor(),
      DRIFTVAKT_MAIL_FROM: 'Driftvakt <drift@example.org>',
    };
  }

  get #file(): string {
    return join(this.#folder, 'driftvakt.sqlite');
  }

  /** New orders, as reports that are handed on while the service is dead. */
  async #order(): Promise<void> {
    const store = openSqliteStore({ file: this.#file });
    for (const [organisation, way] of [
      ['porsanger', 'topdesk'],
      ['kivido', 'mail'],
    ] as const)
      for (let i = 0; i < EACH_TIME; i++) {
        const id = this.#reference();
        const report = reportOf(id, {
          organisation,
          conversation: `web/${organisation}/anna`,
          at: Date.now(),
        });
        await store.writeRecords([
          {
            change: 'write',
            organisation,
            kind: 'report',
            id,
            at: Date.now(),
            keys: {},
            body: report as never,
          },
        ]);
        const what = { kind: 'make', supplier: null, others: [], by: BY } as const;
        await store.receive({
          ...{ id: `test/${id}`, receivedAt: Date.now() },
          conversation: ORDER_EVENTS.conversationOf(organisation, id),
          body: ORDER_EVENTS.body({ organisation, subject: id, ahead: 0, what }),
        });
        this.ordered[way].push(id);
      }
    await store.close();
  }

  #reference(): string {
    const letters = Array.from({ length: 8 }, () => ALPHABET[Math.floor(this.#random() * 32)]);
    return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
  }

  #waiting(): number {
    const rows = this.#ask(
      "SELECT (SELECT count(*) FROM outbox WHERE kind = 'handoff' AND state IN ('pending', 'sending')) AS waiting, (SELECT count(*) FROM outbox WHERE kind = 'handoff') AS sent",
    );
    const [{ waiting = 0, sent = 0 } = {}] = rows;
    const all = this.ordered.topdesk.length + this.ordered.mail.length;
    return Number(waiting) + Math.max(0, all - Number(sent));
  }

  #ask(query: string): Record<string, unknown>[] {
    const database = new DatabaseSync(this.#file, { readOnly: true, timeout: 5000 });
    try {
      return database.prepare(query).all() as Record<string, unknown>[];
    } finally {
      database.close();
    }
  }
}
