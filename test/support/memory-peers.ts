import type { Peers } from '../../src/ports/peers.ts';
import type { Json } from '../../src/ports/store/json.ts';

/** Processes of a test that hear of each other in memory. */
export class MemoryFellows {
  /** Nobody can leave: what they all hear by does not answer. */
  hangs = false;
  readonly #present = new Map<string, MemoryPeers>();

  process(name: string): MemoryPeers {
    return new MemoryPeers(name, this.#present, () => this.hangs);
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

  readonly #hangs: () => boolean;

  constructor(name: string, present: Map<string, MemoryPeers>, hangs: () => boolean) {
    this.#name = name;
    this.#present = present;
    this.#hangs = hangs;
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
    if (this.#hangs()) return new Promise(() => undefined);
    this.#present.delete(this.#name);
  }
}
