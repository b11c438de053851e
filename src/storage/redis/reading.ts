import type { Page, RecordRead, RecordSearch, StoredRecord } from '../../ports/store/records.ts';
import type { ConversationState } from '../../ports/store/turn.ts';
import { type Ask, conversationAsk, recordAsk, searchAsk } from './asks.ts';
import type { RedisLink, Reply } from './link.ts';
import type { Memory } from './memory.ts';
import { listOf } from './replies.ts';

/** So many things are read in one step at most. */
const MOST_ASKS = 50;

/** Something that is to be read. */
interface Waiting {
  readonly ask: Ask<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Reads of one partition: what is asked for together is one request, and what is kept in memory none, as long as Redis
 * said just now that it is still so.
 */
export class Reading {
  readonly #link: RedisLink;
  readonly #partition: number;
  readonly #memory: Memory;
  #waiting: Waiting[] = [];

  constructor(link: RedisLink, partition: number, memory: Memory) {
    this.#link = link;
    this.#partition = partition;
    this.#memory = memory;
  }

  async conversation(id: string): Promise<ConversationState | null> {
    return this.#read(conversationAsk(id));
  }

  async record(key: RecordRead): Promise<StoredRecord | null> {
    return this.#read(recordAsk(key));
  }

  async records(search: RecordSearch): Promise<Page<StoredRecord>> {
    return this.#read(searchAsk(search));
  }

  async #read<T>(ask: Ask<T>): Promise<T> {
    this.#link.refuseClosed();
    const kept = ask.kept(this.#memory, this.#memory.isFresh);
    if (kept !== undefined) return kept;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ ask, resolve: resolve as (value: unknown) => void, reject });
      if (this.#waiting.length === 1) process.nextTick(() => this.#flush());
    });
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < waiting.length; from += MOST_ASKS)
      void this.#together(waiting.slice(from, from + MOST_ASKS));
  }

  async #together(asked: readonly Waiting[]): Promise<void> {
    // What is kept only has to be confirmed: the answer says what changed.
    const missing = asked.filter(({ ask }) => ask.kept(this.#memory, true) === undefined);
    try {
      const answers = await this.#ask(missing);
      for (const [i, { resolve }] of missing.entries()) resolve(answers[i]);
      const confirmed = asked.filter((each) => !missing.includes(each));
      for (const each of confirmed) this.#confirm(each);
    } catch (cause) {
      for (const { reject } of asked) reject(cause);
    }
  }

  async #ask(missing: readonly Waiting[]): Promise<unknown[]> {
    const asks = missing.map(({ ask }) => ask.words(this.#memory));
    const words = JSON.stringify({ seen: this.#memory.seen, asks });
    const [changed, answers] = listOf(await this.#link.run('read', this.#partition, words));
    const isLatest = this.#memory.hear(changed);
    const values: readonly Reply[] = listOf(answers);
    return missing.map(({ ask }, i) => ask.heard(this.#memory, values[i], isLatest));
  }

  #confirm({ ask, resolve, reject }: Waiting): void {
    const kept = ask.kept(this.#memory, true);
    if (kept !== undefined) resolve(kept);
    else this.#read(ask).then(resolve, reject);
  }
}
