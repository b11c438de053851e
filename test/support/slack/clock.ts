/** The fake's time: the machine's own, or a test's, and what the test adds to it. */
export class FakeClock {
  readonly #now: () => number;
  #added = 0;
  #lastTs = 0;
  #ids = 0;

  /** @param now ms since 1970 */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** In ms since 1970. */
  get now(): number {
    return this.#now() + this.#added;
  }

  advance(ms: number): void {
    this.#added += ms;
  }

  /** The next timestamp of a message: never the same twice, never smaller than the one before. */
  ts(): string {
    this.#lastTs = Math.max(Math.floor(this.now) * 1000, this.#lastTs + 1);
    const micros = `${this.#lastTs}`;
    return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
  }

  /** An id that nothing else here has, as Slack writes them: a letter, then capitals and digits. */
  id(letter: string): string {
    this.#ids += 1;
    return `${letter}0${this.#ids.toString(36).toUpperCase().padStart(9, '0')}`;
  }

  /** What Slack calls a block or an action that has no name. */
  blockId(): string {
    this.#ids += 1;
    return `b${this.#ids.toString(36).padStart(4, '0')}`;
  }
}
