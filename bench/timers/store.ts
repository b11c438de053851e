import { STORE_LIMITS } from '../../src/ports/store/limits.ts';
import type { TimerChange } from '../../src/ports/store/turn.ts';
import { keptBody } from '../../src/runtime/inbound.ts';
import type { MeasuredStore } from '../store.ts';

const ORGANISATION = 'porsanger';
const YEAR_MS = 365 * 24 * 3_600_000;

/** How many timers to set: some far ahead, some that fall due evenly over a time. */
export interface TimersToSet {
  readonly waiting: number;
  readonly due: number;
  /** When the first falls due, in ms since 1970 UTC. */
  readonly from: number;
  readonly overMs: number;
}

/** Sets timers as turns set them, each of a conversation of its own. */
export async function setTimers(
  measured: MeasuredStore,
  { waiting, due, from, overMs }: TimersToSet,
): Promise<void> {
  const store = await measured.open();
  const far = Date.now() + YEAR_MS;
  const all = [
    ...Array.from({ length: waiting }, (_, i) => timer(`far-${i}`, far + i)),
    ...Array.from({ length: due }, (_, i) => timer(`due-${i}`, Math.round(from + (i * overMs) / due))),
  ];
  for (let at = 0; at < all.length; at += STORE_LIMITS.changesPerTurn) {
    const conversation = `arranged-${at}-${from}`;
    const now = Date.now();
    await store.receive({ id: conversation, conversation, receivedAt: now, body: null });
    await store.commit({
      ...{ event: conversation, conversation, expected: 0, state: null, at: now },
      timers: all.slice(at, at + STORE_LIMITS.changesPerTurn),
    });
  }
  await store.close();
}

function timer(name: string, dueAt: number): TimerChange {
  const from = { user: name, desk: false, locale: null, role: null, site: null };
  const body = keptBody({ organisation: ORGANISATION, from, what: { kind: 'due' }, ahead: 0 });
  const conversation = `web/${ORGANISATION}/${name}`;
  return { change: 'set', id: `reminder/${conversation}`, conversation, dueAt, body };
}

/** What 99 of 100 are below. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99) - 1)] ?? Number.NaN;
}
