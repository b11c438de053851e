import type { Alarm } from '../../ports/alarm.ts';
import type { Peers } from '../../ports/peers.ts';
import { Heartbeat } from '../heartbeat.ts';

/** Something that goes on until it is stopped. */
export interface Going {
  stop(): Promise<void>;
}

export interface OnlyOneParts {
  readonly peers: Pick<Peers, 'present'>;
  /** This process. */
  readonly worker: string;
  readonly alarm: Alarm;
  readonly begin: () => Going;
  /** Told why it could not be seen who is there; until that can be seen again all stays as it is. */
  readonly failed: (cause: unknown) => void;
}

/** How often it is looked who is there, in ms: whoever dies is known to be dead after as long. */
const LOOK_EVERY_MS = 5000;

/**
 * Something that goes on in one of several processes: in the first, by its name, of those that are there. For a moment it may
 * be two, or none: it has to bear both.
 */
export class OnlyOne implements Going {
  readonly #parts: OnlyOneParts;
  readonly #heartbeat: Heartbeat;
  #going: Going | null = null;

  constructor(parts: OnlyOneParts) {
    this.#parts = parts;
    this.#heartbeat = new Heartbeat(parts.alarm, LOOK_EVERY_MS, () => this.#look());
  }

  start(): void {
    this.#heartbeat.start();
  }

  async stop(): Promise<void> {
    await this.#heartbeat.stop();
    await this.#end();
  }

  async #look(): Promise<void> {
    const { peers, worker, begin, failed } = this.#parts;
    try {
      const [first] = [...(await peers.present())].sort();
      if (first === worker) this.#going ??= begin();
      else if (first !== undefined) await this.#end();
    } catch (cause) {
      failed(cause);
    }
  }

  async #end(): Promise<void> {
    const going = this.#going;
    this.#going = null;
    await going?.stop();
  }
}
