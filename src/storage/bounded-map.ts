/** How much a map takes. */
export interface Bounds {
  readonly entries: number;
  /** Of all entries together. */
  readonly size: number;
}

interface Entry<T> {
  readonly value: T;
  readonly size: number;
}

/** A map that forgets what was put in longest ago, once it holds too much. */
export class BoundedMap<T> {
  readonly #bounds: Bounds;
  readonly #entries = new Map<string, Entry<T>>();
  #size = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  get(key: string): T | undefined {
    return this.#entries.get(key)?.value;
  }

  set(key: string, value: T, size: number): void {
    this.delete(key);
    this.#entries.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#bounds.entries && this.#size <= this.#bounds.size) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#size = 0;
  }
}
