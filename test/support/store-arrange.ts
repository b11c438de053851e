import type { Json } from '../../src/ports/store/json.ts';
import type { NewDelivery } from '../../src/ports/store/outbox.ts';
import type { RecordChange } from '../../src/ports/store/records.ts';
import type { CommitResult, Turn } from '../../src/ports/store/turn.ts';
import type { Store } from '../../src/ports/store.ts';

/** Makes an empty store; the suite closes it. */
export type StoreFactory = () => Promise<Store> | Store;

/** What a suite works on: a new store for each test. */
export interface Arrangement {
  readonly store: Store;
}

/** A new store for each test of the suite that this is called in. */
export function withStore(open: StoreFactory): Arrangement {
  const arrangement: { store: Store } = { store: undefined as never };
  beforeEach(async () => {
    arrangement.store = await open();
  });
  afterEach(() => arrangement.store.close());
  return arrangement;
}

export const NOON = Date.UTC(2026, 10, 23, 12);
export const SECOND = 1000;

/** A request to take work, with what the test is about. */
export const asking = (
  more: Partial<{ worker: string; limit: number; now: number; leaseMs: number }> = {},
) => ({
  worker: 'w1',
  limit: 10,
  now: NOON,
  leaseMs: 30 * SECOND,
  ...more,
});

export const event = (
  id: string,
  conversation: string,
  more: { body?: Json; dedupeKeys?: string[] } = {},
) => ({
  id,
  conversation,
  receivedAt: NOON,
  body: { text: `this is ${id}` },
  ...more,
});

export const delivery = (id: string, more: Partial<NewDelivery> = {}): NewDelivery => ({
  id,
  destination: 'anna',
  kind: 'say',
  body: { text: id },
  notBefore: NOON,
  ...more,
});

export const report = (id: string, more: Partial<RecordChange & { change: 'write' }> = {}): RecordChange => ({
  change: 'write',
  organisation: 'porsanger',
  kind: 'report',
  id,
  at: NOON,
  keys: { user: 'anna', state: 'open' },
  body: { id },
  ...more,
});

let turns = 0;

/** Receives an event of a conversation of its own and commits a turn on it, for what the test is not about. */
export async function committing(store: Store, changes: Partial<Turn>): Promise<CommitResult> {
  const name = `arranged-${turns++}`;
  await store.receive(event(name, name));
  return store.commit({ event: name, conversation: name, expected: 0, state: null, at: NOON, ...changes });
}

/** The code of the StoreError that a promise rejects with; fails if it does not. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (cause) {
    return (cause as { code?: string }).code ?? String(cause);
  }
  throw new Error('nothing was refused');
}

export const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
