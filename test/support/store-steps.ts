import { expect } from 'chai';
import fc from 'fast-check';
import { DELIVERY_MOVES, type SettledState } from '../../src/ports/store/outbox.ts';
import type { RecordChange } from '../../src/ports/store/records.ts';
import type { WaitingTimer } from '../../src/ports/store/timers.ts';
import type { TimerChange } from '../../src/ports/store/turn.ts';
import type { Store } from '../../src/ports/store.ts';
import type { StoreModel } from './store-model.ts';

/** A store and its model, with what both gave so far: the ids of timers' events are a store's own. */
export interface Pair {
  readonly store: Store;
  readonly model: StoreModel;
  readonly claimed: { readonly store: string; readonly model: string; readonly conversation: string }[];
  now: number;
}

/** Does one thing to both, and sees that they answer the same. */
export type Step = (pair: Pair) => Promise<void>;

/** A step of which the report of a failure shows what it was made of. */
function step<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  act: (pair: Pair, what: T) => Promise<unknown>,
): fc.Arbitrary<Step> {
  return arbitrary.map((what) => {
    const run: Step = async (pair) => void (await act(pair, what));
    return Object.assign(run, { [fc.toStringMethod]: () => `${name} ${JSON.stringify(what)}` });
  });
}

/** The same from both, timers' ids aside; what the model refuses the store refuses with the same code. */
async function same<T>(store: () => Promise<T>, model: () => unknown): Promise<T | undefined> {
  let expected: unknown;
  try {
    expected = model();
  } catch (cause) {
    const code = await store().then(JSON.stringify, (reason) => reason.code);
    expect(code).to.equal((cause as Error).message);
    return undefined;
  }
  const actual = await store();
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(/"timer:[^"]*"/g, '"timer"'));
  expect(plain(actual)).to.deep.equal(plain(expected));
  return actual;
}

/** Calls a method that both have with the same words. */
const both = (
  pair: Pair,
  method:
    | 'receive'
    | 'ringTimers'
    | 'claimDeliveries'
    | 'settle'
    | 'hasten'
    | 'writeRecords'
    | 'countDeliveries'
    | 'latestDelivery'
    | 'nextDue'
    | 'recover'
    | 'prune',
  words: unknown,
) =>
  same<unknown>(
    () => pair.store[method](words as never),
    () => pair.model[method](words as never),
  );

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const few = fc.integer({ min: 1, max: 4 });
const worker = pick('w1', 'w2');
const soon = fc.integer({ min: -3, max: 6 });
const conversation = pick('anna', 'bo', 'cleo');
const deliveryId = fc.integer({ min: 0, max: 15 }).map((n) => `d${n}`);
const organisation = pick('falkenberg', 'kivido');
const keys = fc.record({ user: pick('anna', 'bo'), state: pick('open', 'closed') }, { requiredKeys: [] });

const receiving = step(
  'receive',
  fc.record({ n: fc.nat(20), conversation, token: pick(null, null, 't1', 't2', 't3') }),
  (pair, { n, conversation, token }) => {
    const dedupeKeys = token === null ? [] : [token];
    const body = { n, token };
    return both(pair, 'receive', { id: `e${n}`, conversation, receivedAt: pair.now, body, dedupeKeys });
  },
);

const claiming = step('claim', fc.record({ worker, limit: few }), async (pair, asked) => {
  const request = { ...asked, now: pair.now, leaseMs: 4 };
  const held = pair.model.claimEvents(request);
  const given = await same(
    () => pair.store.claimEvents(request),
    () => held,
  );
  for (const [i, { id, conversation }] of (given ?? []).entries())
    pair.claimed.push({ store: id, model: held[i]?.id ?? '', conversation });
});

const change = fc.record({
  id: pick('r1', 'r2', 'r3'),
  organisation,
  keys,
  at: fc.nat(3),
  expected: pick(null, null, null, 0, 1, 2),
  deleted: fc.boolean(),
});
const writing = step('write', fc.array(change, { maxLength: 3 }), (pair, records) =>
  both(pair, 'writeRecords', records.map(recordChange)),
);
const timer = fc.record({ id: pick('t1', 't2'), conversation, soon, cancelled: fc.boolean() });
const destination = pick('x', 'y', 'z');
const batch = pick('b1', 'b2');
const topic = pick('t1', 't2');
const newDelivery = fc.record(
  {
    ...{ id: deliveryId, destination, soon, batch, topic },
    priority: pick(0 as const, 1 as const),
    supersedes: fc.constant('superseded'),
  },
  { requiredKeys: ['id', 'destination', 'soon'] },
);
const changes = fc.record({
  which: fc.nat(),
  guess: pick(0, 0, 0, 0, 1, -1),
  records: fc.array(change, { maxLength: 2 }),
  deliveries: fc.array(newDelivery, { maxLength: 2 }),
  timers: fc.array(timer, { maxLength: 2 }),
});

const committing = step('commit', changes, async (pair, what) => {
  const { store, model, now } = pair;
  const chosen = chosenOf(pair, what.which);
  if (chosen === undefined) return;
  const { conversation } = chosen;
  const version = model.load(conversation)?.version ?? 0;
  const turn = {
    conversation,
    expected: Math.max(0, version + what.guess),
    state: { which: what.which },
    at: now,
    records: what.records.map(recordChange),
    deliveries: what.deliveries.map(({ soon, ...rest }) => ({
      ...{ ...rest, kind: 'say', body: { soon }, notBefore: now + soon },
    })),
    timers: what.timers.map((each) => timerChange(each, now)),
  };
  await same(
    () => store.commit({ ...turn, event: chosen.store }),
    () => model.commit({ ...turn, event: chosen.model }),
  );
  await same(
    () => store.load(conversation),
    () => model.load(conversation),
  );
});

function recordChange({ deleted, at, keys, expected, ...key }: FromArbitrary<typeof change>): RecordChange {
  const which = { kind: 'report', ...key, ...(expected !== null && { expected }) };
  return deleted ? { change: 'delete', ...which } : { change: 'write', at, keys, body: { at }, ...which };
}

function timerChange({ cancelled, soon, ...rest }: FromArbitrary<typeof timer>, now: number): TimerChange {
  if (cancelled) return { change: 'cancel', id: rest.id };
  return { change: 'set', ...rest, dueAt: now + soon, body: { soon } };
}

type FromArbitrary<A> = A extends fc.Arbitrary<infer T> ? T : never;

const postponing = step('postpone', fc.record({ which: fc.nat(), soon }), async (pair, { which, soon }) => {
  const chosen = chosenOf(pair, which);
  if (chosen === undefined) return;
  pair.model.postponeEvent(chosen.model, pair.now + soon);
  await pair.store.postponeEvent(chosen.store, pair.now + soon);
});

const ringing = step('ring', few, (pair, limit) => both(pair, 'ringTimers', { now: pair.now, limit }));

const sending = step(
  'send',
  fc.record({ worker, limit: few, priority: pick(0, 1) }, { requiredKeys: ['worker', 'limit'] }),
  (pair, asked) => both(pair, 'claimDeliveries', { ...asked, now: pair.now, leaseMs: 4 }),
);

const state = pick(...(Object.keys(DELIVERY_MOVES) as SettledState[]));
const settling = step(
  'settle',
  fc.record(
    { id: deliveryId, attempt: fc.nat(2), state, soon, tries: fc.nat(2), unsure: fc.boolean() },
    { requiredKeys: ['id', 'attempt', 'state', 'soon'] },
  ),
  (pair, { soon, ...what }) =>
    both(pair, 'settle', { ...what, reason: what.state, now: pair.now, notBefore: pair.now + soon }),
);

const hastening = step(
  'hasten',
  fc.record({ destinations: pick('x', 'y', 'xy'), rest: few }),
  (pair, { rest, ...what }) => both(pair, 'hasten', { ...what, now: pair.now, restMs: rest }),
);

const recovering = step('recover', pick('w1', 'w2', null), (pair, worker) =>
  both(pair, 'recover', { worker, now: pair.now }),
);

const finding = step(
  'find',
  fc.record({ organisation, keys, order: pick('newest' as const, 'oldest' as const), passing: fc.boolean() }),
  (pair, search) => {
    const asked = { ...search, kind: 'report', limit: 200 };
    return same(
      async () => (await pair.store.findRecords(asked)).items,
      () => pair.model.findRecords(asked),
    );
  },
);

const states = fc.subarray(['pending', 'sending', 'sent', 'ambiguous', 'failed', 'skipped'] as const);
const looking = step(
  'look',
  fc.record({ batch, topic, destination, states, state, unsure: fc.boolean() }),
  async (pair, { batch, topic, destination, states, state, unsure }) => {
    const items = async <T>(page: Promise<{ readonly items: readonly T[] }>) => (await page).items;
    const { store, model } = pair;
    const found = { batch, state, limit: 200 };
    const asked = { topic, states, unsure, limit: 200 };
    await both(pair, 'countDeliveries', batch);
    await both(pair, 'nextDue', { now: pair.now });
    await both(pair, 'nextDue', { now: pair.now, priority: 1 });
    await both(pair, 'latestDelivery', { topic, destination, states });
    await same(
      () => items(store.findDeliveries(found)),
      () => model.findDeliveries(found),
    );
    await same(
      () => items(store.findDestinations(asked)),
      () => model.findDestinations(asked),
    );
  },
);

const seeingTimers = step('timers', conversation, async ({ store, model }, conversation) => {
  const plain = async (page: Promise<{ readonly items: readonly WaitingTimer[] }>) =>
    (await page).items.map(({ id, conversation, dueAt, body }) => ({ id, conversation, dueAt, body }));
  await same(
    () => plain(store.findTimers({ limit: 200 })),
    () => model.findTimers({}),
  );
  await same(
    () => plain(store.findTimers({ conversation, limit: 200 })),
    () => model.findTimers({ conversation }),
  );
  await same(
    () => store.nextTimer(),
    () => model.nextTimer(),
  );
});

const pruning = step(
  'prune',
  fc.record({ soon, keepTopics: fc.subarray(['t1', 't2']) }),
  (pair, { soon, keepTopics }) => {
    const before = pair.now + soon - 5;
    return both(pair, 'prune', { receivedBefore: before, settledBefore: before, limit: 100, keepTopics });
  },
);

const waiting = step('wait', few, async (pair, ms) => {
  pair.now += ms;
});

function chosenOf({ claimed }: Pair, which: number): Pair['claimed'][number] | undefined {
  return claimed[which % Math.max(1, claimed.length)];
}

/** Anything that can be asked of a store, as often as it comes about in life. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: receiving },
  { weight: 5, arbitrary: claiming },
  { weight: 8, arbitrary: committing },
  { weight: 2, arbitrary: writing },
  { weight: 1, arbitrary: postponing },
  { weight: 2, arbitrary: ringing },
  { weight: 4, arbitrary: sending },
  { weight: 6, arbitrary: settling },
  { weight: 2, arbitrary: hastening },
  { weight: 1, arbitrary: recovering },
  { weight: 3, arbitrary: finding },
  { weight: 3, arbitrary: looking },
  { weight: 2, arbitrary: seeingTimers },
  { weight: 1, arbitrary: pruning },
  { weight: 2, arbitrary: waiting },
);
