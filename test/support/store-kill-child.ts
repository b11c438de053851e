import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClaimedEvent } from '../../src/ports/store/inbox.ts';
import type { Delivery } from '../../src/ports/store/outbox.ts';
import type { Turn } from '../../src/ports/store/turn.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';

// A service in small, to be killed at any point: it takes the platform's events, answers each, and "sends" by adding a
// line to the transcript. The files beside the store stand for the platform: what it was told survives the kill.

const [folder = '', mode] = process.argv.slice(2);
const ACKNOWLEDGED = join(folder, 'acknowledged');
const TRANSCRIPT = join(folder, 'transcript');
const WORKER = 'the only one';
const CONVERSATIONS = 5;
const LEASE_MS = 30_000;

const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);
const hand = () => ({ worker: WORKER, now: Date.now(), leaseMs: LEASE_MS });
const asking = (limit: number) => ({ ...hand(), limit });

/** The platform sends event n again until it is acknowledged; some twice at once, some under another id. */
async function receive(store: Store, n: number): Promise<void> {
  const handed = await acknowledge(store, n);
  if (handed !== null) await answer(store, handed);
}

/** @returns the event, where it is handed over: every other one is asked for */
async function acknowledge(store: Store, n: number): Promise<ClaimedEvent | null> {
  const event = {
    conversation: `c${n % CONVERSATIONS}`,
    receivedAt: Date.now(),
    body: { n },
    dedupeKeys: [`token/${n}`],
  };
  const sent = [store.receive({ ...event, id: `e${n}` }, n % 2 === 0 ? hand() : undefined)];
  if (n % 7 === 0) sent.push(store.receive({ ...event, id: `e${n}` }));
  if (n % 11 === 0) sent.push(store.receive({ ...event, id: `e${n} again` }));
  const [first] = await Promise.all(sent);
  appendFileSync(ACKNOWLEDGED, `${n}\n`);
  return (first?.outcome === 'new' && first.handed) || null;
}

async function answer(store: Store, event: ClaimedEvent): Promise<void> {
  const known = await store.load(event.conversation);
  const { answers } = (known?.state ?? { answers: 0 }) as { answers: number };
  const { n, reminder } = event.body as { n: number; reminder?: true };
  const text = `${event.conversation} ${answers + 1} ${reminder ? 'reminder' : 'answer'} ${n}`;
  const at = Date.now();
  const turn: Turn = {
    event: event.id,
    conversation: event.conversation,
    expected: known?.version ?? 0,
    state: { answers: answers + 1 },
    at,
    deliveries: [
      { id: `${event.id}/1`, destination: event.conversation, kind: 'say', body: text, notBefore: at },
    ],
    ...(!reminder && {
      records: [
        {
          change: 'write',
          organisation: 'o',
          kind: 'report',
          id: `r${n}`,
          at,
          keys: {},
          body: n,
          expected: 0,
        },
      ],
    }),
    ...(!reminder && n % 4 === 0 && { timers: [reminding(event.conversation, n, at)] }),
  };
  const result = await store.commit(turn, { ...hand(), next: true, deliveries: 1 });
  if (result.outcome !== 'committed') throw new Error(`${event.id}: ${result.outcome}`);
  for (const delivery of result.handed?.deliveries ?? []) await send(store, delivery);
  const next = result.handed?.next ?? null;
  if (next !== null) await answer(store, next);
}

const reminding = (conversation: string, n: number, at: number) =>
  ({ change: 'set', id: `t${n}`, conversation, dueAt: at + 2, body: { n, reminder: true } }) as const;

async function send(store: Store, { id, attempt, body, destination }: Delivery): Promise<void> {
  appendFileSync(TRANSCRIPT, `${body}\n`);
  const sent = { id, attempt, state: 'sent', reason: 'written', now: Date.now() } as const;
  const { next } = await store.settleAndNext(sent, destination, hand());
  if (next !== null) await send(store, next);
}

/** What was being sent when the process died is settled by asking the platform whether it has it. */
async function settleInterrupted(store: Store): Promise<void> {
  const there = new Set(linesOf(TRANSCRIPT));
  for (const { id, attempt, body } of await store.recover({ worker: WORKER, now: Date.now() })) {
    const state = there.has(String(body)) ? 'sent' : 'pending';
    await store.settle({ id, attempt, state, reason: 'interrupted', now: Date.now() });
  }
}

/** One round of each part of the service, all at once. @returns whether there was anything to do */
async function work(store: Store, fresh: readonly number[]): Promise<boolean> {
  const received = Promise.all(fresh.map((n) => receive(store, n)));
  const rung = await store.ringTimers({ now: Date.now(), limit: 10 });
  const events = await store.claimEvents(asking(4));
  const deliveries = await store.claimDeliveries(asking(4));
  await Promise.all([
    received,
    ...events.map((event) => answer(store, event)),
    ...deliveries.map((delivery) => send(store, delivery)),
  ]);
  return rung + events.length + deliveries.length > 0;
}

const store = openSqliteStore({ file: join(folder, 'store.sqlite') });
await settleInterrupted(store);
const acknowledged = new Set(linesOf(ACKNOWLEDGED).map(Number));
let next = 0;
const untold = (): number => {
  while (acknowledged.has(next)) next++;
  return next++;
};
process.stdout.write('ready\n');
if (mode === 'finish') {
  // Timers are due within 2 ms: after a longer quiet nothing is left.
  for (let quiet = 0; quiet < 2; quiet++) {
    while (await work(store, [])) quiet = 0;
    await pause(20);
  }
  await store.close();
} else {
  for (;;) await work(store, [untold(), untold()]);
}
