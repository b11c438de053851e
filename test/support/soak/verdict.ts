import { STORE_LIMITS } from '../../../src/ports/store/limits.ts';
import type { Delivery } from '../../../src/ports/store/outbox.ts';
import type { Store } from '../../../src/ports/store.ts';
import { noticeBatch } from '../../../src/runtime/names.ts';
import { NOTICE } from '../broadcast/commands.ts';
import { ORGANISATION } from '../broadcast/destinations.ts';
import { faultsOf } from './answers.ts';
import type { Soak } from './soak.ts';

const AT_ONCE = 20;

/** What a run left behind. */
export interface Verdict {
  /** Each names what is wrong, and what became of it. */
  readonly faults: readonly string[];
  /** Of how many messages in Teams nobody can say whether they came: answers, and of the notice. */
  readonly unclearAnswers: number;
  readonly unclearNotices: number;
}

/** Holds what people, destinations and gateways got against what was begun, and against the store. */
export async function verdictOf(soak: Soak): Promise<Verdict> {
  return soak.inStore(async (store) => {
    const { waitingEvents, pending, sending, failed, ambiguous } = await store.health();
    const left = { waitingEvents, pending, sending, failed };
    const undone = Object.entries(left).filter(([, count]) => count > 0);
    const rows = await noticeRows(store);
    const unclearNotices = [...rows.values()].filter(({ state }) => state === 'ambiguous').length;
    return {
      faults: [
        ...undone.map(([what, count]) => `left undone: ${count} ${what}`),
        ...(await failedOnes(store)),
        ...(await conversationFaults(soak, store)),
        ...noticeFaults(soak, rows),
        ...soak.matters.faults(),
      ],
      ...{ unclearNotices, unclearAnswers: ambiguous - unclearNotices },
    };
  });
}

async function conversationFaults({ talkers }: Soak, store: Store): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let at = 0; at < talkers.length; at += AT_ONCE)
    for (const of of await Promise.all(talkers.slice(at, at + AT_ONCE).map((each) => faultsOf(each, store))))
      faults.push(...of);
  return faults;
}

/** What a destination got of the notice: once, as the store has it; only of Teams may nobody know. */
function noticeFaults(soak: Soak, rows: ReadonlyMap<string, Delivery>): readonly string[] {
  const names = new Set(soak.destinations.map(({ name }) => name));
  const strangers = [...rows.keys()].filter((name) => !names.has(name));
  const wrong = soak.destinations.flatMap((destination) => {
    const { name, platform } = destination;
    const row = rows.get(name);
    const came = soak.platforms.messages(destination).length;
    const stand = `${row?.state ?? 'no delivery'} (${row?.reason}), try ${row?.attempt}; ${came} came`;
    const isUnclear = row?.state === 'ambiguous' && platform === 'teams';
    const isRight = isUnclear ? came <= 1 : row?.state === 'sent' && came === 1;
    return isRight ? [] : [`notice to ${name}: ${stand}`];
  });
  return [...strangers.map((name) => `notice to ${name}, which nobody asked for`), ...wrong];
}

async function noticeRows(store: Store): Promise<ReadonlyMap<string, Delivery>> {
  const rows = new Map<string, Delivery>();
  const search = { batch: noticeBatch(ORGANISATION, NOTICE, 1), limit: STORE_LIMITS.pageSize };
  let page = await store.findDeliveries(search);
  for (;;) {
    for (const row of page.items) rows.set(row.destination, row);
    if (page.next === null) return rows;
    page = await store.findDeliveries({ ...search, after: page.next });
  }
}

async function failedOnes(store: Store): Promise<readonly string[]> {
  const { items } = await store.findDeliveries({ state: 'failed', limit: STORE_LIMITS.pageSize });
  return items.map(({ id, reason, attempt }) => `${id}: failed (${reason}), try ${attempt}`);
}
