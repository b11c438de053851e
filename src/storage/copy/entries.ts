import { hash } from 'node:crypto';

/** What is copied, one sort after the other. */
export const SORTS = ['conversation', 'record', 'event', 'delivery', 'timer'] as const;
export type Sort = (typeof SORTS)[number];

/** What an entry of each sort is made of, in the order in which it is written. */
export const COLUMNS = {
  conversation: ['id', 'version', 'state', 'changedAt'],
  record: ['organisation', 'kind', 'id', 'version', 'at', 'keys', 'body'],
  event: [
    ...['id', 'conversation', 'receivedAt', 'body', 'attempt', 'worker', 'leasedUntil', 'processedAt'],
    ...['dueAt', 'signs'],
  ],
  delivery: [
    ...['id', 'destination', 'kind', 'body', 'notBefore', 'priority', 'batch', 'topic', 'state', 'reason'],
    ...['attempt', 'tries', 'unsure', 'changedAt', 'receipt', 'worker', 'leasedUntil'],
  ],
  timer: ['id', 'conversation', 'dueAt', 'body'],
} as const satisfies Readonly<Record<Sort, readonly string[]>>;

/** One thing that is stored, as both stores can hold it: numbers and JSON as text. */
export interface Entry {
  /** By what it is put in order among its like; 0 where there is no order. */
  readonly order: number;
  readonly values: Readonly<Record<string, string | null>>;
}

/** A store from which everything can be read, as it is kept. Nobody else writes into it meanwhile. */
export interface CopySource {
  /** How it is called: without user and password. */
  readonly name: string;
  counts(): Promise<Readonly<Record<Sort, number>>>;
  /** In portions. */
  entries(sort: Sort): AsyncIterable<readonly Entry[]>;
  /** @throws StoreError `in-use` if somebody began to use it */
  checkAlone(): Promise<void>;
  close(): Promise<void>;
}

/** A store into which everything can be put. */
export interface CopyTarget extends CopySource {
  /**
   * Marks it as one into which something is being copied: no service uses it until that is done.
   * @throws StoreError `invalid` if it holds something else
   */
  begin(source: string): Promise<void>;
  /** Puts in what is not there yet. */
  put(sort: Sort, entries: readonly Entry[]): Promise<void>;
  /** It is whole: a service may use it. */
  end(): Promise<void>;
}

/** How many there are of a sort, and the sum of what they say, whatever their order. */
export interface Sum {
  readonly count: number;
  /** SHA-256 of each, added up (mod 2^256), in hexadecimal. */
  readonly checksum: string;
}

const MODULUS = 1n << 256n;

/** Adds up entries of one sort. */
export class Summing {
  readonly #columns: readonly string[];
  #count = 0;
  #sum = 0n;

  constructor(sort: Sort) {
    this.#columns = COLUMNS[sort];
  }

  add(entries: readonly Entry[]): void {
    for (const { values } of entries) {
      const line = JSON.stringify(this.#columns.map((column) => values[column] ?? null));
      this.#sum = (this.#sum + BigInt(`0x${hash('sha256', line)}`)) % MODULUS;
    }
    this.#count += entries.length;
  }

  get sum(): Sum {
    return { count: this.#count, checksum: this.#sum.toString(16).padStart(64, '0') };
  }
}
