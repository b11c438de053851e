import type { Peers } from '../../src/ports/peers.ts';
import type { Json } from '../../src/ports/store/json.ts';

/** Processes of a test that hear of each other in memory. */
export class MemoryFellows {
  readonly #present = new Map<string, MemoryPeers>();

  process(name: string): MemoryPeers {
    return new MemoryPeers(name, this.#present);
  }

  /** It says nothing any more. */
  silence(name: string): void {
    this.#present.delete(name);
  }
}

/** @see MemoryFellows */
export class MemoryPeers implements Peers {
  readonly #name: string;
  readonly #present: Map<string, MemoryPeers>;
  readonly #listeners = new Map<string, (what: Json) => void>();

  constructor(name: string, present: Map<string, MemoryPeers>) {
    this.#name = name;
    this.#present = present;
  }

  hear(about: string, heard: (what: Json) => void): void {
    this.#listeners.set(about, heard);
  }

  async join(): Promise<void> {
    this.#present.set(this.#name, this);
  }

  async present(): Promise<ReadonlySet<string>> {
    return new Set(this.#present.keys());
  }

  async tell(about: string, what: Json): Promise<void> {
    for (const other of this.#present.values()) if (other !== this) other.#listeners.get(about)?.(what);
  }

  async leave(): Promise<void> {
    this.#present.delete(this.#name);
  }
}
