import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { ServiceProcess } from './service-process.ts';

const PEOPLE_AT_ONCE = 6;
const MESSAGES_EACH = 15;
const TEXTS = [
  'hei',
  'hvem ringer jeg nå?',
  'nettet er nede',
  'avbryt',
  '1',
  'e-posten virker ikke',
  'hjelp',
  '2',
];

/** What a page sees of a turn. */
export interface SeenEntry {
  readonly id: string;
  readonly said: string | null;
  readonly replies: readonly { readonly key: string }[];
}

/** Somebody, and the ids of what they wrote, in the order in which it was accepted. */
export interface Person {
  readonly user: string;
  readonly accepted: string[];
}

/** How the service is killed. */
export interface Killing {
  /** So many processes work on the store, and people write to all of them by turns. Left out: one. */
  readonly processes?: number;
  /** How many messages each person writes. Left out: 15. */
  readonly messages?: number;
}

/** The real service, killed at random moments and started again, and people who go on writing to it. */
export class KilledService {
  readonly people: Person[] = [];
  readonly #store: string;
  readonly #environment: Record<string, string>;
  readonly #random: () => number;
  readonly #messages: number;
  /** Where each process is, once it runs again. */
  readonly #running: Promise<ServiceProcess>[];
  #turns = 0;
  #over = false;
  #ended = false;

  constructor(
    store: string,
    random: () => number,
    { processes = 1, messages = MESSAGES_EACH }: Killing = {},
  ) {
    this.#store = store;
    this.#environment = { DRIFTVAKT_STORE: store, LOG_LEVEL: 'error' };
    this.#random = random;
    this.#messages = messages;
    this.#running = Array.from({ length: processes }, () => ServiceProcess.start(this.#environment));
  }

  /** Kills a process so many times while people write; then lets everybody finish. */
  async live(kills: number): Promise<void> {
    const people = Array.from({ length: PEOPLE_AT_ONCE }, (_, i) => this.#write(i));
    for (let i = 0; i < kills && !this.#over; i++) {
      const place = i % this.#running.length;
      const service = await this.#running[place];
      await pause(this.#random() * 400);
      const again = service?.kill().then(() => this.#startAgain());
      if (again !== undefined) this.#running[place] = again;
      // Of several the others go on meanwhile.
      await again;
    }
    this.#over = true;
    await Promise.all(people);
  }

  /** One process after another, those that are just starting too. */
  async #any(): Promise<ServiceProcess> {
    const service = await this.#running[this.#turns++ % this.#running.length];
    if (service === undefined) throw new Error('no process was started');
    return service;
  }

  /** A conversation as a page shows it, once all that was accepted is answered. */
  async transcript({ user, accepted }: Person): Promise<SeenEntry[]> {
    for (const deadline = Date.now() + 20_000; !this.#ended; ) {
      const { address } = await this.#any();
      const query = new URLSearchParams({ organisation: 'porsanger', user, limit: '100' });
      const response = await fetch(new URL(`playground/transcript?${query}`, address));
      const { entries } = (await response.json()) as { entries: SeenEntry[] };
      if (accepted.every((id) => entries.some((entry) => entry.id === id))) return entries;
      if (Date.now() > deadline) throw new Error(`${user}: not all of ${accepted.length} are answered`);
      await pause(50);
    }
    return [];
  }

  /** Waits until nothing is to be sent any more: what is answered is committed, but may have to wait for its turn. */
  async quiet(): Promise<void> {
    const database = new DatabaseSync(this.#store, { readOnly: true, timeout: 5000 });
    const open = database.prepare(
      "SELECT count(*) AS n FROM outbox WHERE state IN ('pending', 'sending', 'ambiguous')",
    );
    try {
      for (const deadline = Date.now() + 20_000; open.get()?.n !== 0; await pause(20))
        if (Date.now() > deadline) throw new Error(`${open.get()?.n} messages are not sent`);
    } finally {
      database.close();
    }
  }

  /** @returns the code with which each process ended */
  async stop(): Promise<(number | null)[]> {
    return Promise.all(this.#running.map(async (service) => (await service).stop()));
  }

  /** Where each process is. */
  async addresses(): Promise<string[]> {
    return (await Promise.all(this.#running)).map(({ address }) => address);
  }

  /** What the processes that run now printed. */
  async printed(): Promise<string> {
    return (await Promise.all(this.#running)).map(({ printed }) => printed).join('');
  }

  /** Ends all of it wherever it is: what a test that ran out of time left would go on for ever. */
  async end(): Promise<void> {
    this.#over = true;
    this.#ended = true;
    await Promise.all(this.#running.map(async (service) => (await service).kill()));
  }

  /** Some starts are killed too: while the file is opened, while what was left is settled. */
  async #startAgain(): Promise<ServiceProcess> {
    if (this.#random() < 0.2)
      await ServiceProcess.killedWhileStarting(this.#environment, this.#random() * 700);
    return ServiceProcess.start(this.#environment);
  }

  /** One person after another, as long as the service is being killed, and at least one. */
  async #write(place: number): Promise<void> {
    for (let n = 0; n === 0 || !this.#over; n++) {
      const person: Person = { user: `person-${place}-${n}`, accepted: [] };
      this.people.push(person);
      for (let i = 0; i < this.#messages; i++) await this.#say(person, `m${i}`);
    }
  }

  /** Writes something; again under the same id until it is accepted. Sometimes it is sent twice at once. */
  async #say({ user, accepted }: Person, id: string): Promise<void> {
    const text = TEXTS[Math.floor(this.#random() * TEXTS.length)] ?? '';
    const twice = this.#random() < 0.1;
    while (!this.#ended) {
      const { address } = await this.#any();
      const sent = Array.from({ length: twice ? 2 : 1 }, () => this.#post(address, user, id, text));
      if ((await Promise.all(sent)).includes(true)) return void accepted.push(id);
      await pause(5);
    }
  }

  async #post(address: string, user: string, id: string, text: string): Promise<boolean> {
    const what = { kind: 'said', text };
    const response = await fetch(new URL('playground/events', address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, organisation: 'porsanger', user, what }),
    }).catch(() => null);
    if (response === null) return false;
    if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
    await response.text().catch(() => '');
    return true;
  }
}
