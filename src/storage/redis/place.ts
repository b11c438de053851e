import type { RedisLink, Reply } from './link.ts';
import type { Memory } from './memory.ts';
import type { Partitions } from './partitions.ts';
import type { Reading } from './reading.ts';
import type { ScriptName } from './scripts.ts';

/** One partition, with what this process keeps of it. */
export interface Partition {
  readonly number: number;
  readonly memory: Memory;
  readonly reading: Reading;
}

/** Where everything of an installation is. */
export class Place {
  readonly link: RedisLink;
  readonly partitions: Partitions;
  readonly #parts: readonly Partition[];

  constructor(link: RedisLink, partitions: Partitions, parts: readonly Partition[]) {
    this.link = link;
    this.partitions = partitions;
    this.#parts = parts;
  }

  at(number: number): Partition {
    const part = this.#parts[number];
    if (part === undefined) throw new TypeError('there is no such partition');
    return part;
  }

  /** Of a conversation, or a destination. */
  ofName(name: string): Partition {
    return this.at(this.partitions.ofName(name));
  }

  ofOrganisation(organisation: string): Partition {
    return this.at(this.partitions.ofOrganisation(organisation));
  }

  get all(): readonly Partition[] {
    return this.#parts;
  }

  /** Asks each partition at the same time. */
  each(script: ScriptName, ...values: readonly (string | number)[]): Promise<Reply[]> {
    return Promise.all(this.partitions.all.map((number) => this.link.run(script, number, ...values)));
  }

  /**
   * Asks one partition after the other, first where it most likely is, until one knows.
   * @param isKnown whether an answer says so
   */
  async find(
    name: string,
    isKnown: (answer: Reply) => boolean,
    script: ScriptName,
    ...values: readonly (string | number)[]
  ): Promise<Reply> {
    let last: Reply = null;
    for (const number of this.partitions.from(name)) {
      last = await this.link.run(script, number, ...values);
      if (isKnown(last)) return last;
    }
    return last;
  }

  /** What another process has just said may be about what is kept of any partition. */
  doubtAll(): void {
    if (this.partitions.count > 1) for (const { memory } of this.#parts) memory.doubt();
  }

  /** The connection was gone. */
  forgetAll(): void {
    for (const { memory } of this.#parts) memory.forget();
  }
}
