import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { BEGINNINGS, ESCALATION_EVENTS } from '../../../src/runtime/escalations/events.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { headerOf, MailServer, wordsOf } from '../mail-server.ts';
import { reportOf } from '../reports.ts';
import { ServiceProcess } from '../service-process.ts';
import { type LocalServer, localServer } from '../suppliers/http.ts';

const ORGANISATION = 'porsanger';
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Core time, when all three of IT are asked at once. */
const BEGUN = Temporal.Instant.from('2026-11-23T10:00:00+01:00');
/** Who is asked then. */
export const ASKED = ['it-lead', 'it-consultant', 'it-adviser'] as const;
/** New matters before each kill. */
const EACH_TIME = 2;
/** Of the gateway's answers so many are lost after it took the ping. */
const LOST = 0.3;
const SLOW_MS = 60;

/** The real service pinging people by mail and through a gateway that loses answers, killed at random moments. */
export class KilledPings {
  readonly reports: string[] = [];
  readonly mail: MailServer;
  /** What the gateway took: by whom it is for, the ids that it came under. */
  readonly calls = new Map<string, string[]>();
  readonly #folder: string;
  readonly #gateway: LocalServer;
  readonly #random: () => number;
  readonly #begun = Date.now();
  #isLossy = true;

  static async start(random: () => number): Promise<KilledPings> {
    const mail = await MailServer.start();
    let pings: KilledPings | null = null;
    const gateway = await localServer((request, body, response) => {
      const { reference, contact, id } = JSON.parse(body.toString()) as Record<string, string>;
      if (request.headers['idempotency-key'] !== id) return void response.writeHead(400).end();
      setTimeout(
        () => (pings?.took(`${contact} ${reference}`, id ?? '') ? response.end() : request.socket.destroy()),
        random() * SLOW_MS,
      );
    });
    pings = new KilledPings(mail, gateway, random);
    return pings;
  }

  private constructor(mail: MailServer, gateway: LocalServer, random: () => number) {
    this.mail = mail;
    this.#gateway = gateway;
    this.#random = random;
    this.#folder = mkdtempSync(join(tmpdir(), 'driftvakt-pings-'));
    const shipped = readFileSync(new URL('../../../playbooks/porsanger.yaml', import.meta.url), 'utf8');
    const own = shipped.replace(/^escalation:$/m, `escalation:\n  gateway: ${gateway.address}/pings`);
    writeFileSync(join(this.#folder, 'porsanger.yaml'), own);
  }

  /** @returns whether its answer arrives */
  took(whom: string, id: string): boolean {
    this.calls.set(whom, [...(this.calls.get(whom) ?? []), id]);
    return !this.#isLossy || this.#random() >= LOST;
  }

  /** Kills it so many times; each time there are new matters. `look` sees it dead. */
  async live(kills: number, look: () => void): Promise<void> {
    for (let i = 0; i < kills; i++) {
      await this.#begin();
      if (this.#random() < LOST) this.mail.faults.push({ at: 'cut' });
      const service = await ServiceProcess.start(this.#environment);
      await pause(this.#random() * 500);
      await service.kill();
      look();
    }
  }

  /** Nothing goes wrong any more: everybody is asked, and nothing waits. */
  async end(): Promise<void> {
    this.#isLossy = false;
    this.mail.faults.length = 0;
    const service = await ServiceProcess.start(this.#environment);
    const all = this.reports.length * ASKED.length * 2;
    try {
      for (const end = Date.now() + 60_000; this.#settled() < all; await pause(50))
        if (Date.now() > end) throw new Error(`only ${this.#settled()} of ${all} pings are settled`);
    } finally {
      await service.stop();
    }
  }

  async stop(): Promise<void> {
    await this.mail.stop();
    await this.#gateway.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The names of letters by whom they are for and what they are about; the same name twice stands there once. */
  letters(): ReadonlyMap<string, ReadonlySet<string>> {
    const names = new Map<string, Set<string>>();
    for (const letter of this.mail.letters) {
      const report = this.reports.find((id) => wordsOf(letter).includes(id)) ?? 'none';
      const whom = `${letter.to.join()} ${report}`;
      names.set(whom, (names.get(whom) ?? new Set()).add(headerOf(letter, 'Message-ID') ?? ''));
    }
    return names;
  }

  get #environment(): Record<string, string> {
    return {
      DRIFTVAKT_STORE: this.#file,
      DRIFTVAKT_PLAYBOOKS: this.#folder,
      DRIFTVAKT_CLOCK: this.#now().toString(),
      LOG_LEVEL: 'fatal',
      DRIFTVAKT_SMTP_URL: this.mail.addressFor(),
      DRIFTVAKT_MAIL_FROM: 'Driftvakt <drift@example.org>',
      DRIFTVAKT_GATEWAY_SECRET: '0123456789abcdef0123456789abcdef',
    };
  }

  get #file(): string {
    return join(this.#folder, 'store.sqlite');
  }

  #now(): Temporal.Instant {
    return BEGUN.add({ milliseconds: Date.now() - this.#begun });
  }

  /** New matters, begun while the service is dead; each long before the other, so that none is taken for the same. */
  async #begin(): Promise<void> {
    const store = openSqliteStore({ file: this.#file });
    const now = this.#now().epochMilliseconds;
    for (let i = 0; i < EACH_TIME; i++) {
      const id = this.#reference();
      const at = now - (this.reports.length + 1) * 3_600_000;
      const body = reportOf(id, { class: 'critical', what: `Nettet er nede (${id})`, at });
      await store.writeRecords([
        {
          ...{ change: 'write', organisation: ORGANISATION, kind: 'report', id, at },
          ...{ keys: { user: 'anna', state: 'open' }, body: body as never },
        },
      ]);
      const matter = { kind: 'report', reports: [id], order: null } as const;
      const what = { kind: 'start', matter, contacts: null } as const;
      await store.receive({
        ...{ id: `test/${id}`, receivedAt: now },
        conversation: ESCALATION_EVENTS.conversationOf(ORGANISATION, BEGINNINGS),
        body: ESCALATION_EVENTS.body({ organisation: ORGANISATION, subject: BEGINNINGS, ahead: 0, what }),
      });
      this.reports.push(id);
    }
    await store.close();
  }

  #reference(): string {
    const letters = Array.from({ length: 8 }, () => ALPHABET[Math.floor(this.#random() * 32)]);
    return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
  }

  #settled(): number {
    const database = new DatabaseSync(this.#file, { readOnly: true, timeout: 5000 });
    try {
      const query =
        "SELECT count(*) AS n FROM outbox WHERE kind = 'ping' AND state NOT IN ('pending', 'sending')";
      return Number(database.prepare(query).get()?.n);
    } finally {
      database.close();
    }
  }
}
