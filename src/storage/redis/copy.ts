import { StoreError } from '../../ports/store/error.ts';
import { COLUMNS, type CopyTarget, type Entry, type Sort } from '../copy/entries.ts';
import type { RedisAddress } from './address.ts';
import { connect } from './connect.ts';
import { storeError } from './errors.ts';
import { RedisLink } from './link.ts';
import { placeOn } from './open.ts';
import { organisationOf } from './partitions.ts';
import type { Place } from './place.ts';
import { clientNames, serversOf } from './server.ts';
import { Transfers } from './transfers.ts';
import { kindOf } from './words.ts';

/** So many keys are looked through at a time: few of them are of the sort that is asked for. */
const LOOKED_THROUGH = 10_000;
/** So many entries are read, or put in, at a time. */
const PORTION = 500;
/** Of our own connection: it is no service. */
const CONNECTION = 'driftvakt-copy';

/** Everything that is stored under a prefix, to be copied as it is. */
export class RedisCopy implements CopyTarget {
  readonly name: string;
  readonly #link: RedisLink;
  readonly #place: Place;
  readonly #prefix: string;

  private constructor(address: RedisAddress, link: RedisLink, place: Place) {
    this.name = `${address.name}/${address.database}?prefix=${address.prefix}`;
    this.#prefix = address.prefix;
    this.#link = link;
    this.#place = place;
  }

  /** @throws StoreError */
  static async open(address: RedisAddress): Promise<RedisCopy> {
    const client = await connect(address, { name: CONNECTION });
    const link = new RedisLink({ client, place: address.name, prefix: address.prefix });
    try {
      const place = await placeOn(link, { address });
      await new Transfers(place).relayAll();
      return new RedisCopy(address, link, place);
    } catch (cause) {
      await link.close();
      throw cause;
    }
  }

  async counts(): Promise<Readonly<Record<Sort, number>>> {
    const counts = { conversation: 0, record: 0, event: 0, delivery: 0, timer: 0 };
    for await (const { found } of this.#scan('*'))
      for (const key of found) {
        const [, sort = ''] = /\}:([a-z]+):/.exec(key) ?? [];
        if (sort in counts) counts[sort as Sort]++;
      }
    return counts;
  }

  async *entries(sort: Sort): AsyncGenerator<Entry[]> {
    for await (const { server, found } of this.#keys(sort)) {
      for (let from = 0; from < found.length; from += PORTION) {
        const keys = found.slice(from, from + PORTION);
        const hashes = await this.#link.ask(() => Promise.all(keys.map((key) => server.hgetall(key))));
        yield hashes.map((fields, i) => entryOf(sort, fields, keys[i] ?? ''));
      }
    }
  }

  /** Keys of a sort, each once, with the server on which they are. */
  async *#keys(sort: Sort): AsyncGenerator<Keys> {
    const seen = new Set<string>();
    for await (const { server, found } of this.#scan(sort)) {
      // Redis may tell the same key twice.
      yield { server, found: found.filter((key) => !seen.has(key) && seen.add(key)) };
    }
  }

  async *#scan(sort: Sort | '*'): AsyncGenerator<Keys> {
    const pattern = `{${this.#prefix}:*}:${sort}:*`;
    for (const server of serversOf(this.#link.client)) {
      for (let cursor = '0', more = true; more; more = cursor !== '0') {
        const scanned = await this.#link.ask(() =>
          server.scan(cursor, 'MATCH', pattern, 'COUNT', LOOKED_THROUGH),
        );
        cursor = scanned[0];
        yield { server, found: scanned[1] };
      }
    }
  }

  async checkAlone(): Promise<void> {
    const names = await clientNames(this.#link);
    if (!names.includes(`driftvakt:${this.#prefix}`)) return;
    const cause = storeError('in-use', this.#link.place);
    throw new StoreError('in-use', `A Driftvakt uses the store ${this.name}. Stop it, then copy.`, cause);
  }

  async begin(source: string): Promise<void> {
    const before = await this.#link.copyingFrom();
    if (before === source) return;
    const isFull = Object.values(await this.counts()).some((count) => count > 0);
    if (before !== null || isFull)
      throw new StoreError('invalid', `${this.name} holds something already: name an empty store`);
    await this.#link.markCopying(source);
  }

  async put(sort: Sort, entries: readonly Entry[]): Promise<void> {
    const parts = Map.groupBy(entries, ({ values }) => this.#partitionOf(sort, values));
    await Promise.all(
      [...parts].map(async ([partition, shares]) => {
        for (let from = 0; from < shares.length; from += PORTION) {
          const words = shares.slice(from, from + PORTION).map((entry) => wordsOf(sort, entry));
          await this.#link.run('put', partition, sort, JSON.stringify(words));
        }
      }),
    );
  }

  #partitionOf(sort: Sort, { organisation, conversation, destination, id }: Entry['values']): number {
    if (sort === 'record') return this.#place.partitions.ofOrganisation(organisation ?? '');
    return this.#place.partitions.ofName(conversation ?? destination ?? id ?? '');
  }

  end(): Promise<void> {
    return this.#link.unmarkCopying();
  }

  close(): Promise<void> {
    return this.#link.close();
  }
}

interface Keys {
  readonly server: ReturnType<typeof serversOf>[number];
  readonly found: readonly string[];
}

function entryOf(sort: Sort, fields: Readonly<Record<string, string>>, key: string): Entry {
  // What is no field stands in the name.
  const name = key.slice(key.indexOf(`}:${sort}:`) + `}:${sort}:`.length);
  const [organisation, kind, id] = name.split('\n');
  const named = sort === 'record' ? { organisation, kind, id } : { id: name };
  const values: Record<string, string | undefined> = { ...fields, ...named };
  if (values.signs !== undefined)
    values.signs = JSON.stringify((JSON.parse(values.signs) as string[]).sort());
  return {
    order: Number(fields.number ?? 0),
    values: Object.fromEntries(COLUMNS[sort].map((column) => [column, values[column] ?? null])),
  };
}

/** An entry as the script takes it: what is not there is left out. */
function wordsOf(sort: Sort, { order, values }: Entry): object {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  if (sort !== 'timer') return { number: String(order), values: given };
  const more = {
    organisation: organisationOf(values.conversation ?? ''),
    kind: kindOf(JSON.parse(values.body ?? 'null')),
  };
  return { number: String(order), values: { ...given, ...more } };
}
