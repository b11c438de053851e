import type { Store } from '../../../src/ports/store.ts';
import { BEGINNINGS, ESCALATION_EVENTS } from '../../../src/runtime/escalations/events.ts';
import { ORGANISATION } from '../broadcast/destinations.ts';
import { ASKED } from '../escalations/killed-pings.ts';
import { headerOf, MailServer, wordsOf } from '../mail-server.ts';
import { reportOf } from '../reports.ts';
import { type LocalServer, localServer } from '../suppliers/http.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HOUR = 3_600_000;
const SECRET = '0123456789abcdef0123456789abcdef';

/** Matters that are brought to people by mail and through a gateway, and what of it came. */
export class Matters {
  readonly reports: string[] = [];
  readonly #mail: MailServer;
  readonly #gateway: LocalServer;
  readonly #random: () => number;
  /** By whom it is for and what about, the ids that calls came under. */
  readonly #calls: Map<string, Set<string>>;

  static async start(random: () => number): Promise<Matters> {
    const calls = new Map<string, Set<string>>();
    const mail = await MailServer.start();
    const gateway = await localServer((_request, body, response) => {
      const { reference, contact, id = '' } = JSON.parse(body.toString()) as Record<string, string>;
      const whom = `${contact} ${reference}`;
      calls.set(whom, (calls.get(whom) ?? new Set()).add(id));
      response.end();
    });
    return new Matters(mail, gateway, random, calls);
  }

  private constructor(
    mail: MailServer,
    gateway: LocalServer,
    random: () => number,
    calls: Map<string, Set<string>>,
  ) {
    this.#mail = mail;
    this.#gateway = gateway;
    this.#random = random;
    this.#calls = calls;
  }

  get gateway(): string {
    return this.#gateway.address;
  }

  get environment(): Record<string, string> {
    return {
      DRIFTVAKT_SMTP_URL: this.#mail.addressFor(),
      DRIFTVAKT_MAIL_FROM: 'Driftvakt <drift@example.org>',
      DRIFTVAKT_GATEWAY_SECRET: SECRET,
    };
  }

  /** Brings so many to people at once. Each is long before the other, so that none is taken for the same. */
  async begin(store: Store, count: number): Promise<void> {
    const now = Date.now();
    while (this.reports.length < count) {
      const id = this.#reference();
      const at = now - (this.reports.length + 1) * HOUR;
      const body = reportOf(id, { class: 'critical', what: `Nettet er nede (${id})`, at });
      const change = { change: 'write', organisation: ORGANISATION, kind: 'report', id, at } as const;
      const keys = { user: 'anna', state: 'open' };
      await store.writeRecords([{ ...change, keys, body: body as never }]);
      this.reports.push(id);
    }
    for (const id of this.reports) {
      const what = {
        kind: 'start',
        matter: { kind: 'report', reports: [id], order: null },
        contacts: null,
      } as const;
      await store.receive({
        ...{ id: `soak/${id}`, receivedAt: Date.now() },
        conversation: ESCALATION_EVENTS.conversationOf(ORGANISATION, BEGINNINGS),
        body: ESCALATION_EVENTS.body({ organisation: ORGANISATION, subject: BEGINNINGS, ahead: 0, what }),
      });
    }
  }

  /** What is wrong: who was not asked, asked under two names, or asked about what nobody began. */
  faults(): readonly string[] {
    const due = this.reports.flatMap((id) => ASKED.map((contact) => [contact, id] as const));
    return [
      ...differences(
        'call',
        due.map(([contact, id]) => `${contact} ${id}`),
        this.#calls,
      ),
      ...differences(
        'letter',
        due.map(([contact, id]) => `${contact}@porsanger.example ${id}`),
        this.#letters(),
      ),
    ];
  }

  async stop(): Promise<void> {
    await this.#mail.stop();
    await this.#gateway.stop();
  }

  #letters(): ReadonlyMap<string, ReadonlySet<string>> {
    const known = new Set(this.reports);
    const names = new Map<string, Set<string>>();
    for (const letter of this.#mail.letters) {
      const words = wordsOf(letter);
      const report = /[0-9A-Z]{4}-[0-9A-Z]{4}/g.exec(words)?.[0] ?? 'none';
      const id = known.has(report) ? report : (this.reports.find((each) => words.includes(each)) ?? 'none');
      const whom = `${letter.to.join()} ${id}`;
      names.set(whom, (names.get(whom) ?? new Set()).add(headerOf(letter, 'Message-ID') ?? ''));
    }
    return names;
  }

  #reference(): string {
    const letters = Array.from({ length: 8 }, () => ALPHABET[Math.floor(this.#random() * 32)]);
    return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
  }
}

function differences(
  what: string,
  due: readonly string[],
  came: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const expected = new Set(due);
  const wrong = [...came].flatMap(([whom, names]) => {
    if (!expected.has(whom)) return [`ping: a ${what} that nobody began: ${whom} ${[...names]}`];
    return names.size === 1 ? [] : [`ping: ${what} ${whom} came under ${names.size} names: ${[...names]}`];
  });
  const missing = due.filter((whom) => !came.has(whom)).map((whom) => `ping: no ${what} for ${whom}`);
  return [...missing, ...wrong];
}
