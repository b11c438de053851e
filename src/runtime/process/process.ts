import type { Logger } from 'pino';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ClaimedEvent } from '../../ports/store/inbox.ts';
import type { Json } from '../../ports/store/json.ts';
import type { ConversationState, Turn } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import { faultForLog, mayPass } from '../fault.ts';
import type { ProcessHappening } from './events.ts';
import type { ProcessJob, ProcessKind, Step } from './step.ts';

/** What a process needs from around it. */
export interface ProcessParts {
  readonly store: Pick<Store, 'load' | 'commit'>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Takes the events of conversations of aggregates with themselves to their commits. */
export interface EventProcess {
  /** What its conversations begin with. */
  readonly channel: string;
  /**
   * @param hopeless whether the event was claimed so often that its step may be what kills the process
   * @returns what was committed; null: it was done before
   * @throws StoreError if the store cannot be used now; ConflictError if others are always faster
   */
  process(event: ClaimedEvent, hopeless: boolean): Promise<Turn | null>;
}

/** So often a step is computed again at once because others changed what it rests on. */
const RUNS = 5;
/** What failed for a fault of the program is tried again after so long: perhaps it is mended by then. */
const AGAIN_MS = 3_600_000;

/** One kind of process at work: load, plan a step, commit; again on a conflict. */
export class Process<W extends ProcessHappening, S> implements EventProcess {
  readonly #parts: ProcessParts;
  readonly #kind: ProcessKind<W, S>;

  constructor(parts: ProcessParts, kind: ProcessKind<W, S>) {
    this.#parts = parts;
    this.#kind = kind;
  }

  get channel(): string {
    return this.#kind.events.channel;
  }

  async process(event: ClaimedEvent, hopeless: boolean): Promise<Turn | null> {
    for (let run = 1; run <= RUNS; run++) {
      const stored = await this.#parts.store.load(event.conversation);
      const turn = await this.#turn(event, stored, hopeless);
      const result = await this.#parts.store.commit(turn);
      if (result.outcome === 'already-processed') return null;
      if (result.outcome === 'conflict') continue;
      this.#kind.processed?.(event.id);
      return turn;
    }
    throw new ConflictError();
  }

  async #turn(event: ClaimedEvent, stored: ConversationState | null, hopeless: boolean): Promise<Turn> {
    const now = this.#parts.clock.now().epochMilliseconds;
    const before = this.#kind.stateOf(stored);
    const { process, ...changes } = await this.#step(event, before, now, hopeless);
    return {
      ...{ event: event.id, conversation: event.conversation, expected: stored?.version ?? 0, at: now },
      // Plain data by its kind.
      ...{ state: process as unknown as Json, ...changes },
    };
  }

  /** A step that cannot be computed is told in the log, and tried again much later: nobody else would do it. */
  async #step(event: ClaimedEvent, process: S, now: number, hopeless: boolean): Promise<Step<S>> {
    const { name, events, letsGo } = this.#kind;
    try {
      if (hopeless) throw new Error('it was begun too often');
      const job = this.#job(event, process, now);
      return job === null ? { process } : await this.#kind.plan(job);
    } catch (cause) {
      if (mayPass(cause)) throw cause;
      this.#parts.log.error({ event: event.id, ...faultForLog(cause) }, `a step of ${name} failed`);
      const read = events.read(event.body);
      const isLeft = read === null || letsGo?.(read.what) === true;
      return { process, timers: isLeft ? [] : [events.timer(read, now + AGAIN_MS)] };
    }
  }

  #job(event: ClaimedEvent, process: S, now: number): ProcessJob<W, S> | null {
    const { name, events } = this.#kind;
    const read = events.read(event.body);
    const playbook = this.#parts.playbooks.get(read?.organisation ?? '');
    if (read !== null && playbook !== undefined) return { id: event.id, event: read, playbook, process, now };
    const why = read === null ? 'it is of another version' : 'its organisation has no playbook';
    this.#parts.log.error({ event: event.id }, `an event of ${name} is dropped: ${why}`);
    return null;
  }
}

/** What a step rests on changed each time that it was computed. */
class ConflictError extends Error {
  override readonly name = 'ConflictError';
}
