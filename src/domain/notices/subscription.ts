import type { Language } from '../organisation/language.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { NoticeKind, Place } from './notice.ts';

/** How a destination came to get notices: its owners asked for it, the playbook says so, a person did, or a mail address. */
export type SubscriptionSource = 'channel' | 'playbook' | 'person' | 'mail';

/** A destination that gets notices. Plain data: it is kept as it is. */
export interface Subscription extends Place {
  /** The conversation that gets them: `slack/<org>/…`, `teams/<org>/…`, `mail/<org>/<hash>`. One subscription each. */
  readonly destination: string;
  readonly organisation: string;
  readonly source: SubscriptionSource;
  /** Who it is, as an author reads it: "#drift", "Anna Berg". */
  readonly name: string;
  /** The person, by the channel's id; null for channels. */
  readonly user: string | null;
  /** Null: the organisation's own. */
  readonly language: Language | null;
  /** Null: all kinds. */
  readonly kinds: readonly NoticeKind[] | null;
  /** Nothing is sent before this instant; null: not muted. */
  readonly mutedUntil: Millis | null;
  readonly since: Millis;
  /** False: a mail address that has not been confirmed by its link; it gets nothing. */
  readonly confirmed: boolean;
}

export const SUBSCRIPTION_LIMITS = {
  /** Characters of its name. */
  name: 120,
  sites: 50,
  services: 50,
  /** Days that it can be muted for. */
  muteDays: 366,
} as const;

/** For good: no date of ours is later. */
export const MUTED_FOR_GOOD: Millis = Date.UTC(9999, 0, 1);
