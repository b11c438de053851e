import type { Alarm } from '../../src/ports/alarm.ts';
import type { Clock } from '../../src/ports/clock.ts';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock and its alarms, which move only when the test says so; everything that rings has its effects before the next. */
export class VirtualTime implements Clock, Alarm {
  /** In ms since 1970. */
  ms = 1_795_000_000_000;
  #timers: Timer[] = [];
  readonly #settled: () => Promise<void>;

  /** @param settle resolves when what follows by itself has followed; left out: in promises alone */
  constructor(settle: () => Promise<void> = settled) {
    this.#settled = settle;
  }

  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(this.ms));
  }

  after(ms: number, ring: () => void): () => void {
    const timer = { at: this.ms + ms, ring };
    const behind = this.#timers.findIndex(({ at }) => at > timer.at);
    this.#timers.splice(behind === -1 ? this.#timers.length : behind, 0, timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Lets so much time pass, and rings what is due on the way. */
  async pass(ms: number): Promise<void> {
    await this.#settled();
    const until = this.ms + ms;
    for (let next = this.#timers[0]; next !== undefined && next.at <= until; next = this.#timers[0]) {
      this.#timers.shift();
      this.ms = Math.max(this.ms, next.at);
      next.ring();
      await this.#settled();
    }
    this.ms = until;
  }

  /** Lets time pass until nothing waits any more. @throws Error if that takes longer than `ms` */
  async passAll(ms: number): Promise<void> {
    await this.#settled();
    for (const end = this.ms + ms; this.#timers.length > 0; ) {
      const [next] = this.#timers;
      if (next !== undefined && next.at > end) throw new Error(`something still waits after ${ms} ms`);
      await this.pass((next?.at ?? this.ms) - this.ms);
    }
  }
}

/** What follows in promises has followed. */
async function settled(): Promise<void> {
  for (let i = 0; i < 12; i += 1) await Promise.resolve();
}
