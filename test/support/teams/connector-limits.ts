/** So many requests in any stretch of so many ms. */
interface Rate {
  readonly most: number;
  readonly ms: number;
}

/** learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: of one bot in one thread, and of one app in one tenant. */
export const TEAMS_RATES: Readonly<Record<'thread' | 'app', readonly Rate[]>> = {
  thread: [
    { most: 7, ms: 1000 },
    { most: 8, ms: 2000 },
    { most: 60, ms: 30_000 },
    { most: 1800, ms: 3_600_000 },
  ],
  app: [{ most: 50, ms: 1000 }],
};

/** Teams' rates, enforced. Off unless a test wants it. */
export class ConnectorRates {
  isOn = false;
  /** How often a rate was broken. */
  violations = 0;
  /** The tenant of a conversation: the connector is told by the token alone, so a test has to say it. */
  tenantOf: (conversation: string) => string = () => 'tenant';
  readonly #gone = new Map<string, number[]>();

  /** Whole seconds to wait; null: now is fine, and it is counted. @param now ms */
  take(conversation: string, now: number): number | null {
    if (!this.isOn) return null;
    const thread = `thread ${conversation.split(';', 1)[0]}`;
    const tenant = `app ${this.tenantOf(conversation)}`;
    const waits = [
      ...TEAMS_RATES.thread.map((rate) => this.#wait(thread, rate, now)),
      ...TEAMS_RATES.app.map((rate) => this.#wait(tenant, rate, now)),
    ];
    const wait = Math.max(...waits);
    if (wait > 0) {
      this.violations += 1;
      return Math.ceil(wait / 1000);
    }
    this.#count(thread, now, 3_600_000);
    this.#count(tenant, now, 1000);
    return null;
  }

  #wait(key: string, { most, ms }: Rate, now: number): number {
    const first = (this.#gone.get(key) ?? []).at(-most);
    return first === undefined ? 0 : Math.max(0, first + ms - now);
  }

  #count(key: string, now: number, keptMs: number): void {
    const kept = (this.#gone.get(key) ?? []).filter((at) => at > now - keptMs);
    this.#gone.set(key, [...kept, now]);
  }
}
