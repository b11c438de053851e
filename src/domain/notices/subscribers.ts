import type { Playbook } from '../organisation/playbook.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { Notice } from './notice.ts';
import type { Subscription } from './subscription.ts';
import { isFor } from './view.ts';

/** Destinations that want the same, counted: an author is told how many would get a notice, not who. Plain data. */
export interface SubscriberGroup
  extends Pick<
    Subscription,
    'source' | 'sites' | 'services' | 'kinds' | 'language' | 'mutedUntil' | 'confirmed'
  > {
  /** Where they read it: the first part of their destination's name, such as `teams`. */
  readonly platform: string;
  readonly count: number;
}

/** All who are subscribed, in groups. */
export interface Subscribers {
  readonly groups: readonly SubscriberGroup[];
  /** Whether there are more than were counted. */
  readonly more: boolean;
}

export const SUBSCRIBER_LIMITS = {
  /** Destinations that are counted; beyond it the author reads "over". */
  counted: 10_000,
} as const;

/** How many would get a notice. */
export interface Reach {
  readonly channels: number;
  readonly people: number;
  readonly mail: number;
  /** Whether there are more than these. */
  readonly more: boolean;
}

/** Puts subscriptions into groups; each counts as one. */
export function grouped(subscriptions: Iterable<Subscription>, more: boolean): Subscribers {
  const groups = new Map<string, SubscriberGroup>();
  for (const { destination, source, sites, services, kinds, language, ...how } of subscriptions) {
    const platform = destination.slice(0, Math.max(0, destination.indexOf('/')));
    const { mutedUntil, confirmed } = how;
    const wants = { source, platform, sites, services, kinds, language, mutedUntil, confirmed };
    const key = JSON.stringify(wants);
    groups.set(key, { ...wants, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return { groups: [...groups.values()], more };
}

/** How many of the subscribers would get a notice now. */
export function reachOf(
  playbook: Pick<Playbook, 'sites'>,
  notice: Notice,
  { groups, more }: Subscribers,
  now: Millis,
): Reach {
  const reached = groups.filter((group) => isFor(playbook, notice, group, now));
  const count = (...sources: readonly Subscription['source'][]): number =>
    reached.filter(({ source }) => sources.includes(source)).reduce((sum, group) => sum + group.count, 0);
  return { channels: count('channel', 'playbook'), people: count('person'), mail: count('mail'), more };
}
