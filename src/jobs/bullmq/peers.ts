import { type ConnectionOptions, Relay } from 'bullmq';
import type { Peers } from '../../ports/peers.ts';
import type { Json } from '../../ports/store/json.ts';
import { queuePrefix } from './names.ts';

/** What the relay is made with. */
export interface RelayPeersParts {
  /** Tries again until Redis can be reached. */
  readonly connection: ConnectionOptions;
  /** What the keys of this installation begin with. */
  readonly installation: string;
  /** This process: letters, digits, "_" and "-", at most 64. */
  readonly name: string;
  /** Told of what goes wrong with Redis, where nobody waits for the answer. */
  readonly failed: (cause: unknown) => void;
}

/** Who said nothing for so long, in ms, counts as dead. */
const SILENCE_MS = 5000;
/** How often those are swept away, by the clock of Redis, in ms. */
const SWEEP_MS = 1000;
const NAMESPACE = 'processes';

/** What is told, and by whom: the others hear it, and not who told it. */
interface Told {
  readonly from: string;
  readonly what: Json;
}

/** Processes that hear of each other by BullMQ's relay, which keeps leases and inboxes in Redis. */
export class RelayPeers implements Peers {
  readonly #parts: RelayPeersParts;
  readonly #listeners = new Map<string, (what: Json) => void>();
  #relay: Relay | null = null;

  constructor(parts: RelayPeersParts) {
    this.#parts = parts;
  }

  hear(about: string, heard: (what: Json) => void): void {
    this.#listeners.set(about, heard);
  }

  async join(returned: () => void): Promise<void> {
    const { connection, installation, name, failed } = this.#parts;
    const relay = new Relay({
      ...{ connection, prefix: queuePrefix(installation), namespace: NAMESPACE, nodeId: name },
      ...{ leaseDuration: SILENCE_MS, sweepInterval: SWEEP_MS },
    });
    relay.on('error', failed).on('recovered', returned);
    this.#relay = relay;
    await relay.waitUntilReady();
    for (const [about, heard] of this.#listeners)
      await relay.subscribe<Told>(about, ({ data }) => {
        if (data.from !== name) heard(data.what);
      });
  }

  async present(): Promise<ReadonlySet<string>> {
    const nodes = (await this.#relay?.getNodes()) ?? [];
    return new Set(nodes.map(({ id }) => id));
  }

  async tell(about: string, what: Json): Promise<void> {
    const told: Told = { from: this.#parts.name, what };
    await this.#relay?.publish(about, told);
  }

  async leave(): Promise<void> {
    await this.#relay?.close();
    this.#relay = null;
  }
}
