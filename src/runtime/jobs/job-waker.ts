import type { Clock } from '../../ports/clock.ts';
import type { Jobs } from '../../ports/jobs.ts';

/** Has one process, whichever it is, ring at the earliest of the instants that it is told. */
export class JobWaker {
  readonly #jobs: Pick<Jobs, 'relay'>;
  readonly #clock: Clock;
  readonly #failed: (cause: unknown) => void;
  /** For when there surely is a job; whoever does it sees to what is due after that. */
  #next = Number.NEGATIVE_INFINITY;
  #stopped = false;

  /** @param failed told why a job could not be relayed; a look around finds what is due all the same */
  constructor(jobs: Pick<Jobs, 'relay'>, clock: Clock, failed: (cause: unknown) => void) {
    this.#jobs = jobs;
    this.#clock = clock;
    this.#failed = failed;
  }

  /** @param at in ms since 1970 UTC; null: never */
  at(at: number | null): void {
    if (at === null || this.#stopped) return;
    const isSeenTo = this.#next > this.#clock.now().epochMilliseconds && this.#next <= at;
    if (isSeenTo) return;
    this.#next = at;
    this.#jobs.relay([{ kind: 'ring', at }]).catch((cause: unknown) => {
      this.#next = Number.NEGATIVE_INFINITY;
      this.#failed(cause);
    });
  }

  stop(): void {
    this.#stopped = true;
  }
}
