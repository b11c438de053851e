import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { TimerSearch, WaitingTimer } from '../../ports/store/timers.ts';
import type { Store } from '../../ports/store.ts';
import { inboundEvent, readKept } from '../inbound.ts';
import { derivedName } from '../names.ts';
import { KINDS } from '../record-codecs.ts';
import { timerFault, timerKind } from './catalogue.ts';

/** A timer as an operator sees it: what it is for, and nothing of what it carries. */
export interface ListedTimer {
  readonly id: string;
  readonly organisation: string;
  readonly conversation: string;
  readonly kind: string | null;
  /** What happens when it rings, in English; null: this version does not know it. */
  readonly does: string | null;
  /** In ms since 1970 UTC. */
  readonly dueAt: number;
  /** It should have rung already. */
  readonly overdue: boolean;
  /** Why it cannot be read and will be set aside when it rings; null: it can. */
  readonly fault: string | null;
}

/** What was set aside because it could not be used. */
export interface SetAside {
  readonly id: string;
  readonly conversation: string;
  /** In ms since 1970 UTC. */
  readonly at: number;
}

/** Some of the timers; `next` is null on the last page. */
export interface TimerPage {
  readonly timers: readonly ListedTimer[];
  readonly next: string | null;
}

export type Cancelling =
  | { readonly outcome: 'cancelled'; readonly timer: ListedTimer }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'kept'; readonly why: string };

/** What operators do with timers. */
export interface TimerDesk {
  list(search: TimerSearch): Promise<TimerPage>;
  /** What was set aside of an organisation, newest first, one page. */
  setAside(organisation: string): Promise<readonly SetAside[]>;
  /** @param by who does it, for the record that is kept of it */
  cancel(asked: {
    readonly organisation: string;
    readonly id: string;
    readonly by: string;
  }): Promise<Cancelling>;
}

/** Timers for operators. What is asked here rests on the store alone, so that it can be asked of a copy too. */
export class StoredTimers {
  readonly #store: Pick<Store, 'findTimers' | 'findRecords'>;
  readonly #clock: Clock;

  constructor(store: Pick<Store, 'findTimers' | 'findRecords'>, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async list(search: TimerSearch): Promise<TimerPage> {
    const { items, next } = await this.#store.findTimers(search);
    const now = this.#clock.now().epochMilliseconds;
    return { timers: items.map((timer) => listed(timer, now)), next };
  }

  async setAside(organisation: string): Promise<readonly SetAside[]> {
    const { items } = await this.#store.findRecords({
      ...{ organisation, kind: KINDS.setAside, order: 'newest', limit: STORE_LIMITS.pageSize },
    });
    return items.map(({ id, keys, at }) => ({ id, conversation: keys.conversation ?? '', at }));
  }
}

/** The same, with the right to take a timer away, which only the running service has. */
export class WorkingTimers extends StoredTimers implements TimerDesk {
  readonly #parts: { readonly store: Store; readonly clock: Clock; readonly log: Logger };
  readonly #received: () => void;

  /** @param received told that there is an event to process */
  constructor(
    parts: { readonly store: Store; readonly clock: Clock; readonly log: Logger },
    received: () => void,
  ) {
    super(parts.store, parts.clock);
    this.#parts = parts;
    this.#received = received;
  }

  async cancel({
    organisation,
    id,
    by,
  }: {
    organisation: string;
    id: string;
    by: string;
  }): Promise<Cancelling> {
    const { store, clock, log } = this.#parts;
    const now = clock.now().epochMilliseconds;
    const [found = null] = (await store.findTimers({ id, organisation, limit: 1 })).items;
    const why = found === null ? null : (timerKind(found.conversation, found.kind)?.kept ?? null);
    if (found !== null && why !== null) return { outcome: 'kept', why };
    const timer = found && (await store.cancelTimer({ id, organisation, dueAt: found.dueAt }));
    if (timer === null) return { outcome: 'unknown' };
    const { kind, conversation, dueAt } = timer;
    await store.writeRecords([
      {
        ...{ change: 'write', organisation, kind: KINDS.cancelledTimer, at: now, keys: {} },
        id: derivedName(`${now}/`, id),
        body: { id, kind, conversation, dueAt, by },
      },
    ]);
    log.warn({ timer: id, kind, by }, 'a timer was cancelled');
    await this.#tell(timer, now);
    return { outcome: 'cancelled', timer: listed(timer, now) };
  }

  /** A conversation holds its reminders in its own state: it is told, and says so to the person. */
  async #tell({ id, kind, conversation, body, dueAt }: WaitingTimer, now: number): Promise<void> {
    const kept = readKept(body);
    if (kind !== 'due' || kept === null) return;
    const what = { kind: 'not-due', until: dueAt + kept.ahead } as const;
    const event = { ...kept, what, conversation, id: derivedName(`not-due/${now}/`, id) };
    await this.#parts.store.receive(inboundEvent(event, now));
    this.#received();
  }
}

function listed(timer: WaitingTimer, now: number): ListedTimer {
  const { id, organisation, conversation, kind, dueAt, body } = timer;
  return {
    ...{ id, organisation, conversation, kind, dueAt },
    does: timerKind(conversation, kind)?.does ?? null,
    overdue: dueAt < now,
    fault: timerFault(conversation, body),
  };
}
