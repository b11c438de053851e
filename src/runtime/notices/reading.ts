import { KNOWN_LIMITS, type PeopleNamed, type ReadingKnown } from '../../conversation/event.ts';
import type { ConversationState } from '../../conversation/state.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Subscription } from '../../domain/notices/subscription.ts';
import type { Identity } from '../../domain/people/directory.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';
import type { KeptInbound } from '../inbound.ts';
import { noticeProcessOf } from '../names.ts';
import { KINDS, type ReaderBody, subscriptionId } from '../record-codecs.ts';
import { processState } from './state.ts';

export const READING_LIMITS = {
  /** Readers, and destinations of an organisation, that are looked at; beyond it the author reads that there are more. */
  looked: 2000,
} as const;

type ReadingStore = Pick<Store, 'record' | 'findRecords' | 'findDestinations' | 'load'>;

/** The notice of which an event asks who has read it; null: of none. */
export function readingAsked({ offers }: ConversationState, what: KeptInbound['what']): string | null {
  const last = offers.at(-1)?.on;
  const meant = offers.filter(({ id, on }) =>
    what.kind === 'pressed' ? id === what.choice : what.kind === 'said' && on === last,
  );
  const asked = meant.find(({ action }) => action.do === 'notice' && action.deed === 'readers');
  return asked?.action.do === 'notice' ? asked.action.notice : null;
}

/**
 * Who has read a notice, and who has it and has not, by name; in all of some organisations, that of its author first. As
 * many records as there are people are read for it, so it is only done when an author asks.
 */
export async function readReading(
  store: ReadingStore,
  organisations: readonly [string, ...string[]],
  notice: Notice['id'],
): Promise<ReadingKnown> {
  const [read, unread] = [new Names(store), new Names(store)];
  for (const organisation of organisations) {
    const readers = await readersOf(store, organisation, notice, read);
    await addUnread(store, { organisation, notice }, readers, unread);
  }
  const { reminded } = processState(await store.load(noticeProcessOf(organisations[0], notice)));
  return { notice, read: read.named, unread: unread.named, reminded: reminded !== null };
}

/** The users who said that they have read it; their names are added. */
async function readersOf(
  store: ReadingStore,
  organisation: string,
  notice: string,
  names: Names,
): Promise<ReadonlySet<string>> {
  const users = new Set<string>();
  const search = {
    ...{ organisation, kind: KINDS.reader, keys: { notice } },
    ...{ order: 'newest' as const },
    limit: STORE_LIMITS.pageSize,
  } as const;
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store['findRecords']>> = await store.findRecords({
      ...search,
      ...(after !== null && { after }),
    });
    for (const { body } of page.items) {
      // Written by `record-codecs.ts` from the same type.
      const { user, name } = body as unknown as ReaderBody;
      users.add(user);
      await names.add(organisation, user, name ?? null);
    }
    after = page.next;
    if (after === null) return users;
    if (users.size >= READING_LIMITS.looked) {
      names.hasMore();
      return users;
    }
  }
}

/** Adds the people who surely have it and are none of its readers. */
async function addUnread(
  store: ReadingStore,
  { organisation, notice }: { readonly organisation: string; readonly notice: string },
  readers: ReadonlySet<string>,
  names: Names,
): Promise<void> {
  const topic = noticeProcessOf(organisation, notice);
  for (let [after, looked] = [null as string | null, 0]; ; ) {
    const page: Awaited<ReturnType<Store['findDestinations']>> = await store.findDestinations({
      ...{ topic, states: ['sent'], limit: STORE_LIMITS.pageSize, ...(after !== null && { after }) },
    });
    const people = await Promise.all(page.items.map((each) => personAt(store, organisation, each)));
    for (const person of people)
      if (person?.user != null && !readers.has(person.user))
        await names.add(organisation, person.user, person.name);
    looked += page.items.length;
    after = page.next;
    if (after === null) return;
    if (looked >= READING_LIMITS.looked) return names.hasMore();
  }
}

async function personAt(
  store: ReadingStore,
  organisation: string,
  destination: string,
): Promise<Subscription | null> {
  const id = subscriptionId(destination);
  const record = await store.record({ organisation, kind: KINDS.subscription, id, passing: true });
  // Written by `record-codecs.ts` from the same type.
  return (record?.body ?? null) as unknown as Subscription | null;
}

/** Names as they are found: the first ones are kept, the others counted. */
class Names {
  readonly #store: ReadingStore;
  readonly #names: string[] = [];
  #count = 0;
  #more = false;

  constructor(store: ReadingStore) {
    this.#store = store;
  }

  async add(organisation: string, user: string, name: string | null): Promise<void> {
    this.#count += 1;
    if (this.#names.length >= KNOWN_LIMITS.names) return;
    this.#names.push(name === null || name === user ? await this.#nameOf(organisation, user) : name);
  }

  hasMore(): void {
    this.#more = true;
  }

  get named(): PeopleNamed {
    return { names: this.#names, count: this.#count, more: this.#more };
  }

  /** By the directory, which may know them only since they said something; else as the platform calls them. */
  async #nameOf(organisation: string, user: string): Promise<string> {
    const record = await this.#store.record({ organisation, kind: KINDS.identity, id: user });
    // Written by `record-codecs.ts` from the same type.
    return (record?.body as unknown as Identity | undefined)?.name ?? user;
  }
}
