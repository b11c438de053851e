import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { BoardSource } from '../../domain/reports/board/board.ts';
import type { Pinging } from '../../domain/reports/board/entry.ts';
import type { Report, ReportState } from '../../domain/reports/report.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { StoredRecord } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';

/** How many reports of each state are looked at, in pages of the store; the newest of each. */
const PAGES: Readonly<Record<ReportState, number>> = {
  open: 2,
  received: 2,
  looking: 1,
  waiting: 2,
  asked: 1,
  'handing-on': 1,
  'handed-on': 2,
  'in-work': 2,
  solved: 1,
  joined: 1,
  closed: 1,
  withdrawn: 1,
};
/** Reminders of an organisation that are looked at. */
const REMINDERS = 200;

export type BoardStore = Pick<Store, 'findRecords' | 'findTimers'>;

/** A board's reports, with what tells one reading from another. */
export interface ReadBoard extends BoardSource {
  /** Another one whenever a report, or what comes next by itself, has changed. */
  readonly version: string;
}

/**
 * The reports of an organisation for its board. The store remembers the searches while nothing changes.
 * @throws StoreError
 */
export async function readBoard(store: BoardStore, organisation: string): Promise<ReadBoard> {
  const states = Object.keys(PAGES) as ReportState[];
  const found = await Promise.all(states.map((state) => ofState(store, organisation, state)));
  // What changed its state between two searches was found by both: its newest version holds.
  const newest = new Map<string, StoredRecord>();
  for (const record of found.flat())
    if ((newest.get(record.id)?.version ?? 0) < record.version) newest.set(record.id, record);
  const timers = await store.findTimers({ organisation, kind: 'due', limit: REMINDERS });
  const reminds: Record<string, number> = {};
  for (const { conversation, dueAt } of timers.items) reminds[conversation] ??= dueAt;
  const pings = await pingsOf(store, organisation);
  const records = [...newest.values()];
  const signs = records.map(({ id, version }) => `${id}.${version}`).sort();
  return {
    // Written by `record-codecs.ts` from the same type.
    reports: records.map(({ body }) => body as unknown as Report),
    ...{ reminds, pings },
    version: JSON.stringify([signs, reminds, pings]),
  };
}

/** Who is pinged for which report, and when that goes on. */
async function pingsOf(store: BoardStore, organisation: string): Promise<Record<string, Pinging>> {
  const { items } = await store.findRecords({
    ...{ organisation, kind: KINDS.escalation, keys: { state: 'open' }, order: 'oldest' },
    limit: STORE_LIMITS.pageSize,
  });
  const open = items.map(({ body }) => body as unknown as Escalation);
  return Object.fromEntries(
    open.flatMap(({ rung, matter }) =>
      rung === null || matter.kind === 'order'
        ? []
        : matter.reports.map((report) => {
            const at = Math.min(rung.until, rung.repeatAt ?? rung.until);
            return [report, { contacts: rung.contacts, at }] as const;
          }),
    ),
  );
}

async function ofState(
  store: BoardStore,
  organisation: string,
  state: ReportState,
): Promise<readonly StoredRecord[]> {
  const all: StoredRecord[] = [];
  let after: string | null | undefined;
  for (let page = 0; page < PAGES[state] && after !== null; page++) {
    const found = await store.findRecords({
      ...{ organisation, kind: KINDS.report, keys: { state }, order: 'newest', limit: STORE_LIMITS.pageSize },
      ...(after !== undefined && { after }),
    });
    all.push(...found.items);
    after = found.next;
  }
  return all;
}
