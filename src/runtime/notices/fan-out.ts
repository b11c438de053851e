import { mayBegin } from '../../domain/notices/audience.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { DeliveryState, NewDelivery } from '../../ports/store/outbox.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { channelOf, deliveryOf, noticeKey, noticeProcessOf } from '../names.ts';
import {
  audienceOf,
  echoDelivery,
  echoKey,
  type NoticeDestination,
  noticeBodyOf,
  noticeDelivery,
} from './delivery.ts';
import { HELD, hadBefore } from './held.ts';
import { PlaceClaims } from './served/once.ts';
import { type Cursor, type Echo, PROCESS_LIMITS } from './state.ts';
import { playbookPage, type SubscriptionParts, subscriptionPage } from './subscriptions.ts';

const ANY: readonly DeliveryState[] = ['pending', 'sending', 'sent', 'ambiguous', 'failed', 'skipped'];

/** What finding destinations needs from around it. */
export interface FanOutParts extends SubscriptionParts {
  readonly store: Pick<Store, 'record' | 'findRecords' | 'delivery' | 'findDestinations' | 'latestDelivery'>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  /** Channels whose messages cannot be changed. */
  readonly unchanging: ReadonlySet<string>;
}

/** A revision on its way out. */
export interface FanJob {
  readonly playbook: Playbook;
  readonly notice: Notice;
  readonly echo: Echo | null;
  /** Whether nothing is said of it where messages cannot be changed. */
  readonly silent: boolean;
  /** By the machine's clock, in ms. */
  readonly now: number;
  readonly ahead: number;
}

/** What one commit sends out, and from where the next goes on; null: that was all. */
export interface Portion {
  readonly deliveries: readonly NewDelivery[];
  /** Of places that several organisations have: by which destination they get it. */
  readonly records: readonly RecordChange[];
  readonly cursor: Cursor | null;
}

/** Where a revision begins: one that was taken back goes only to those who have it. */
export function firstCursor({ publication }: Pick<Notice, 'publication'>): Cursor {
  return { through: publication === 'recalled' ? 'holders' : 'playbook', after: null };
}

/**
 * The next destinations: those who ask for such notices now, then all others who have it from before. Whoever has this
 * revision in the outbox already is passed over, so nobody gets it twice, wherever the walk begins again.
 */
export async function nextPortion(parts: FanOutParts, job: FanJob, from: Cursor): Promise<Portion> {
  const deliveries = new Map<string, NewDelivery>();
  const places = new PlaceClaims(parts, job.notice, job.now + job.ahead);
  const most = STORE_LIMITS.pageSize * (job.echo === null ? 1 : 2);
  let cursor: Cursor | null = from;
  let scanned = 0;
  while (cursor !== null && scanned < PROCESS_LIMITS.scanned) {
    if (deliveries.size + most > PROCESS_LIMITS.portion) break;
    const page: Walked = await (cursor.through === 'holders'
      ? holders(parts, job, cursor)
      : askers(parts, job, cursor, places));
    // Who asks for it and has it from before is met twice.
    for (const each of page.deliveries) if (!deliveries.has(each.id)) deliveries.set(each.id, each);
    scanned += page.scanned;
    cursor = following(cursor, page.next, job.notice);
  }
  return { deliveries: [...deliveries.values()], records: places.records, cursor };
}

/** What a page of destinations gets. */
interface Walked {
  readonly deliveries: readonly NewDelivery[];
  readonly scanned: number;
  readonly next: string | null;
}

function following(cursor: Cursor, next: string | null, { revision }: Notice): Cursor | null {
  if (next !== null) return { ...cursor, after: next };
  if (cursor.through === 'playbook') return { through: 'subscriptions', after: null };
  // Nobody has anything from before the first revision.
  return cursor.through === 'subscriptions' && revision > 1 ? { through: 'holders', after: null } : null;
}

/** Those who ask for such notices now. */
async function askers(
  parts: FanOutParts,
  job: FanJob,
  { through, after }: Cursor,
  places: PlaceClaims,
): Promise<Walked> {
  const { playbook, notice, now, ahead } = job;
  const find = through === 'playbook' ? playbookPage : subscriptionPage;
  const { items, next } = await find(parts, notice.organisation, after);
  const deliveries: NewDelivery[] = [];
  for (const subscription of items) {
    if (!mayBegin(playbook, notice, subscription, now + ahead)) continue;
    if (!(await places.mayHave(subscription))) continue;
    const { destination } = subscription;
    const to = { destination, audience: audienceOf(playbook, subscription) };
    if (await isNew(parts, job, destination)) deliveries.push(noticeDelivery(to, job));
    deliveries.push(...(await echoFor(parts, job, to)));
  }
  return { deliveries, scanned: items.length, next };
}

/** Whoever has it gets to know what changed, though they ask for no notices any more, or for none now. */
async function holders(parts: FanOutParts, job: FanJob, { after }: Cursor): Promise<Walked> {
  const { playbook, notice } = job;
  const topic = noticeProcessOf(notice.organisation, notice.id);
  const states = [...HELD, 'sending'] as const;
  const { items, next } = await parts.store.findDestinations({
    ...{ topic, states, unsure: true, limit: STORE_LIMITS.pageSize, ...(after !== null && { after }) },
  });
  const deliveries: NewDelivery[] = [];
  for (const destination of items) {
    if (!(await isNew(parts, job, destination))) continue;
    const latest = await parts.store.latestDelivery({ topic, destination, states: [...states, 'pending'] });
    const audience = latest === null ? audienceOf(playbook, null) : noticeBodyOf(latest).audience;
    deliveries.push(noticeDelivery({ destination, audience }, job));
  }
  return { deliveries, scanned: items.length, next };
}

/** Whether a destination is to get this revision, and it is not in the outbox yet. */
async function isNew(parts: FanOutParts, job: FanJob, destination: string): Promise<boolean> {
  const { id, revision } = job.notice;
  const made = await parts.store.delivery(deliveryOf(destination, noticeKey(id, revision)));
  return made === null && !(await isSpared(parts, job, destination));
}

/** A letter that arrived cannot be put right, and another one for a slip would be one too many. */
async function isSpared(
  { store, unchanging }: FanOutParts,
  { notice, silent }: FanJob,
  destination: string,
): Promise<boolean> {
  if (!silent || !unchanging.has(channelOf(destination))) return false;
  const topic = noticeProcessOf(notice.organisation, notice.id);
  const latest = await store.latestDelivery({ topic, destination, states: ANY });
  return latest !== null && HELD.includes(latest.state);
}

/** Only whoever had a message that changes needs a word that it did; where it cannot change, it was said again anyway. */
async function echoFor(
  { store, unchanging }: FanOutParts,
  job: FanJob,
  to: NoticeDestination,
): Promise<readonly NewDelivery[]> {
  const { echo, notice } = job;
  if (echo === null || unchanging.has(channelOf(to.destination))) return [];
  const key = echoKey(notice.id, echo.revision, echo.how);
  if ((await store.delivery(deliveryOf(to.destination, key))) !== null) return [];
  const had = await hadBefore(store, notice.id, to.destination, echo.revision);
  return had ? [echoDelivery(to, echo, job)] : [];
}
