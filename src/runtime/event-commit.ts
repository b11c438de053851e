import type { Logger } from 'pino';
import { StoreError } from '../ports/store/error.ts';
import type { CommitResult, Turn } from '../ports/store/turn.ts';
import type { Store } from '../ports/store.ts';
import { faultForLog, mayPass } from './fault.ts';
import { type Job, planNothing, planTrouble, planTurn, type TurnFunction } from './plan-turn.ts';

/** What a job's turn is made and committed with. */
export interface JobCommitterParts {
  readonly store: Pick<Store, 'commit'>;
  readonly log: Logger;
  readonly turn: TurnFunction;
  /** Commits a turn; left out: as the store does. */
  readonly commit?: (turn: Turn) => Promise<CommitResult>;
}

/** How a job is tried. */
export interface Trying {
  /** References that turned out to be somebody else's. */
  readonly taken: number;
  /** The turn is not tried any more: it may be what kills the process, or it conflicts whatever is done. */
  readonly hopeless: boolean;
}

/** Takes a job to its commit: its turn, else an apology, else nothing at all. */
export class JobCommitter {
  readonly #parts: JobCommitterParts;

  constructor(parts: JobCommitterParts) {
    this.#parts = parts;
  }

  /**
   * Commits the first that the store does not refuse for a fault of its own.
   * @throws StoreError if the store cannot be used now, or refuses all
   */
  async commit(job: Job, trying: Trying): Promise<[Turn, CommitResult]> {
    const { store, commit = (turn) => store.commit(turn) } = this.#parts;
    let refused: unknown;
    for (const turn of this.#plans(job, trying)) {
      try {
        return [turn, await commit(turn)];
      } catch (cause) {
        if (!(cause instanceof StoreError) || mayPass(cause)) throw cause;
        this.#parts.log.error({ event: turn.event, ...faultForLog(cause) }, 'a turn was refused');
        refused = cause;
      }
    }
    throw refused;
  }

  /** What to try to commit, best first. The next is asked for only when the store refused the one before. */
  *#plans(job: Job, { taken, hopeless }: Trying): Generator<Turn> {
    const about = { event: job.event.id, organisation: job.inbound.organisation };
    try {
      if (hopeless) throw new GivenUpError();
      yield planTurn(job, this.#parts.turn, taken);
    } catch (cause) {
      this.#parts.log.error({ ...about, ...faultForLog(cause) }, 'a turn failed');
    }
    try {
      yield planTrouble(job);
    } catch (cause) {
      this.#parts.log.error({ ...about, ...faultForLog(cause) }, 'not even an apology could be made');
    }
    yield planNothing(job);
  }
}

/** Stands for a turn that was begun so often that it is not begun again. */
class GivenUpError extends Error {
  override readonly name = 'GivenUpError';
}

/** Whether the turn meant to make the record on which it met another: its reference is somebody else's. */
export function metAnother(turn: Turn, result: CommitResult): boolean {
  if (result.outcome !== 'conflict' || result.on !== 'record') return false;
  return (turn.records ?? []).some(
    ({ kind, id, expected }) => kind === result.record.kind && id === result.record.id && expected === 0,
  );
}
