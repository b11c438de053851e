import { asOfDepartment } from '../domain/notices/served/interest.ts';
import { grouped, SUBSCRIBER_LIMITS, type Subscribers } from '../domain/notices/subscribers.ts';
import type { Subscription } from '../domain/notices/subscription.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { Store } from '../ports/store.ts';
import { KINDS } from './record-codecs.ts';

/**
 * Who is subscribed to an organisation's notices, in groups, also in the organisations that it serves; read only while an
 * author writes, for it is as many records as there are destinations, at most `SUBSCRIBER_LIMITS.counted`.
 */
export async function readSubscribers(
  store: Pick<Store, 'findRecords'>,
  playbook: Playbook,
  served: readonly Playbook[] = [],
): Promise<Subscribers> {
  const found: Subscription[] = [];
  let more = false;
  for (const each of [playbook, ...served]) {
    const own = await subscribersOf(store, each, SUBSCRIBER_LIMITS.counted - found.length);
    more ||= own.more;
    found.push(...(each === playbook ? own.found : own.found.map((one) => asOfDepartment(each, one))));
  }
  return grouped(found, more);
}

/** @param most that are looked at, besides channels of the playbook */
async function subscribersOf(
  store: Pick<Store, 'findRecords'>,
  playbook: Playbook,
  most: number,
): Promise<{ readonly found: readonly Subscription[]; readonly more: boolean }> {
  const search = {
    ...{ organisation: playbook.organisation, kind: KINDS.subscription, keys: {} },
    order: 'newest',
    limit: STORE_LIMITS.pageSize,
  } as const;
  const found: Subscription[] = [];
  let page = await store.findRecords(search);
  found.push(...page.items.map(({ body }) => body as unknown as Subscription));
  while (page.next !== null && found.length < most) {
    page = await store.findRecords({ ...search, after: page.next });
    found.push(...page.items.map(({ body }) => body as unknown as Subscription));
  }
  return { found: [...found, ...namedByPlaybook(playbook, found)], more: page.next !== null };
}

/** Channels of the playbook; those whose owners said something themselves are among the records. */
function namedByPlaybook(
  { organisation, notices }: Playbook,
  found: readonly Subscription[],
): Subscription[] {
  const own = found.filter(({ user }) => user === null).map(({ destination }) => destination);
  return notices.channels
    .filter(({ channel }) => !own.some((destination) => destination.split('/').includes(channel)))
    .map(({ platform, channel, name, sites, services, kinds, language }) => ({
      ...{ destination: `${platform}/${organisation}/${channel}`, organisation, source: 'playbook', name },
      ...{ user: null, language: language as Subscription['language'], sites, services, kinds },
      ...{ mutedUntil: null, since: 0, confirmed: true },
    }));
}
