import type { Clock } from '../ports/clock.ts';

/** A platform sends again what was not kept, for some minutes. */
const LATELY_MS = 600_000;
const MOST = 1000;

/** Who was told lately that nothing could be kept: each repetition would say it again. */
export class ToldLately {
  readonly #clock: Clock;
  /** When, in ms since 1970 UTC; oldest first. */
  readonly #told = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Tells somebody, unless they were told; if it did not reach them the next time counts. */
  async once(conversation: string, tell: () => Promise<boolean>): Promise<void> {
    const now = this.#clock.now().epochMilliseconds;
    const before = this.#told.get(conversation);
    if (before !== undefined && Math.abs(now - before) < LATELY_MS) return;
    this.#remember(conversation, now);
    if (!(await tell().catch(() => false))) this.#told.delete(conversation);
  }

  #remember(conversation: string, now: number): void {
    this.#told.delete(conversation);
    this.#told.set(conversation, now);
    const [oldest] = this.#told.keys();
    if (this.#told.size > MOST && oldest !== undefined) this.#told.delete(oldest);
  }
}
