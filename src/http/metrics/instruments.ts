import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { StoreMeter } from '../../ports/store/meter.ts';
import type { StoreHealth } from '../../ports/store.ts';

/** In seconds: from a step of the embedded store to one that a platform notices. */
const STORE_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const TIMER_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** How the store is at this instant; null: it cannot be used. */
export interface StoreReading {
  readonly health: StoreHealth;
  /** When the next timer rings, in ms since 1970 UTC; null: there is none. */
  readonly nextTimer: number | null;
  /** What waits in the queues that processes share; empty where there is one process. */
  readonly jobs: readonly JobCount[];
}

/** How many jobs of a queue are in a state, such as `waiting`. */
export interface JobCount {
  readonly queue: string;
  readonly state: string;
  readonly count: number;
}

/**
 * Everything that is counted, in the form that Prometheus reads. Labels name channels, methods, states and routes, of which
 * there are few: never organisations, people, conversations or words.
 */
export class Instruments implements StoreMeter {
  readonly #registry = new Registry();
  readonly #received = this.#counter('events_received', 'Events that came in, and whether they were known', [
    'channel',
    'outcome',
  ]);
  readonly #committed = this.#counter('commits', 'Turns and steps, and what became of their commit', [
    'channel',
    'outcome',
  ]);
  readonly #settled = this.#counter(
    'deliveries_settled',
    'What became of tries to send: pending is tried again',
    ['channel', 'state'],
  );
  readonly #faults = this.#counter('store_faults', 'Calls of the store that failed', ['method', 'code']);
  readonly #requests = this.#counter('http_requests', 'Requests that were answered', [
    'method',
    'route',
    'status',
  ]);
  readonly #calls = new Histogram({
    name: 'driftvakt_store_seconds',
    help: 'How long calls of the store took',
    labelNames: ['method'],
    buckets: STORE_BUCKETS,
    registers: [this.#registry],
  });
  readonly #rang = new Histogram({
    name: 'driftvakt_timer_late_seconds',
    help: 'How late timers were when their turn began',
    buckets: TIMER_BUCKETS,
    registers: [this.#registry],
  });
  readonly #jobs = this.#gauge('jobs', 'Jobs in the queues that processes share', ['queue', 'state']);
  readonly #up = this.#gauge('store_up', 'Whether the store can be used: 1 or 0');
  readonly #waiting = this.#gauge('events_waiting', 'Events that wait for their turn');
  readonly #oldest = this.#gauge('oldest_event_seconds', 'How long the longest waiting event has waited');
  readonly #deliveries = this.#gauge('deliveries', 'Deliveries that are not over, or need attention', [
    'state',
  ]);
  readonly #overdue = this.#gauge('timer_overdue_seconds', 'How late the next timer is; 0: it is not');
  readonly #bytes = this.#gauge('store_bytes', 'What the store takes up');

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  called(method: string, seconds: number, fault: string | null): void {
    this.#calls.labels(method).observe(seconds);
    if (fault !== null) this.#faults.inc({ method, code: fault });
  }

  received(channel: string, outcome: string): void {
    this.#received.inc({ channel, outcome });
  }

  committed(channel: string, outcome: string): void {
    this.#committed.inc({ channel, outcome });
  }

  rang(seconds: number): void {
    this.#rang.observe(seconds);
  }

  settled(channel: string, state: string): void {
    this.#settled.inc({ channel, state });
  }

  /** @param route as it was declared, such as `/who/:org`; never the address that was asked for */
  answered(method: string, route: string, status: number): void {
    this.#requests.inc({ method, route, status });
  }

  /**
   * All of it, as text.
   * @param reading how the store is; null: it cannot be used
   * @param now ms since 1970 UTC
   */
  text(reading: StoreReading | null, now: number): Promise<string> {
    this.#read(reading, now);
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** What is not known is not told: an old figure would be taken for one of now. */
  #read(reading: StoreReading | null, now: number): void {
    this.#up.set(reading === null ? 0 : 1);
    for (const gauge of [this.#waiting, this.#oldest, this.#deliveries, this.#overdue, this.#bytes])
      gauge.remove({});
    this.#deliveries.reset();
    this.#jobs.reset();
    if (reading === null) return;
    const { waitingEvents, oldestWaiting, bytes, pending, sending, ambiguous, failed } = reading.health;
    this.#waiting.set(waitingEvents);
    this.#oldest.set(secondsSince(oldestWaiting, now));
    this.#overdue.set(secondsSince(reading.nextTimer, now));
    this.#bytes.set(bytes);
    for (const { queue, state, count } of reading.jobs) this.#jobs.set({ queue, state }, count);
    for (const [state, count] of Object.entries({ pending, sending, ambiguous, failed }))
      this.#deliveries.set({ state }, count);
  }

  #counter(name: string, help: string, labelNames: readonly string[]): Counter {
    return new Counter({
      ...{ name: `driftvakt_${name}_total`, help, labelNames: [...labelNames] },
      registers: [this.#registry],
    });
  }

  #gauge(name: string, help: string, labelNames: readonly string[] = []): Gauge {
    return new Gauge({
      ...{ name: `driftvakt_${name}`, help, labelNames: [...labelNames] },
      registers: [this.#registry],
    });
  }
}

function secondsSince(instant: number | null, now: number): number {
  return instant === null ? 0 : Math.max(0, now - instant) / 1000;
}
