import type { ClaimedEvent, ClaimRequest, InboundEvent, Receipt } from '../../src/ports/store/inbox.ts';
import {
  DELIVERY_MOVES,
  type Delivery,
  type DeliveryClaim,
  type DeliveryCounts,
  type DeliverySearch,
  type DestinationSearch,
  type HastenRequest,
  type NewDelivery,
  type Outbox,
  type Settlement,
} from '../../src/ports/store/outbox.ts';
import type {
  RecordChange,
  RecordKey,
  RecordSearch,
  StoredRecord,
  WriteResult,
} from '../../src/ports/store/records.ts';
import type { TimerSearch } from '../../src/ports/store/timers.ts';
import type { CommitResult, ConversationState, TimerChange, Turn } from '../../src/ports/store/turn.ts';
import type { Pruned, PruneRequest } from '../../src/ports/store.ts';

interface Waiting extends ClaimedEvent {
  readonly dedupeKeys: readonly string[];
  worker: string | null;
  leasedUntil: number;
  attempt: number;
  processed: boolean;
}

interface Outgoing {
  delivery: Delivery;
  worker: string | null;
  leasedUntil: number;
}

type Timer = TimerChange & { change: 'set' };

/** What a store should do, in the plainest words: lists, and a copy to go back to. No limits, no bad input. */
export class StoreModel {
  #inbox: Waiting[] = [];
  #conversations = new Map<string, ConversationState>();
  #records = new Map<string, StoredRecord>();
  #outbox: Outgoing[] = [];
  #timers: Timer[] = [];
  #rung = 0;

  receive(event: InboundEvent): Receipt {
    const { dedupeKeys = [], ...rest } = event;
    const same = this.#inbox.find(({ id }) => id === event.id);
    const alike = this.#inbox.find((known) => known.dedupeKeys.some((key) => dedupeKeys.includes(key)));
    const known = same ?? alike;
    if (known !== undefined) {
      const of = { id: known.id, receivedAt: known.receivedAt };
      return { outcome: 'duplicate', by: same ? 'id' : 'key', of };
    }
    this.#inbox.push({
      ...rest,
      dedupeKeys,
      worker: null,
      leasedUntil: -Infinity,
      attempt: 0,
      processed: false,
    });
    return { outcome: 'new' };
  }

  claimEvents({ worker, limit, now, leaseMs }: ClaimRequest): ClaimedEvent[] {
    const waiting = this.#inbox.filter(({ processed }) => !processed);
    const first = waiting.filter(
      (event) => waiting.find(({ conversation }) => conversation === event.conversation) === event,
    );
    const free = first.filter(({ leasedUntil }) => leasedUntil <= now).slice(0, limit);
    return free.map((event) => {
      Object.assign(event, { worker, leasedUntil: now + leaseMs, attempt: event.attempt + 1 });
      const { id, conversation, receivedAt, body, attempt, dueAt } = event;
      return { id, conversation, receivedAt, body, attempt, ...(dueAt !== undefined && { dueAt }) };
    });
  }

  postponeEvent(id: string, until: number): void {
    const event = this.#inbox.find((known) => known.id === id && !known.processed);
    if (event) Object.assign(event, { worker: null, leasedUntil: until });
  }

  ringTimers({ now, limit }: { now: number; limit: number }): number {
    const due = this.#timers.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
    for (const timer of due.slice(0, limit)) {
      this.#timers.splice(this.#timers.indexOf(timer), 1);
      const { conversation, body, dueAt } = timer;
      const id = `timer:model ${this.#rung++}`;
      this.receive({ ...{ id, conversation, body, receivedAt: now }, ...{ dueAt } });
    }
    return Math.min(due.length, limit);
  }

  /** All that match, as one page. */
  findTimers({ kind, conversation }: Partial<TimerSearch>): object[] {
    return this.#timers
      .map(({ id, conversation, dueAt, body }) => ({ id, conversation, dueAt, body }))
      .filter((timer) => conversation === undefined || timer.conversation === conversation)
      .filter(() => kind === undefined)
      .sort((a, b) => a.dueAt - b.dueAt);
  }

  nextTimer(): number | null {
    return this.#timers.length === 0 ? null : Math.min(...this.#timers.map(({ dueAt }) => dueAt));
  }

  load(conversation: string): ConversationState | null {
    return this.#conversations.get(conversation) ?? null;
  }

  commit(turn: Turn): CommitResult {
    const event = this.#inbox.find(({ id }) => id === turn.event);
    if (event === undefined) throw new Error('unknown-event');
    if (event.conversation !== turn.conversation) throw new Error('invalid');
    if (event.processed) return { outcome: 'already-processed' };
    const { version } = this.load(turn.conversation) ?? { version: 0 };
    if (version !== turn.expected) return { outcome: 'conflict', on: 'conversation', version };
    const outdated = this.#outdated(turn.records ?? []);
    if (outdated !== null) return { ...outdated, on: 'record' };
    const taken = new Set(this.#outbox.map(({ delivery }) => delivery.id));
    for (const { id } of turn.deliveries ?? [])
      if (taken.size === taken.add(id).size) throw new Error('invalid');
    this.#write(turn);
    event.processed = true;
    return { outcome: 'committed', version: version + 1 };
  }

  #write(turn: Turn): void {
    this.#conversations.set(turn.conversation, { version: turn.expected + 1, state: turn.state });
    for (const change of turn.records ?? []) this.#change(change);
    for (const delivery of turn.deliveries ?? []) this.#append(delivery, turn.at);
    for (const change of turn.timers ?? []) {
      this.#timers = this.#timers.filter(({ id }) => id !== change.id);
      if (change.change === 'set') this.#timers.push(change);
    }
  }

  writeRecords(changes: readonly RecordChange[]): WriteResult {
    const outdated = this.#outdated(changes);
    if (outdated !== null) return outdated;
    for (const change of changes) this.#change(change);
    return { outcome: 'written' };
  }

  #outdated(changes: readonly RecordChange[]): Extract<WriteResult, { outcome: 'conflict' }> | null {
    for (const change of changes) {
      const version = this.record(change)?.version ?? 0;
      if (change.expected === undefined || change.expected === version) continue;
      const { organisation, kind, id } = change;
      return { outcome: 'conflict', record: { organisation, kind, id }, version };
    }
    return null;
  }

  #append({ supersedes, ...delivery }: NewDelivery, at: number): void {
    const { topic = null, destination } = delivery;
    for (const each of this.#about(topic, destination))
      if (supersedes !== undefined && each.delivery.state === 'pending' && !each.delivery.unsure)
        each.delivery = { ...each.delivery, state: 'skipped', reason: supersedes, changedAt: at };
    const fresh = {
      state: 'pending',
      reason: 'new',
      attempt: 0,
      tries: 0,
      unsure: false,
      changedAt: at,
    } as const;
    const whole = { priority: 0, batch: null, topic, ...delivery, ...fresh, receipt: null } as const;
    this.#outbox.push({ delivery: whole, worker: null, leasedUntil: 0 });
  }

  #about(topic: string | null, destination: string): Outgoing[] {
    return this.#outbox.filter(
      ({ delivery }) => topic !== null && delivery.topic === topic && delivery.destination === destination,
    );
  }

  #change(change: RecordChange): void {
    if (change.change === 'delete') {
      this.#records.delete(nameOf(change));
      return;
    }
    const { organisation, kind, id, at, keys, body } = change;
    const version = (this.record(change)?.version ?? 0) + 1;
    this.#records.set(nameOf(change), { organisation, kind, id, version, at, keys, body });
  }

  record(key: RecordKey): StoredRecord | null {
    return this.#records.get(nameOf(key)) ?? null;
  }

  /** All that match, as one page. */
  findRecords({ organisation, kind, keys = {}, order }: RecordSearch): StoredRecord[] {
    const found = [...this.#records.values()]
      .filter((record) => record.organisation === organisation && record.kind === kind)
      .filter((record) => Object.entries(keys).every(([name, value]) => record.keys[name] === value))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    return order === 'oldest' ? found : found.reverse();
  }

  claimDeliveries({ worker, limit, now, leaseMs, priority }: DeliveryClaim): Delivery[] {
    const open = this.#outbox
      .filter(({ delivery: { state } }) => state === 'pending' || state === 'sending')
      .sort((a, b) => a.delivery.priority - b.delivery.priority);
    const due = open.filter((each) => {
      const { destination, state, notBefore } = each.delivery;
      const line = open.filter(({ delivery }) => delivery.destination === destination);
      const busy = line.some(({ delivery }) => delivery.state === 'sending');
      return state === 'pending' && notBefore <= now && !busy && line[0] === each;
    });
    const taken = due
      .filter(({ delivery }) => priority === undefined || delivery.priority === priority)
      .sort(({ delivery: a }, { delivery: b }) => a.priority - b.priority || a.notBefore - b.notBefore)
      .slice(0, limit);
    for (const each of taken) {
      const [attempt, tries] = [each.delivery.attempt + 1, each.delivery.tries + 1];
      each.delivery = {
        ...each.delivery,
        state: 'sending',
        reason: 'claimed',
        attempt,
        tries,
        changedAt: now,
      };
      Object.assign(each, { worker, leasedUntil: now + leaseMs });
    }
    return this.#outbox.filter((each) => taken.includes(each)).map(({ delivery }) => delivery);
  }

  nextDue({ now, priority }: Parameters<Outbox['nextDue']>[0]): number | null {
    const later = this.deliveries()
      .filter((each) => each.state === 'pending' && each.notBefore > now)
      .filter((each) => priority === undefined || each.priority === priority);
    return later.length === 0 ? null : Math.min(...later.map(({ notBefore }) => notBefore));
  }

  settle({ id, attempt, state, reason, now, notBefore, tries, unsure }: Settlement): 'settled' | 'stale' {
    const each = this.#outbox.find(({ delivery }) => delivery.id === id && delivery.attempt === attempt);
    if (each === undefined || !DELIVERY_MOVES[state].includes(each.delivery.state)) return 'stale';
    each.delivery = { ...each.delivery, state, reason, changedAt: now };
    if (state === 'pending' && notBefore !== undefined) each.delivery = { ...each.delivery, notBefore };
    if (state === 'pending' && tries !== undefined) each.delivery = { ...each.delivery, tries };
    if (state === 'pending' && unsure !== undefined) each.delivery = { ...each.delivery, unsure };
    return 'settled';
  }

  hasten({ destinations, now, restMs }: HastenRequest): number {
    const late = this.#outbox.filter(({ delivery: { state, destination, notBefore, changedAt } }) => {
      const soonest = Math.max(now, changedAt + restMs);
      return state === 'pending' && destination.startsWith(destinations) && notBefore > soonest;
    });
    for (const each of late)
      each.delivery = { ...each.delivery, notBefore: Math.max(now, each.delivery.changedAt + restMs) };
    return late.length;
  }

  countDeliveries(batch: string): DeliveryCounts {
    const counts = { pending: 0, sending: 0, sent: 0, ambiguous: 0, failed: 0, skipped: 0 };
    for (const { delivery } of this.#outbox) if (delivery.batch === batch) counts[delivery.state]++;
    return counts;
  }

  /** All that match, as one page. */
  findDeliveries({ state, batch }: DeliverySearch): Delivery[] {
    return this.deliveries()
      .filter((delivery) => state === undefined || delivery.state === state)
      .filter((delivery) => batch === undefined || delivery.batch === batch);
  }

  /** All that match, as one page. */
  findDestinations({ topic, states, unsure }: DestinationSearch): string[] {
    const isAsked = (each: Delivery) =>
      states.includes(each.state) || (unsure === true && each.unsure && each.state === 'pending');
    const about = this.deliveries().filter((each) => each.topic === topic && isAsked(each));
    return [...new Set(about.map(({ destination }) => destination))].sort();
  }

  latestDelivery({ topic, destination, states }: Parameters<Outbox['latestDelivery']>[0]): Delivery | null {
    const about = this.#about(topic, destination).map(({ delivery }) => delivery);
    return about.findLast(({ state }) => states.includes(state)) ?? null;
  }

  recover({ worker, now }: { worker: string | null; now: number }): Delivery[] {
    for (const event of this.#inbox)
      if (event.worker === worker && worker !== null && !event.processed)
        Object.assign(event, { worker: null, leasedUntil: -Infinity });
    return this.#outbox
      .filter(({ delivery }) => delivery.state === 'sending')
      .filter((each) => each.worker === worker || each.leasedUntil <= now)
      .map(({ delivery }) => delivery);
  }

  /** Everything in the outbox, in order. */
  deliveries(): Delivery[] {
    return this.#outbox.map(({ delivery }) => delivery);
  }

  /** All of what may go, in one portion. */
  prune({ receivedBefore, settledBefore, keepTopics = [] }: PruneRequest): Pruned {
    const events = this.#inbox.filter(
      ({ processed, receivedAt }) => !processed || receivedAt >= receivedBefore,
    );
    const isKept = ({ state, changedAt }: Delivery) =>
      !['sent', 'skipped', 'failed'].includes(state) || changedAt >= settledBefore;
    const deliveries = this.#outbox.filter(
      ({ delivery: { topic, destination, ...delivery } }) =>
        isKept({ topic, destination, ...delivery }) ||
        (topic !== null && keepTopics.includes(topic)) ||
        this.#about(topic, destination).some((other) => other.delivery.changedAt >= settledBefore),
    );
    const gone = {
      events: this.#inbox.length - events.length,
      deliveries: this.#outbox.length - deliveries.length,
    };
    this.#inbox = events;
    this.#outbox = deliveries;
    return gone;
  }
}

const nameOf = ({ organisation, kind, id }: RecordKey): string => JSON.stringify([organisation, kind, id]);
