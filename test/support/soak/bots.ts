import { setTimeout as pause } from 'node:timers/promises';
import { ServiceProcess } from '../service-process.ts';

/** The processes of a run: whoever is killed is started again, and none may end by itself. */
export class Bots {
  kills = 0;
  /** What those printed that are gone, and those that run. */
  readonly #printed: string[] = [];
  readonly #environment: Record<string, string>;
  readonly #random: () => number;
  /** Null: it is being started. */
  readonly #slots: (ServiceProcess | null)[];
  readonly #starting = new Set<Promise<void>>();
  #turn = 0;

  static async start(
    count: number,
    environment: Record<string, string>,
    random: () => number,
  ): Promise<Bots> {
    const services = Array.from({ length: count }, () => ServiceProcess.start(environment));
    return new Bots(await Promise.all(services), environment, random);
  }

  private constructor(
    services: readonly ServiceProcess[],
    environment: Record<string, string>,
    random: () => number,
  ) {
    this.#slots = [...services];
    this.#environment = environment;
    this.#random = random;
  }

  /** One after the other of those that run, as a load balancer that asks whether they do. */
  async address(): Promise<string> {
    for (;;) {
      for (let i = 0; i < this.#slots.length; i++) {
        const service = this.#slots[this.#turn++ % this.#slots.length] ?? null;
        if (service !== null) return service.address;
      }
      await pause(20);
    }
  }

  /** Kills one of those that run, and starts it again. @throws Error if one had ended by itself */
  async killOne(): Promise<void> {
    const running = this.#slots.flatMap((service, place) => (service === null ? [] : [place]));
    const place = running[Math.floor(this.#random() * running.length)];
    const service = place === undefined ? null : (this.#slots[place] ?? null);
    if (place === undefined || service === null) return;
    if (service.hasEnded) throw new Error(`a process ended by itself:\n${service.printed.slice(-4000)}`);
    this.#slots[place] = null;
    this.kills += 1;
    await service.kill();
    this.#printed.push(service.printed);
    const again = this.#startAgain(place);
    this.#starting.add(again);
    void again.finally(() => this.#starting.delete(again));
  }

  /** Waits until all run. */
  async all(): Promise<void> {
    await Promise.all(this.#starting);
  }

  /** @returns the code with which each ended */
  async stop(): Promise<readonly (number | null)[]> {
    await this.all();
    return Promise.all(
      this.#slots.map(async (service) => {
        const code = (await service?.stop()) ?? null;
        this.#printed.push(service?.printed ?? '');
        return code;
      }),
    );
  }

  async end(): Promise<void> {
    await Promise.allSettled(this.#starting);
    for (const service of this.#slots) await service?.kill();
  }

  /** How often each line was logged as an error, most first. */
  errors(): readonly (readonly [string, number])[] {
    const counts = new Map<string, number>();
    const lines = [...this.#printed, ...this.#slots.map((service) => service?.printed ?? '')]
      .join('')
      .split('\n');
    for (const line of lines.filter((each) => each.includes('"level":50') || each.includes('"level":60'))) {
      const { msg = '', err } = JSON.parse(line) as { msg?: string; err?: { code?: string } };
      const what = `${msg} ${err?.code ?? ''}`.trim();
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a);
  }

  /** A start while Redis is away ends with an error that says so; whoever runs the service starts it again. */
  async #startAgain(place: number): Promise<void> {
    for (;;) {
      try {
        this.#slots[place] = await ServiceProcess.start(this.#environment);
        return;
      } catch {
        await pause(200);
      }
    }
  }
}
