const HOUR_MS = 3_600_000;

/** How often one address of the network passes in an hour, and of how many addresses that is known. */
export const TURNSTILE_LIMITS = { anHour: 20, known: 10_000 } as const;

/** Lets everybody pass now and then, and nobody all the time. Forgotten when the service ends. */
export class Turnstile {
  readonly #passed = new Map<string, readonly number[]>();

  /** @param now in ms since 1970 UTC */
  passes(who: string, now: number): boolean {
    const recent = (this.#passed.get(who) ?? []).filter((at) => now - at < HOUR_MS);
    if (recent.length >= TURNSTILE_LIMITS.anHour) return false;
    this.#passed.delete(who);
    this.#passed.set(who, [...recent, now]);
    const [oldest] = this.#passed.keys();
    if (this.#passed.size > TURNSTILE_LIMITS.known && oldest !== undefined) this.#passed.delete(oldest);
    return true;
  }
}
