import type { Playbook } from '../../domain/organisation/playbook.ts';
import { Listing } from '../../domain/people/listing.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Json } from '../../ports/store/json.ts';
import type { RecordChange, WriteResult } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';

/** What is kept of an organisation's people besides them: by it a change of the whole is seen. Plain data. */
export interface PeopleHead {
  /** Records that hold them. */
  readonly parts: number;
  readonly people: number;
  /** When they were read in, in ms, and by whom. */
  readonly at: number;
  readonly by: string;
}

/** People of one organisation, and the version in which they are kept; 0: nobody was ever read in. */
export interface KeptPeople {
  readonly version: number;
  readonly head: PeopleHead | null;
  readonly people: readonly Person[];
}

/** One record holds so many: with all that they may be, they fit. */
const PART = 40;
/** What another process changed is seen after this, in ms. */
const FRESH_MS = 5_000;
/** People of all organisations that are kept in memory, with what they are searched by: about 1 KB each. */
const MOST_IN_MEMORY = 100_000;

interface InMemory {
  readonly playbook: Playbook;
  readonly version: number;
  readonly listing: Listing;
  readonly lookedAt: number;
}

/** The people of organisations: kept in the store, and in memory to be searched. */
export class StoredPeople {
  readonly #store: Pick<Store, 'record' | 'writeRecords'>;
  readonly #clock: Clock;
  /** Those that were asked for last come last. */
  readonly #memory = new Map<string, InMemory>();

  constructor(store: Pick<Store, 'record' | 'writeRecords'>, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** An organisation's directory, to be searched. */
  async listing(playbook: Playbook): Promise<Listing> {
    const { organisation } = playbook;
    const now = this.#clock.now().epochMilliseconds;
    const known = this.#memory.get(organisation);
    const isFresh = known?.playbook === playbook && Math.abs(now - known.lookedAt) < FRESH_MS;
    if (known !== undefined && isFresh) return this.#remember(organisation, known);
    const version = (await this.#head(organisation))?.version ?? 0;
    if (known?.playbook === playbook && known.version === version)
      return this.#remember(organisation, { ...known, lookedAt: now });
    const kept = await this.read(organisation);
    const listing = new Listing(playbook, kept.people);
    return this.#remember(organisation, { playbook, version: kept.version, listing, lookedAt: now });
  }

  /** Everybody who was read in. */
  async read(organisation: string): Promise<KeptPeople> {
    const record = await this.#head(organisation);
    if (record === null) return { version: 0, head: null, people: [] };
    const head = record.body as unknown as PeopleHead;
    const parts = await Promise.all(
      Array.from({ length: head.parts }, (_, i) =>
        this.#store.record({ organisation, kind: KINDS.people, id: partId(i), passing: true }),
      ),
    );
    const people = parts.flatMap((part) => (part === null ? [] : (part.body as unknown as Person[])));
    return { version: record.version, head, people };
  }

  /**
   * Puts these in the place of all who are there: all of them, or none.
   * @param before what they were compared with: if others were read in meanwhile nothing is written
   */
  async replace(
    organisation: string,
    people: readonly Person[],
    about: { readonly before: KeptPeople; readonly by: string },
  ): Promise<WriteResult> {
    const at = this.#clock.now().epochMilliseconds;
    const { before, by } = about;
    const parts = Array.from({ length: Math.ceil(people.length / PART) }, (_, i) =>
      people.slice(i * PART, (i + 1) * PART),
    );
    const head: PeopleHead = { parts: parts.length, people: people.length, at, by };
    const gone = Math.max(0, (before.head?.parts ?? 0) - parts.length);
    const result = await this.#store.writeRecords([
      { ...written(organisation, HEAD, at, head), expected: before.version },
      ...parts.map((part, i) => written(organisation, partId(i), at, part)),
      ...Array.from(
        { length: gone },
        (_, i): RecordChange => ({
          change: 'delete',
          organisation,
          kind: KINDS.people,
          id: partId(parts.length + i),
        }),
      ),
    ]);
    this.#memory.delete(organisation);
    return result;
  }

  #head(organisation: string) {
    return this.#store.record({ organisation, kind: KINDS.people, id: HEAD });
  }

  /** Keeps it as the one that was asked for last, and lets go of those that nobody asked for the longest. */
  #remember(organisation: string, entry: InMemory): Listing {
    this.#memory.delete(organisation);
    this.#memory.set(organisation, entry);
    let people = this.#memory.values().reduce((sum, { listing }) => sum + listing.size, 0);
    for (const [oldest, { listing }] of this.#memory) {
      if (people <= MOST_IN_MEMORY || oldest === organisation) break;
      this.#memory.delete(oldest);
      people -= listing.size;
    }
    return entry.listing;
  }
}

const HEAD = 'head';

function partId(part: number): string {
  return `part-${part}`;
}

function written(
  organisation: string,
  id: string,
  at: number,
  body: unknown,
): RecordChange & { change: 'write' } {
  return { change: 'write', organisation, kind: KINDS.people, id, at, keys: {}, body: body as Json };
}
