import { setTimeout as pause } from 'node:timers/promises';
import { type Balancer, bring, type Talker, type Writing } from './writings.ts';

/** Whoever got no answer for so long writes again, in ms: of a message in Teams nobody may know whether it came. */
const NO_LONGER_MS = 15_000;
const LOOK_MS = 200;

/** What waits for its answer: so many messages are there once it is. */
interface Awaited {
  readonly talker: Talker;
  readonly writing: Writing;
  readonly answers: number;
}

/** People who write so many messages a second together, as far as they have their answers. */
export class Load {
  readonly #free: Talker[];
  readonly #balancer: Balancer;
  readonly #waiting = new Set<Awaited>();
  readonly #under = new Set<Promise<void>>();
  #accepted = 0;
  #answered = 0;

  constructor(talkers: readonly Talker[], balancer: Balancer) {
    this.#free = [...talkers];
    this.#balancer = balancer;
  }

  get accepted(): number {
    return this.#accepted;
  }

  get answered(): number {
    return this.#answered;
  }

  /** Offers them until it is over; resolves once all that was begun is acknowledged. @param over ends also what is being sent again */
  async offer(rate: number, forMs: number, over: AbortSignal): Promise<void> {
    const begun = performance.now();
    let [sent, lookedAt] = [0, begun];
    for (;;) {
      const now = performance.now();
      if (over.aborted || now - begun >= forMs) break;
      if (now - lookedAt >= LOOK_MS) {
        this.#look();
        lookedAt = now;
      }
      // Who could not write in time does not write twice later.
      sent = Math.max(sent, Math.floor(((now - begun - 1000) / 1000) * rate));
      for (const due = ((now - begun) / 1000) * rate; sent < due && this.#free.length > 0; sent++)
        this.#write(this.#free.shift(), over);
      await pause(5);
    }
    await Promise.all(this.#under);
  }

  #write(talker: Talker | undefined, over: AbortSignal): void {
    if (talker === undefined) return;
    const answers = talker.answers().length + 1;
    const writing = talker.next();
    const brought = bring(talker, writing, this.#balancer, over).then(() => {
      this.#accepted += 1;
      this.#waiting.add({ talker, writing, answers });
    });
    this.#under.add(brought);
    void brought.finally(() => this.#under.delete(brought));
  }

  #look(): void {
    const now = Date.now();
    for (const awaited of this.#waiting) {
      const { talker, writing, answers } = awaited;
      const isAnswered = talker.answers().length >= answers;
      if (!isAnswered && now - (writing.acceptedAt ?? now) < NO_LONGER_MS) continue;
      if (isAnswered) this.#answered += 1;
      writing.answeredAt = isAnswered ? now : null;
      this.#waiting.delete(awaited);
      this.#free.push(talker);
    }
  }
}
