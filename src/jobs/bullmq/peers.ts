import { Relay } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import type { Peers } from '../../ports/peers.ts';
import type { Json } from '../../ports/store/json.ts';
import { queuePrefix } from './names.ts';

/** What the relay is made with. */
export interface RelayPeersParts {
  /** For what is asked and answered: fails where Redis cannot be reached. */
  readonly asking: Redis | Cluster;
  /** Tries again until Redis can be reached. */
  readonly waiting: Redis | Cluster;
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

/**
 * Processes that know by BullMQ's relay who is there, and tell each other things by Redis' own channels: those of the relay keep
 * what is told until it is read, and cost six operations where this costs one.
 */
export class RelayPeers implements Peers {
  readonly #parts: RelayPeersParts;
  readonly #listeners = new Map<string, (what: Json) => void>();
  #relay: Relay | null = null;
  #hearing: Redis | Cluster | null = null;

  constructor(parts: RelayPeersParts) {
    this.#parts = parts;
  }

  hear(about: string, heard: (what: Json) => void): void {
    this.#listeners.set(about, heard);
  }

  async join(returned: () => void): Promise<void> {
    const { waiting: connection, installation, name, failed } = this.#parts;
    const relay = new Relay({
      ...{ connection, prefix: queuePrefix(installation), namespace: NAMESPACE, nodeId: name },
      ...{ leaseDuration: SILENCE_MS, sweepInterval: SWEEP_MS },
    });
    relay.on('error', failed).on('recovered', returned);
    this.#relay = relay;
    await relay.waitUntilReady();
    if (this.#listeners.size > 0) await this.#listen();
  }

  async present(): Promise<ReadonlySet<string>> {
    const nodes = (await this.#relay?.getNodes()) ?? [];
    return new Set(nodes.map(({ id }) => id));
  }

  async tell(about: string, what: Json): Promise<void> {
    const told: Told = { from: this.#parts.name, what };
    await this.#parts.asking.publish(this.#channelOf(about), JSON.stringify(told));
  }

  async leave(): Promise<void> {
    this.#hearing?.disconnect();
    this.#hearing = null;
    const relay = this.#relay;
    this.#relay = null;
    await relay?.close();
  }

  async #listen(): Promise<void> {
    // Made as that one is, whatever it is.
    const hearing = (this.#parts.waiting as Redis).duplicate().on('error', this.#parts.failed);
    this.#hearing = hearing;
    const listeners = new Map([...this.#listeners].map(([about, heard]) => [this.#channelOf(about), heard]));
    hearing.on('message', (channel: string, text: string) => {
      // Written by `tell`, in this version or another.
      const { from, what } = JSON.parse(text) as Told;
      if (from !== this.#parts.name) listeners.get(channel)?.(what);
    });
    await hearing.subscribe(...listeners.keys());
  }

  #channelOf(about: string): string {
    return `${queuePrefix(this.#parts.installation)}:tell:${about}`;
  }
}
