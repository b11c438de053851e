import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { STORE_LIMITS } from '../../src/ports/store/limits.ts';
import type { Store } from '../../src/ports/store.ts';
import { noticeBatch } from '../../src/runtime/names.ts';
import { KINDS } from '../../src/runtime/record-codecs.ts';
import { command, NOTICE, outageDraft } from '../../test/support/broadcast/commands.ts';
import {
  type Destination,
  destinationsOf,
  ORGANISATION,
  type Spread,
  subscribe,
} from '../../test/support/broadcast/destinations.ts';
import type { Figures } from '../benchmark.ts';
import { SERVICE, type Serving, serving } from '../process.ts';
import { type MeasuredStore, type StoreKind, storeIn } from '../store.ts';
import { idealBroadcast } from './ideal.ts';
import { floorOf, lanesOf } from './lanes.ts';
import { aboveIdle, type Memory, memoryIn } from './memory.ts';
import { pings } from './pings.ts';
import { Taker } from './taker.ts';

/** Half Teams, half Slack. As it is, the one tenant is what takes longest: 99 s. */
const SPREAD: Spread = {
  destinations: Number(process.env.BROADCAST_DESTINATIONS ?? 10_000),
  tenants: Number(process.env.BROADCAST_TENANTS ?? 1),
  workspaces: Number(process.env.BROADCAST_WORKSPACES ?? 10),
};
const PROBE = ['--expose-gc', '--import', join(import.meta.dirname, 'probe.ts')];
/** How long the idle service is looked at, in ms. */
const IDLE_MS = 4000;
/** What is kept is looked at, without garbage, once so much of it was sent: garbage can pile up before and after. */
const KEPT_AT = 0.9;
/** Time for the probe to write that down, in ms. */
const LOOK_MS = 700;

/**
 * How long a notice takes to reach everybody, in seconds, from its publishing to the last message, at platforms that keep to
 * the real limits; against the time that those limits dictate, which a sender that does nothing else proves in the same run.
 */
export async function benchmark(kind: StoreKind): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-broadcast-'));
  const destinations = destinationsOf(SPREAD);
  const lanes = lanesOf(destinations);
  const store = await storeIn(folder, kind);
  try {
    const idealMs = await ideal(destinations);
    const taker = await Taker.start(destinations);
    const ours = await broadcast(store, folder, taker, destinations);
    taker.stop();
    const floorMs = floorOf(lanes);
    return {
      ...{ figure: ours.ms / 1000, baseline: floorMs / 1000, unit: 's', better: 'lower', ...SPREAD },
      ...{ ideal: idealMs / 1000, ...ours.more },
    };
  } finally {
    await store.stop();
    rmSync(folder, { recursive: true });
  }
}

async function ideal(destinations: readonly Destination[]): Promise<number> {
  const taker = await Taker.start(destinations);
  const ms = await idealBroadcast(taker, lanesOf(destinations));
  taker.stop();
  return ms;
}

/** What a broadcast came to. */
interface Outcome {
  readonly ms: number;
  readonly more: Readonly<Record<string, number>>;
}

async function broadcast(
  measured: MeasuredStore,
  folder: string,
  taker: Taker,
  destinations: readonly Destination[],
): Promise<Outcome> {
  const arranged = await measured.open();
  await subscribe(arranged, destinations, `${taker.address}/`, Date.now());
  await arranged.close();
  const idle = await run(measured, join(folder, 'idle'), taker, async ({ signal }) => {
    await pause(IDLE_MS);
    signal('SIGUSR2');
    await pause(LOOK_MS);
  });
  const store = await measured.open();
  const at = Date.now();
  await command(
    store,
    'publish',
    { do: 'publish-outage', draft: outageDraft('Ingen kommer på nettet', at) },
    at,
  );
  await store.close();
  let waited: readonly number[] = [];
  const busy = await run(measured, join(folder, 'busy'), taker, async ({ port, signal }) => {
    const [tenant = ''] = destinations.map(({ home }) => home);
    taker.reached(destinations.length * KEPT_AT, () => signal('SIGUSR2'));
    waited = await pings(taker, { port, tenant }, () => taker.taken >= destinations.length);
  });
  return outcomeOf({ measured, taker, idle, busy, waited });
}

/** The service on a store, until something is done; the most memory that it had. */
async function run(
  { address }: MeasuredStore,
  probe: string,
  taker: Taker,
  until: (service: Serving) => Promise<void>,
): Promise<Memory> {
  const service = await serving([...PROBE, ...SERVICE], {
    ...{ DRIFTVAKT_STORE: address, BROADCAST_PROBE: probe, DRIFTVAKT_TEAMS_LOCAL: '1' },
    ...{
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: 'a'.repeat(32),
      SLACK_API_URL: `${taker.address}/api/`,
    },
    DRIFTVAKT_DEFAULT_ORG: ORGANISATION,
  });
  try {
    await until(service);
  } finally {
    await service.stop();
  }
  return memoryIn(probe);
}

async function outcomeOf(found: {
  readonly measured: MeasuredStore;
  readonly taker: Taker;
  readonly idle: Memory;
  readonly busy: Memory;
  readonly waited: readonly number[];
}): Promise<Outcome> {
  const { taker, idle, busy, waited } = found;
  const store = await found.measured.open();
  const published = await publishedAt(store);
  const { claims, deliveries } = await claimsOf(store);
  await store.close();
  return {
    ms: taker.newest - published,
    more: {
      ...{ violations: taker.teams.violations + taker.slack.violations, twice: taker.twice },
      claimsEach: Math.round((claims / deliveries) * 100) / 100,
      ...aboveIdle(busy, idle),
      ...{ pings: waited.length, slowestPingMs: Math.round(Math.max(...waited)) },
      medianPingMs: Math.round(waited.toSorted((a, b) => a - b)[waited.length >> 1] ?? 0),
    },
  };
}

async function publishedAt(store: Store): Promise<number> {
  const record = await store.record({ organisation: ORGANISATION, kind: KINDS.notice, id: NOTICE });
  return Number((record?.body as { publishedAt?: number } | undefined)?.publishedAt);
}

/** How often something of the notice was claimed, for all its deliveries together. */
async function claimsOf(store: Store): Promise<{ readonly claims: number; readonly deliveries: number }> {
  const search = { batch: noticeBatch(ORGANISATION, NOTICE, 1), limit: STORE_LIMITS.pageSize };
  let [claims, deliveries] = [0, 0];
  for (let page = await store.findDeliveries(search); ; ) {
    claims += page.items.reduce((sum, { attempt }) => sum + attempt, 0);
    deliveries += page.items.length;
    if (page.next === null) return { claims, deliveries };
    page = await store.findDeliveries({ ...search, after: page.next });
  }
}
