import type { Logger } from 'pino';
import type { Order } from '../../domain/orders/order.ts';
import type { Alarm } from '../../ports/alarm.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IncidentStatus } from '../../ports/handoff.ts';
import type { Store } from '../../ports/store.ts';
import type { Engine } from '../engine.ts';
import { faultForLog } from '../fault.ts';
import { Heartbeat } from '../heartbeat.ts';
import { KINDS } from '../record-codecs.ts';

/** A ticket system that tells how an order stands. */
export interface StatusSystem {
  /** Null: it does not know the order. */
  statusOf(order: string): Promise<IncidentStatus | null>;
}

export interface StatusWatchParts {
  readonly store: Pick<Store, 'findRecords'>;
  readonly engine: Pick<Engine, 'orderEvent'>;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly log: Logger;
  /** By organisation. */
  readonly systems: ReadonlyMap<string, StatusSystem>;
}

export const WATCH_LIMITS = {
  /** How often it is looked, in ms. */
  everyMs: 300_000,
  /** Orders of one organisation that are looked at; the newest. */
  orders: 200,
} as const;

/** Reads from time to time how open orders stand in ticket systems. What is new becomes an event of the order. */
export class StatusWatch {
  readonly #parts: StatusWatchParts;
  readonly #heartbeat: Heartbeat;
  /** What an order was seen as last, in this process. */
  readonly #seen = new Map<string, string>();

  constructor(parts: StatusWatchParts) {
    this.#parts = parts;
    this.#heartbeat = new Heartbeat(parts.alarm, WATCH_LIMITS.everyMs, () => this.look());
  }

  start(): void {
    if (this.#parts.systems.size > 0) this.#heartbeat.start();
  }

  stop(): Promise<void> {
    return this.#heartbeat.stop();
  }

  /** Looks at all of them once. What cannot be read now is read the next time. */
  async look(): Promise<void> {
    for (const [organisation, system] of this.#parts.systems) {
      try {
        for (const order of await this.#open(organisation)) await this.#lookAt(order, system);
      } catch (cause) {
        const about = { organisation, ...faultForLog(cause) };
        this.#parts.log.warn(about, 'how orders stand in the ticket system could not be read');
      }
    }
  }

  async #open(organisation: string): Promise<readonly Order[]> {
    const { items } = await this.#parts.store.findRecords({
      ...{ organisation, kind: KINDS.order, keys: { state: 'open', way: 'topdesk' } },
      ...{ order: 'newest', limit: WATCH_LIMITS.orders },
    });
    return items.map(({ body }) => body as unknown as Order).filter(({ external }) => external !== null);
  }

  async #lookAt({ organisation, id: order, history }: Order, system: StatusSystem): Promise<void> {
    const found = await system.statusOf(order);
    if (found === null) return;
    const { status, solved } = found;
    const sign = JSON.stringify([status, solved]);
    const key = `${organisation}/${order}`;
    if (this.#seen.get(key) === sign) return;
    // Unique for what changed: the same status can come back later.
    const id = `status/${key}/${history.length}/${sign}`;
    await this.#parts.engine.orderEvent({
      id,
      organisation,
      order,
      what: { kind: 'status', status, solved },
    });
    this.#seen.set(key, sign);
  }
}
