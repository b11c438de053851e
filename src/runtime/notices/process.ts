import type { Logger } from 'pino';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ClaimedEvent } from '../../ports/store/inbox.ts';
import type { ConversationState, Turn } from '../../ports/store/turn.ts';
import { faultForLog, mayPass } from '../fault.ts';
import { KINDS } from '../record-codecs.ts';
import { processTimer, readProcessEvent } from './events.ts';
import { type PlanParts, type ProcessJob, planStep, type Step } from './plan.ts';
import { processState, storedProcess } from './state.ts';

/** What the processes of notices need from around them. */
export interface ProcessParts extends PlanParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told of each event that was processed. */
  readonly processed: (event: string) => void;
}

/** So often a step is computed again at once because others changed what it rests on. */
const RUNS = 5;
/** What failed for a fault of the program is tried again after so long: perhaps it is mended by then. */
const AGAIN_MS = 3_600_000;

/** Takes one event of a notice's own conversation to its commit. */
export class NoticeProcess {
  readonly #parts: ProcessParts;

  constructor(parts: ProcessParts) {
    this.#parts = parts;
  }

  /**
   * @param hopeless whether the event was claimed so often that its step may be what kills the process
   * @returns what was committed; null: it was done before
   * @throws StoreError if the store cannot be used now; ConflictError if others are always faster
   */
  async process(event: ClaimedEvent, hopeless: boolean): Promise<Turn | null> {
    for (let run = 1; run <= RUNS; run++) {
      const stored = await this.#parts.store.load(event.conversation);
      const turn = await this.#turn(event, stored, hopeless);
      const result = await this.#parts.store.commit(turn);
      if (result.outcome === 'already-processed') return null;
      if (result.outcome === 'conflict') continue;
      this.#parts.processed(event.id);
      return turn;
    }
    throw new ConflictError();
  }

  async #turn(event: ClaimedEvent, stored: ConversationState | null, hopeless: boolean): Promise<Turn> {
    const now = this.#parts.clock.now().epochMilliseconds;
    const { process, ...changes } = await this.#step(event, processState(stored), now, hopeless);
    return {
      ...{ event: event.id, conversation: event.conversation, expected: stored?.version ?? 0, at: now },
      ...{ state: storedProcess(process), ...changes },
    };
  }

  /** A step that cannot be computed is told in the log, and tried again much later: nobody else would do it. */
  async #step(
    event: ClaimedEvent,
    process: ProcessJob['process'],
    now: number,
    hopeless: boolean,
  ): Promise<Step> {
    try {
      if (hopeless) throw new Error('it was begun too often');
      const job = await this.#job(event, process, now);
      return job === null ? { process } : await planStep(this.#parts, job);
    } catch (cause) {
      if (mayPass(cause)) throw cause;
      this.#parts.log.error({ event: event.id, ...faultForLog(cause) }, 'a step of a notice failed');
      const read = readProcessEvent(event.body);
      // Whoever gives a command is told, and gives it again.
      const isLeft = read === null || read.what.kind === 'commanded';
      return { process, timers: isLeft ? [] : [processTimer(read, now + AGAIN_MS)] };
    }
  }

  async #job(event: ClaimedEvent, process: ProcessJob['process'], now: number): Promise<ProcessJob | null> {
    const read = readProcessEvent(event.body);
    const playbook = this.#parts.playbooks.get(read?.organisation ?? '');
    if (read === null || playbook === undefined) {
      const why = read === null ? 'it is of another version' : 'its organisation has no playbook';
      this.#parts.log.error({ event: event.id }, `an event of a notice is dropped: ${why}`);
      return null;
    }
    const { organisation, notice: id } = read;
    const record = await this.#parts.store.record({ organisation, kind: KINDS.notice, id });
    const notice = record === null ? null : (record.body as unknown as Notice);
    return { id: event.id, event: read, playbook, notice, version: record?.version ?? 0, process, now };
  }
}

/** What a step rests on changed each time that it was computed. */
class ConflictError extends Error {
  override readonly name = 'ConflictError';
}
