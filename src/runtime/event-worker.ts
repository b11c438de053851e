import type { Playbook } from '../domain/organisation/playbook.ts';
import type { ClaimedEvent } from '../ports/store/inbox.ts';
import type { NewDelivery } from '../ports/store/outbox.ts';
import type { TimerChange, Turn } from '../ports/store/turn.ts';
import type { Store } from '../ports/store.ts';
import { type LivePlaybooks, livePlaybooks } from './away/live-playbooks.ts';
import { type AsideParts, EventsAside } from './event-aside.ts';
import { JobCommitter, type JobCommitterParts, metAnother } from './event-commit.ts';
import { JobReader, type JobReaderParts } from './event-job.ts';
import { faultForLog, mayPass } from './fault.ts';
import { isLeftToOthers, isNewer } from './foreign.ts';
import { type KeptInbound, readKept } from './inbound.ts';
import { channelOf, organisationOf } from './names.ts';
import type { EventProcess } from './process/process.ts';
import { planSolved, type SolvedJob } from './solved/plan.ts';
import { kindOf, timerFault, timerKind } from './timers/catalogue.ts';

/** What an event's turn needs from around it. */
export interface EventWorkerParts extends JobReaderParts, JobCommitterParts, AsideParts {
  readonly store: Store;
  /** Whether there are other processes: what is not known here is left to them. */
  readonly shared?: unknown;
  /** Told of each turn that was committed. */
  readonly committed: (turn: Turn) => void;
  /** What happens in the conversations of aggregates with themselves, by what these begin with. */
  readonly processes: ReadonlyMap<string, EventProcess>;
}

/** What became of an event: its turn is committed, or it comes again later. */
export interface Processed {
  readonly deliveries: readonly NewDelivery[];
  /** When the earliest timer that it set rings, in ms; null: it set none. */
  readonly dueAt: number | null;
}

/** So often a turn is run again at once because others changed what it rests on. */
const RUNS = 5;
/** Claimed more often than this, an event is not tried again: its turn may be what kills the process. */
const MOST_CLAIMS = 20;
/** Claimed more often than this, an event that still meets conflicts gets the apology instead. */
const CONFLICTING_CLAIMS = 3;

/** Takes one event to its commit. */
export class EventWorker {
  readonly #parts: EventWorkerParts;
  readonly #playbooks: LivePlaybooks;
  readonly #jobs: JobReader;
  readonly #committer: JobCommitter;
  readonly #aside: EventsAside;

  constructor(parts: EventWorkerParts) {
    this.#parts = parts;
    this.#playbooks = livePlaybooks(parts.playbooks);
    this.#jobs = new JobReader(parts);
    this.#committer = new JobCommitter(parts);
    this.#aside = new EventsAside(parts);
  }

  /** @throws StoreError if the store cannot be used now; the event is then claimed again later */
  async process(event: ClaimedEvent): Promise<Processed> {
    try {
      const turn = await this.#taken(event);
      return { deliveries: turn?.deliveries ?? [], dueAt: earliestOf(turn?.timers ?? []) };
    } catch (cause) {
      await this.#aside.postpone(event);
      if (mayPass(cause)) throw cause;
      this.#parts.log.error({ event: event.id, ...faultForLog(cause) }, 'an event could not be processed');
      return { deliveries: [], dueAt: null };
    }
  }

  /** @returns what was committed; null if nothing was: it is set aside, was done before, or has to wait */
  async #taken(event: ClaimedEvent): Promise<Turn | null> {
    if (this.#isLeft(event)) return this.#aside.leave(event).then(nothing);
    const fault = timerFaultOf(event);
    if (fault !== null) return this.#aside.setAside(event, fault).then(nothing);
    this.#tellLate(event);
    await this.#playbooks.refresh(this.#parts.store, organisationOf(event.conversation));
    const process = this.#parts.processes.get(channelOf(event.conversation));
    const turn = await (process?.process(event, this.#isTriedOften(event)) ?? this.#process(event));
    this.#aside.done(event.id);
    return turn;
  }

  async #process(event: ClaimedEvent): Promise<Turn | null> {
    const inbound = readKept(event.body);
    const playbook = this.#parts.playbooks.get(inbound?.organisation ?? '');
    if (inbound === null || playbook === undefined)
      return this.#aside.drop(event, inbound?.organisation ?? null).then(nothing);
    const { what } = inbound;
    if (what.kind === 'solved') return this.#tellSolved(event, { ...inbound, what }, playbook);
    return this.#takeTurn(event, inbound, playbook);
  }

  /** What happened in somebody's conversation. */
  async #takeTurn(event: ClaimedEvent, inbound: KeptInbound, playbook: Playbook): Promise<Turn | null> {
    for (let run = 1, taken = 0; run <= RUNS; run++) {
      const away = await this.#playbooks.refresh(this.#parts.store, inbound.organisation);
      const now = this.#playbooks.get(inbound.organisation) ?? playbook;
      const job = await this.#jobs.read(event, inbound, now, away);
      const { unreadable } = job.memory;
      if (this.#parts.shared !== undefined && unreadable !== null && isNewer(unreadable))
        return this.#aside.leave(event).then(nothing);
      if (unreadable !== null)
        this.#parts.log.error({ event: event.id }, 'a conversation of another version is set aside');
      const trying = { taken, hopeless: this.#isHopeless(event, run) };
      const [turn, result] = await this.#committer.commit(job, trying);
      if (result.outcome === 'committed') {
        this.#parts.committed(turn);
        return turn;
      }
      if (result.outcome === 'already-processed') return null;
      if (metAnother(turn, result)) taken++;
    }
    return this.#aside.postpone(event).then(nothing);
  }

  /** One portion of telling that an outage is over. */
  async #tellSolved(
    event: ClaimedEvent,
    inbound: SolvedJob['inbound'],
    playbook: Playbook,
  ): Promise<Turn | null> {
    const { store, committed } = this.#parts;
    for (let run = 1; run <= RUNS; run++) {
      const now = this.#now();
      const turn = await planSolved({ store, event, inbound, playbook, now });
      const result = await store.commit(turn);
      if (result.outcome === 'already-processed') return null;
      if (result.outcome === 'conflict') continue;
      committed(turn);
      return turn;
    }
    return this.#aside.postpone(event).then(nothing);
  }

  /** Whether the turn is not tried any more: it may be what kills the process, or it conflicts whatever is done. */
  #isHopeless(event: ClaimedEvent, run: number): boolean {
    return this.#isTriedOften(event) || (event.attempt > CONFLICTING_CLAIMS && run === RUNS);
  }

  #isTriedOften({ id, attempt }: ClaimedEvent): boolean {
    return attempt > MOST_CLAIMS && !this.#aside.hasWaited(id);
  }

  #isLeft(event: ClaimedEvent): boolean {
    return this.#parts.shared !== undefined && isLeftToOthers(event, this.#parts.playbooks, this.#now());
  }

  /** What comes too late to be done is said in its conversation, and here. */
  #tellLate({ id, conversation, body, dueAt }: ClaimedEvent): void {
    const stale = dueAt === undefined ? null : (timerKind(conversation, kindOf(body))?.staleAfterMs ?? null);
    const late = this.#now() - (dueAt ?? 0);
    if (stale === null || late <= stale) return;
    this.#parts.log.warn({ event: id, late }, 'a timer rang too late; what it was for is not done any more');
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}

function nothing(): null {
  return null;
}

/** What is wrong with the payload of an event that was a timer; null: nothing, or it was none. */
function timerFaultOf({ conversation, body, dueAt }: ClaimedEvent): string | null {
  return dueAt === undefined ? null : timerFault(conversation, body);
}

/** When the first of the timers rings that are set. */
function earliestOf(timers: readonly TimerChange[]): number | null {
  const due = timers.flatMap((timer) => (timer.change === 'set' ? [timer.dueAt] : []));
  return due.length === 0 ? null : Math.min(...due);
}
