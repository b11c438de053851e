import type { Store } from '../../src/ports/store.ts';
import { asking, delivery, event, NOON, report, SECOND } from './store-arrange.ts';

const PORTION = 500;

/** Fills a store with so many reports, each in a conversation of its own, and with everything else in all its states. */
export async function fill(store: Store, reports: number): Promise<void> {
  for (let from = 0; from < reports; from += PORTION)
    await Promise.all(
      Array.from({ length: Math.min(PORTION, reports - from) }, (_, i) => oneReport(store, from + i)),
    );
  await odds(store);
}

async function oneReport(store: Store, i: number): Promise<void> {
  const organisation = ['porsanger', 'kivido', 'falkenberg'][i % 3] ?? '';
  const conversation = `web/${organisation}/user ${i}`;
  const keys = { user: `user ${i}`, state: i % 2 === 0 ? 'open' : 'closed' };
  await store.receive({ ...event(`${conversation}/e`, conversation, { dedupeKeys: [`sign/${i}`] }) });
  await store.commit({
    ...{ event: `${conversation}/e`, conversation, expected: 0, state: { asked: i }, at: NOON + i },
    records: [report(`r${i}`, { organisation, at: NOON + i, keys, body: { words: `Å🚒"\\${i}` } })],
    deliveries: [
      delivery(`${conversation}/1`, { destination: conversation, topic: `t${i % 7}`, batch: 'b' }),
    ],
    timers: [
      {
        change: 'set',
        id: `${conversation}/t`,
        conversation,
        dueAt: NOON + i,
        body: { what: { kind: 'due' } },
      },
    ],
  });
}

/** What is held, put off, waits behind another, was settled, rang. */
async function odds(store: Store): Promise<void> {
  for (const id of ['w1', 'w2', 'w3']) await store.receive(event(id, 'waits'));
  await store.receive(event('h1', 'held'), { worker: 'w9', now: NOON, leaseMs: 60 * SECOND });
  await store.receive(event('p1', 'put off'));
  await store.postponeEvent('p1', NOON + 5 * SECOND);
  await store.ringTimers({ now: NOON + 2, limit: 2 });
  const claimed = await store.claimDeliveries(asking({ limit: 6 }));
  const states = ['sent', 'ambiguous', 'failed', 'skipped', 'pending'] as const;
  for (const [i, { id, attempt }] of claimed.slice(0, 5).entries())
    await store.settle({
      ...{ id, attempt, state: states[i] ?? 'sent', reason: 'as told', now: NOON + SECOND },
      ...{ receipt: { ts: id }, unsure: true, notBefore: NOON + 9 * SECOND },
    });
}
