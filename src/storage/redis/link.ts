import type { Cluster, Redis } from 'ioredis';
import { StoreError } from '../../ports/store/error.ts';
import { storeErrorOf } from './errors.ts';
import { metaKey, partitionRoot } from './keys.ts';
import { commandOf, type ScriptName } from './scripts.ts';

/** What a script answers: texts, numbers, nothing, and lists of those. */
export type Reply = string | number | null | readonly Reply[];

/** A server, or a cluster of them, by which an installation's scripts are run. */
export interface LinkParts {
  readonly client: Redis | Cluster;
  /** How it is called in errors: without user and password. */
  readonly place: string;
  /** What its keys begin with. */
  readonly prefix: string;
}

/** Runs scripts, each in one partition; knows when nothing is under way any more. */
export class RedisLink {
  readonly client: Redis | Cluster;
  readonly place: string;
  readonly #prefix: string;
  readonly #underWay = new Set<Promise<unknown>>();
  #closed = false;
  #operations = 0;

  constructor({ client, place, prefix }: LinkParts) {
    this.client = client;
    this.place = place;
    this.#prefix = prefix;
  }

  /** How many requests were made of Redis. */
  get operations(): number {
    return this.#operations;
  }

  /** @throws StoreError */
  run(script: ScriptName, partition: number, ...values: readonly (string | number)[]): Promise<Reply> {
    return this.#run(script, partitionRoot(this.#prefix, partition), values);
  }

  /** What is stored under this prefix; an empty place becomes one of this version, in so many partitions. */
  meta(version: number, partitions: number): Promise<Reply> {
    return this.#run('meta', metaKey(this.#prefix), [version, partitions]);
  }

  /** What is stored is of this version from now on. */
  async setVersion(version: number): Promise<void> {
    await this.ask((client) => client.hset(metaKey(this.#prefix), 'version', version));
  }

  /** From where a copy was begun that is not whole; null: none was. */
  copyingFrom(): Promise<string | null> {
    return this.ask((client) => client.hget(metaKey(this.#prefix), 'copying'));
  }

  async markCopying(source: string): Promise<void> {
    await this.ask((client) => client.hset(metaKey(this.#prefix), 'copying', source));
  }

  async unmarkCopying(): Promise<void> {
    await this.ask((client) => client.hdel(metaKey(this.#prefix), 'copying'));
  }

  /** @throws StoreError `closed` */
  refuseClosed(): void {
    if (this.#closed) throw new StoreError('closed', `The store ${this.place} is closed.`);
  }

  /** Does something with the client itself. */
  async ask<T>(action: (client: Redis | Cluster) => Promise<T>): Promise<T> {
    this.refuseClosed();
    this.#operations++;
    const answer = action(this.client);
    this.#underWay.add(answer);
    try {
      return await answer;
    } catch (cause) {
      throw storeErrorOf(cause, this.place);
    } finally {
      this.#underWay.delete(answer);
    }
  }

  /** Waits for what is under way, then lets go. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
    await this.client.quit().catch(() => this.client.disconnect());
  }

  #run(script: ScriptName, key: string, values: readonly (string | number)[]): Promise<Reply> {
    return this.ask((client) => {
      const command = Reflect.get(client, commandOf(script)) as (...words: unknown[]) => Promise<Reply>;
      return command.call(client, key, ...values);
    });
  }
}
