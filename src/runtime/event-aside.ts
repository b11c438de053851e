import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { ClaimedEvent } from '../ports/store/inbox.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { Store } from '../ports/store.ts';
import { waitAfter } from './backoff.ts';
import { faultForLog, mayPass } from './fault.ts';
import { LEFT_EACH_MS } from './foreign.ts';
import { memoryOf } from './memory.ts';
import { channelOf, organisationOf } from './names.ts';
import { asideRecord, planNothing } from './plan-turn.ts';

/** What it is done with. */
export interface AsideParts {
  readonly store: Pick<Store, 'load' | 'commit' | 'postponeEvent'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
}

/** An event that could not be processed holds its conversation up for no longer than this. */
const LONGEST_WAIT_MS = 60_000;

/** What becomes of events that get no turn now: they come again later, go to another process, or are kept aside. */
export class EventsAside {
  readonly #parts: AsideParts;
  /** Events that waited for the store in this process: that they are claimed often does not speak against them. */
  readonly #postponed = new Set<string>();

  constructor(parts: AsideParts) {
    this.#parts = parts;
  }

  hasWaited(event: string): boolean {
    return this.#postponed.has(event);
  }

  /** It is processed. */
  done(event: string): void {
    this.#postponed.delete(event);
  }

  /** It comes again, later each time. */
  async postpone(event: ClaimedEvent): Promise<void> {
    this.#postponed.add(event.id);
    const until = this.#now() + waitAfter(event.attempt, LONGEST_WAIT_MS, this.#parts.random);
    try {
      await this.#parts.store.postponeEvent(event.id, until);
    } catch (cause) {
      // Then it comes again when its lease runs out.
      const level = mayPass(cause) ? 'debug' : 'warn';
      this.#parts.log[level]({ event: event.id, ...faultForLog(cause) }, 'an event could not be given back');
    }
  }

  /** Another process can do it, of another version of this program. @throws StoreError */
  async leave(event: ClaimedEvent): Promise<void> {
    this.#postponed.add(event.id);
    await this.#parts.store.postponeEvent(event.id, this.#now() + LEFT_EACH_MS);
    this.#parts.log.info({ event: event.id }, 'an event is left to processes of another version');
  }

  /** An event that nobody can answer is processed and kept aside, and told in the log. @throws StoreError */
  async drop(event: ClaimedEvent, organisation: string | null): Promise<void> {
    const why = organisation === null ? 'it is of another version' : 'its organisation has no playbook';
    this.#parts.log.error({ event: event.id, organisation }, `an event is dropped: ${why}`);
    await this.#keep(event);
  }

  /**
   * A timer whose payload cannot be read: what it was for is not lost, but waits for whoever mends the fault.
   * @throws StoreError
   */
  async setAside(event: ClaimedEvent, why: string): Promise<void> {
    this.#parts.log.error({ event: event.id }, `a timer is set aside: ${why}`);
    await this.#keep(event);
  }

  async #keep(event: ClaimedEvent): Promise<void> {
    const { store } = this.#parts;
    const [memory, now] = [memoryOf(await store.load(event.conversation)), this.#now()];
    const organisation = organisationOf(event.conversation) || channelOf(event.conversation);
    const kept = asideRecord(event, 'event', { organisation, at: now, body: event.body });
    const fits = Buffer.byteLength(JSON.stringify(event.body)) <= STORE_LIMITS.recordBytes;
    await store.commit({ ...planNothing({ event, memory, now }), records: fits ? [kept] : [] });
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}
