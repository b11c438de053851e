/** How often it looks while somebody listens, in ms. The store answers from memory while nothing changes. */
const LOOK_EVERY_MS = 1000;

interface Watched {
  readonly listeners: Set<() => void>;
  readonly timer: NodeJS.Timeout;
  version: string | null;
}

/** Tells open boards that something has changed. Without an open board nothing is looked at. */
export class BoardWatch {
  readonly #versionOf: (organisation: string) => Promise<string>;
  readonly #watched = new Map<string, Watched>();
  readonly #ends = new Set<() => void>();

  /** @param versionOf another text whenever the board of an organisation has changed */
  constructor(versionOf: (organisation: string) => Promise<string>) {
    this.#versionOf = versionOf;
  }

  /**
   * @param ended called once when the service ends
   * @returns ends it
   */
  subscribe(organisation: string, changed: () => void, ended: () => void): () => void {
    const watched = this.#watched.get(organisation) ?? this.#begin(organisation);
    watched.listeners.add(changed);
    this.#ends.add(ended);
    return () => {
      watched.listeners.delete(changed);
      this.#ends.delete(ended);
      if (watched.listeners.size > 0 || this.#watched.get(organisation) !== watched) return;
      clearInterval(watched.timer);
      this.#watched.delete(organisation);
    };
  }

  /** Lets all pages go, so that nothing holds up the end. */
  close(): void {
    for (const { timer } of this.#watched.values()) clearInterval(timer);
    this.#watched.clear();
    for (const end of [...this.#ends]) end();
    this.#ends.clear();
  }

  #begin(organisation: string): Watched {
    const look = (): void => void this.#look(organisation);
    const timer = setInterval(look, LOOK_EVERY_MS);
    timer.unref();
    const watched: Watched = { listeners: new Set(), timer, version: null };
    this.#watched.set(organisation, watched);
    look();
    return watched;
  }

  /** What cannot be read now is looked at again. */
  async #look(organisation: string): Promise<void> {
    const version = await this.#versionOf(organisation).catch(() => null);
    const watched = this.#watched.get(organisation);
    if (watched === undefined || version === null || version === watched.version) return;
    const isFirst = watched.version === null;
    watched.version = version;
    if (!isFirst) for (const changed of [...watched.listeners]) changed();
  }
}
