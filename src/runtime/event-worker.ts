import type { Logger } from 'pino';
import { isWriting } from '../conversation/writing.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { servedOf } from '../domain/organisation/served.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import { StoreError } from '../ports/store/error.ts';
import type { ClaimedEvent } from '../ports/store/inbox.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { NewDelivery } from '../ports/store/outbox.ts';
import type { CommitResult, TimerChange, Turn } from '../ports/store/turn.ts';
import type { Store } from '../ports/store.ts';
import type { KeptBook } from './away/book.ts';
import { awayKnown } from './away/known.ts';
import { type LivePlaybooks, livePlaybooks } from './away/live-playbooks.ts';
import { waitAfter } from './backoff.ts';
import { readBoardKnown } from './board/known.ts';
import type { SignInLinks } from './board/sign-in.ts';
import { withCases } from './cases/known.ts';
import { type CopyLinks, commitmentKnown, managersOf } from './commitment/signatures.ts';
import { dutiesKnown } from './duties/known.ts';
import { aboutEscalation } from './escalations/known.ts';
import { faultForLog, mayPass } from './fault.ts';
import { isLeftToOthers, isNewer, LEFT_EACH_MS } from './foreign.ts';
import { type KeptInbound, readKept } from './inbound.ts';
import { readKnown } from './known.ts';
import { memoryOf } from './memory.ts';
import { channelOf, organisationOf } from './names.ts';
import { holderRecords } from './people/holders.ts';
import { peopleKnown } from './people/known.ts';
import { StoredPeople } from './people/stored-people.ts';
import { asideRecord, type Job, planNothing, planTrouble, planTurn, type TurnFunction } from './plan-turn.ts';
import type { EventProcess } from './process/process.ts';
import { hasLeft, roomOf } from './reach.ts';
import { planSolved, type SolvedJob } from './solved/plan.ts';
import { readSubscribers } from './subscribers.ts';
import { kindOf, timerFault, timerKind } from './timers/catalogue.ts';

/** What an event's turn needs from around it. */
export interface EventWorkerParts {
  readonly store: Store;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly turn: TurnFunction;
  /** Left out: of its own. */
  readonly people?: StoredPeople;
  /** Left out: there is no page of copies here. */
  readonly copyLinks?: CopyLinks;
  readonly transcripts: ReadonlySet<string>;
  readonly spending: ReadonlySet<string>;
  /** Left out: the board has no page here. */
  readonly signInLinks?: SignInLinks;
  /** Whether there are other processes: what is not known here is left to them. */
  readonly shared?: unknown;
  /** Commits a turn; left out: as the store does. */
  readonly commit?: (turn: Turn) => Promise<CommitResult>;
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

/** An event that could not be processed holds its conversation up for no longer than this. */
const LONGEST_WAIT_MS = 60_000;

/** Takes one event to its commit. */
export class EventWorker {
  readonly #parts: EventWorkerParts;
  readonly #people: StoredPeople;
  readonly #playbooks: LivePlaybooks;
  /** Events that waited for the store in this process: that they are claimed often does not speak against them. */
  readonly #postponed = new Set<string>();

  constructor(parts: EventWorkerParts) {
    this.#parts = parts;
    this.#playbooks = livePlaybooks(parts.playbooks);
    this.#people = parts.people ?? new StoredPeople(parts.store, parts.clock);
  }

  /** @throws StoreError if the store cannot be used now; the event is then claimed again later */
  async process(event: ClaimedEvent): Promise<Processed> {
    try {
      if (this.#isLeft(event)) return await this.#leave(event);
      const fault = timerFaultOf(event);
      if (fault !== null) return await this.#setAside(event, fault);
      this.#tellLate(event);
      await this.#playbooks.refresh(this.#parts.store, organisationOf(event.conversation));
      const process = this.#parts.processes.get(channelOf(event.conversation));
      const turn = await (process?.process(event, this.#isTriedOften(event)) ?? this.#process(event));
      this.#postponed.delete(event.id);
      return { deliveries: turn?.deliveries ?? [], dueAt: earliestOf(turn?.timers ?? []) };
    } catch (cause) {
      await this.#postpone(event);
      if (mayPass(cause)) throw cause;
      this.#parts.log.error({ event: event.id, ...faultForLog(cause) }, 'an event could not be processed');
      return { deliveries: [], dueAt: null };
    }
  }

  /** @returns what was committed; null if that was done before, or has to wait */
  async #process(event: ClaimedEvent): Promise<Turn | null> {
    const inbound = readKept(event.body);
    const playbook = this.#parts.playbooks.get(inbound?.organisation ?? '');
    if (inbound === null || playbook === undefined) return this.#drop(event, inbound?.organisation ?? null);
    const { what } = inbound;
    if (what.kind === 'solved') return this.#tellSolved(event, { ...inbound, what }, playbook);
    for (let run = 1, taken = 0; run <= RUNS; run++) {
      const away = await this.#playbooks.refresh(this.#parts.store, inbound.organisation);
      const now = this.#playbooks.get(inbound.organisation) ?? playbook;
      const job = await this.#job(event, inbound, now, away);
      const { unreadable } = job.memory;
      if (this.#parts.shared !== undefined && unreadable !== null && isNewer(unreadable)) {
        await this.#leave(event);
        return null;
      }
      if (unreadable !== null)
        this.#parts.log.error({ event: event.id }, 'a conversation of another version is set aside');
      const [turn, result] = await this.#commit(this.#plans(job, taken, this.#isHopeless(event, run)));
      if (result.outcome === 'committed') {
        this.#parts.committed(turn);
        return turn;
      }
      if (result.outcome === 'already-processed') return null;
      // Something new met something that is there: its reference is somebody else's.
      if (result.on === 'record' && isNew(turn, result)) taken++;
    }
    await this.#postpone(event);
    return null;
  }

  /** One portion of telling that an outage is over. */
  async #tellSolved(
    event: ClaimedEvent,
    inbound: SolvedJob['inbound'],
    playbook: Playbook,
  ): Promise<Turn | null> {
    const { store, committed } = this.#parts;
    for (let run = 1; run <= RUNS; run++) {
      const turn = await planSolved({ store, event, inbound, playbook, now: this.#now() });
      const result = await store.commit(turn);
      if (result.outcome === 'already-processed') return null;
      if (result.outcome === 'conflict') continue;
      committed(turn);
      return turn;
    }
    await this.#postpone(event);
    return null;
  }

  async #job(
    event: ClaimedEvent,
    inbound: KeptInbound,
    playbook: Playbook,
    away: KeptBook | null,
  ): Promise<Job> {
    const { store, transcripts, spending } = this.#parts;
    const now = this.#now() + inbound.ahead;
    const served = servedOf(this.#parts.playbooks, inbound.organisation);
    const [stored, read, left] = await Promise.all([
      store.load(event.conversation),
      readKnown(store, inbound.from, roomOf(inbound) ?? event.conversation, {
        ...{ now, playbook, served: served.map(({ organisation }) => organisation) },
      }),
      hasLeft(store, inbound),
    ]);
    const memory = memoryOf(stored);
    const about = await aboutEscalation(store, inbound, memory.state);
    const known = await withCases(store, read, memory.state, inbound);
    const holders = await holderRecords(store, playbook, inbound, {
      ...{ conversation: event.conversation, identity: known.known.identity, at: now },
      language: memory.state.language ?? inbound.from.locale,
    });
    const aware = { ...known, known: { ...known.known, ...about } };
    const job = {
      ...{ event, inbound, playbook, memory, away, transcripts, spending, left, holders, now: this.#now() },
      served: served.map(({ organisation }) => organisation),
      department: this.#parts.playbooks.get(playbook.servedBy?.organisation ?? '') ?? null,
    };
    const board = await readBoardKnown(store, this.#parts.signInLinks ?? null, {
      ...{ playbook, inbound, identity: known.known.identity, event: event.id },
    });
    const people = await peopleKnown(this.#people, playbook, inbound, {
      ...{ identity: known.known.identity, text: memory.state.unclear?.text ?? '' },
    });
    const commitment = await commitmentKnown(
      store,
      playbook,
      inbound.from.user,
      this.#parts.copyLinks ?? null,
    );
    const signs = commitment?.signed === null && memory.state.flow?.name === 'sign';
    const site = inbound.from.site ?? known.known.profile?.site ?? null;
    const managers = signs ? await managersOf(store, playbook, site) : [];
    const duties = await dutiesKnown(store, playbook, inbound, { identity: known.known.identity, now });
    const more = {
      ...people,
      ...awayKnown(playbook, inbound.from, known.known.identity, away),
      ...duties,
      ...(commitment !== undefined && { commitment }),
      ...(board !== undefined && { board }),
      ...(isWriting(memory.state) && { subscribers: await readSubscribers(store, playbook, served) }),
    };
    return { ...job, managers, known: { ...aware, known: { ...aware.known, ...more } } };
  }

  /** Whether the turn is not tried any more: it may be what kills the process, or it conflicts whatever is done. */
  #isHopeless(event: ClaimedEvent, run: number): boolean {
    return this.#isTriedOften(event) || (event.attempt > CONFLICTING_CLAIMS && run === RUNS);
  }

  #isTriedOften({ id, attempt }: ClaimedEvent): boolean {
    return attempt > MOST_CLAIMS && !this.#postponed.has(id);
  }

  /** What to try to commit, best first. The next is asked for only when the store refused the one before. */
  *#plans(job: Job, taken: number, hopeless: boolean): Generator<Turn> {
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

  #isLeft(event: ClaimedEvent): boolean {
    return this.#parts.shared !== undefined && isLeftToOthers(event, this.#parts.playbooks, this.#now());
  }

  /** Another process can do it, of another version of this program. */
  async #leave(event: ClaimedEvent): Promise<Processed> {
    this.#postponed.add(event.id);
    await this.#parts.store.postponeEvent(event.id, this.#now() + LEFT_EACH_MS);
    this.#parts.log.info({ event: event.id }, 'an event is left to processes of another version');
    return { deliveries: [], dueAt: null };
  }

  /** An event that nobody can answer is processed and kept aside, and told in the log. */
  async #drop(event: ClaimedEvent, organisation: string | null): Promise<null> {
    const why = organisation === null ? 'it is of another version' : 'its organisation has no playbook';
    this.#parts.log.error({ event: event.id, organisation }, `an event is dropped: ${why}`);
    await this.#putAside(event);
    return null;
  }

  /** A timer whose payload cannot be read: what it was for is not lost, but waits for whoever mends the fault. */
  async #setAside(event: ClaimedEvent, why: string): Promise<Processed> {
    this.#parts.log.error({ event: event.id }, `a timer is set aside: ${why}`);
    await this.#putAside(event);
    return { deliveries: [], dueAt: null };
  }

  async #putAside(event: ClaimedEvent): Promise<void> {
    const { store } = this.#parts;
    const [memory, now] = [memoryOf(await store.load(event.conversation)), this.#now()];
    const organisation = organisationOf(event.conversation) || channelOf(event.conversation);
    const kept = asideRecord(event, 'event', { organisation, at: now, body: event.body });
    const fits = Buffer.byteLength(JSON.stringify(event.body)) <= STORE_LIMITS.recordBytes;
    await store.commit({ ...planNothing({ event, memory, now }), records: fits ? [kept] : [] });
  }

  /** What comes too late to be done is said in its conversation, and here. */
  #tellLate({ id, conversation, body, dueAt }: ClaimedEvent): void {
    const stale = dueAt === undefined ? null : (timerKind(conversation, kindOf(body))?.staleAfterMs ?? null);
    const late = this.#now() - (dueAt ?? 0);
    if (stale === null || late <= stale) return;
    this.#parts.log.warn({ event: id, late }, 'a timer rang too late; what it was for is not done any more');
  }

  /** Commits the first that the store does not refuse for a fault of its own. */
  async #commit(plans: Generator<Turn>): Promise<[Turn, CommitResult]> {
    const { store, commit = (turn) => store.commit(turn) } = this.#parts;
    let refused: unknown;
    for (const turn of plans) {
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

  async #postpone(event: ClaimedEvent): Promise<void> {
    this.#postponed.add(event.id);
    const until = this.#now() + waitAfter(event.attempt, LONGEST_WAIT_MS, this.#parts.random);
    try {
      await this.#parts.store.postponeEvent(event.id, until);
    } catch (cause) {
      // Then it comes again when its lease runs out.
      this.#parts.log.warn({ event: event.id, ...faultForLog(cause) }, 'an event could not be given back');
    }
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}

/** Stands for a turn that was begun so often that it is not begun again. */
class GivenUpError extends Error {
  override readonly name = 'GivenUpError';
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

/** Whether the turn meant to make the record on which it met another. */
function isNew(turn: Turn, conflict: CommitResult & { outcome: 'conflict'; on: 'record' }): boolean {
  return (turn.records ?? []).some(
    ({ kind, id, expected }) => kind === conflict.record.kind && id === conflict.record.id && expected === 0,
  );
}
