import type { Clock } from '../../ports/clock.ts';
import type { Peers } from '../../ports/peers.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';

/** What the roll is made of. */
export interface RollParts {
  readonly store: Pick<Store, 'findRecords' | 'writeRecords'>;
  readonly peers: Pick<Peers, 'join' | 'present' | 'leave'>;
  readonly clock: Clock;
  /** This process. */
  readonly worker: string;
  /** Told why it could not be entered again. */
  readonly failed: (cause: unknown) => void;
}

/** The roll belongs to no organisation. */
const KEPT_UNDER = { organisation: '@processes', kind: 'process' } as const;

/**
 * Which processes work on the store: each enters itself before it holds anything, so that of whoever dies somebody knows
 * that there may be something to take over, also if all died at once.
 */
export class Roll {
  readonly #parts: RollParts;

  constructor(parts: RollParts) {
    this.#parts = parts;
  }

  /** Enters this process. */
  async enter(): Promise<void> {
    await this.#parts.peers.join(() => void this.#write().catch(this.#parts.failed));
    await this.#write();
  }

  /** Those who are on the roll and are not there any more, one page of them. */
  async dead(): Promise<readonly string[]> {
    const { store, peers } = this.#parts;
    // In this order: who enters meanwhile is present before it is on the roll.
    const search = { ...KEPT_UNDER, order: 'oldest', limit: STORE_LIMITS.pageSize } as const;
    const entered = (await store.findRecords(search)).items.map(({ id }) => id);
    const present = await peers.present();
    return entered.filter((name) => !present.has(name));
  }

  /** What somebody held is taken over, or given back. */
  async strike(worker: string): Promise<void> {
    await this.#parts.store.writeRecords([{ change: 'delete', ...KEPT_UNDER, id: worker }]);
  }

  /** This process holds nothing any more. */
  async leave(): Promise<void> {
    await this.#parts.peers.leave();
  }

  async #write(): Promise<void> {
    const { store, worker: id, clock } = this.#parts;
    const at = clock.now().epochMilliseconds;
    await store.writeRecords([{ change: 'write', ...KEPT_UNDER, id, at, keys: {}, body: {} }]);
  }
}
