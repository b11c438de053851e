import { placeOf } from '../../domain/notices/place-of.ts';
import type { Subscription } from '../../domain/notices/subscription.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Page } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS, subscriptionId } from '../record-codecs.ts';

/** Channels that get notices because an organisation's playbook says so. */
export type PlaybookChannels = (organisation: string) => readonly Subscription[];

export interface SubscriptionParts {
  readonly store: Pick<Store, 'record' | 'findRecords'>;
  readonly playbookChannels: PlaybookChannels;
}

/**
 * What a destination asked for: its owners' own word holds before the playbook's. Null: nothing, or not any more.
 * @param passing it is one of very many, and not kept in memory for the next time
 */
export async function subscriptionAt(
  { store, playbookChannels }: SubscriptionParts,
  organisation: string,
  destination: string,
  passing = false,
): Promise<Subscription | null> {
  const id = subscriptionId(destination);
  const record = await store.record({ organisation, kind: KINDS.subscription, id, passing });
  // Written by `record-codecs.ts` from the same type.
  if (record !== null) return record.body as unknown as Subscription;
  return playbookChannels(organisation).find((each) => each.destination === destination) ?? null;
}

/**
 * What the owners of a channel or of somebody's own chat asked for there, also where they did so in another workspace that
 * sees the same channel: it is one, and is told once.
 */
export async function ownersWord(
  store: SubscriptionParts['store'],
  organisation: string,
  destination: string,
): Promise<Subscription | null> {
  const id = subscriptionId(destination);
  const record = await store.record({ organisation, kind: KINDS.subscription, id });
  const place = placeOf({ destination, source: 'channel', user: null });
  if (record !== null || place === null) return (record?.body ?? null) as unknown as Subscription | null;
  const { items } = await store.findRecords({
    ...{ organisation, kind: KINDS.subscription, keys: { place }, order: 'oldest', limit: 1 },
  });
  return (items[0]?.body ?? null) as unknown as Subscription | null;
}

/** One page of those that the playbook names, as far as their owners said nothing else. */
export async function playbookPage(
  { store, playbookChannels }: SubscriptionParts,
  organisation: string,
  after: string | null,
): Promise<Page<Subscription>> {
  const channels = playbookChannels(organisation);
  const from = Number(after ?? 0);
  const to = from + STORE_LIMITS.pageSize;
  const asked = await Promise.all(
    channels.slice(from, to).map(async (channel) => {
      const own = await ownersWord(store, organisation, channel.destination);
      return own === null ? [channel] : [];
    }),
  );
  return { items: asked.flat(), next: to < channels.length ? String(to) : null };
}

/** One page of those that asked for notices, longest ago first. One that asks anew meanwhile comes again. */
export async function subscriptionPage(
  { store }: Pick<SubscriptionParts, 'store'>,
  organisation: string,
  after: string | null,
): Promise<Page<Subscription>> {
  const { items, next } = await store.findRecords({
    ...{ organisation, kind: KINDS.subscription, order: 'oldest', limit: STORE_LIMITS.pageSize },
    ...{ passing: true, ...(after !== null && { after }) },
  });
  return { items: items.map(({ body }) => body as unknown as Subscription), next };
}
