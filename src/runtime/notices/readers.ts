import type { Subscription } from '../../domain/notices/subscription.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { NewDelivery } from '../../ports/store/outbox.ts';
import { deliveryOf, noticeProcessOf } from '../names.ts';
import { KINDS, readerId } from '../record-codecs.ts';
import { audienceOf, echoDelivery, echoKey } from './delivery.ts';
import type { FanJob, FanOutParts } from './fan-out.ts';
import { subscriptionAt } from './subscriptions.ts';

/** Who is reminded by one commit, and from where the next goes on; null: that was all. */
export interface Reminded {
  readonly deliveries: readonly NewDelivery[];
  readonly after: string | null;
}

/** The next people who surely have a notice and have not said that they have read it. */
export async function nextReaders(parts: FanOutParts, job: FanJob, from: string | null): Promise<Reminded> {
  const { organisation, id, revision } = job.notice;
  const { items, next } = await parts.store.findDestinations({
    ...{ topic: noticeProcessOf(organisation, id), states: ['sent'] },
    ...{ limit: STORE_LIMITS.pageSize, ...(from !== null && { after: from }) },
  });
  const deliveries: NewDelivery[] = [];
  for (const destination of items) {
    const subscription = await subscriptionAt(parts, organisation, destination);
    if (subscription === null || !(await isUnread(parts, job, subscription))) continue;
    const to = { destination, audience: audienceOf(job.playbook, subscription) };
    deliveries.push(echoDelivery(to, { revision, how: 'read' }, job));
  }
  return { deliveries, after: next };
}

async function isUnread(
  { store }: FanOutParts,
  { notice: { organisation, id, revision } }: FanJob,
  { user, destination }: Subscription,
): Promise<boolean> {
  if (user === null) return false;
  const [read, reminded] = await Promise.all([
    store.record({ organisation, kind: KINDS.reader, id: readerId(id, user) }),
    store.delivery(deliveryOf(destination, echoKey(id, revision, 'read'))),
  ]);
  return read === null && reminded === null;
}
