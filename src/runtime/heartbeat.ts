import type { Alarm } from '../ports/alarm.ts';

/** Does something over and over, with a pause between, until it is stopped. */
export class Heartbeat {
  readonly #alarm: Alarm;
  readonly #everyMs: number;
  readonly #beat: () => Promise<void>;
  #stopped = false;
  #present: Promise<void> = Promise.resolve();
  #cancel = (): void => undefined;

  /** @param beat never rejects */
  constructor(alarm: Alarm, everyMs: number, beat: () => Promise<void>) {
    this.#alarm = alarm;
    this.#everyMs = everyMs;
    this.#beat = beat;
  }

  /** Begins, with a beat at once. */
  start(): void {
    if (this.#stopped) return;
    this.#present = this.#beat().then(() => {
      if (!this.#stopped) this.#cancel = this.#alarm.after(this.#everyMs, () => this.start());
    });
  }

  /** Resolves when the beat that was begun has ended; no other follows. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#present;
  }
}
