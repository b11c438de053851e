import type { MatterClass } from '../contacts/contact.ts';
import type { HoursState } from '../hours/schedule.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** How people are reached who are to acknowledge something. */
export const PING_WAYS = ['chat', 'mail', 'gateway'] as const;
export type PingWay = (typeof PING_WAYS)[number];

/** How what nobody has taken yet is brought to people, by the playbook. */
export interface EscalationRules {
  /** Reports of these classes are brought to people by themselves. */
  readonly classes: readonly MatterClass[];
  readonly ways: readonly PingWay[];
  /** How long an answer is waited for where the policy's step does not say, in ms. */
  readonly waitMs: number;
  /** Within that time it is said again so often, after this time each, in ms. */
  readonly repeats: number;
  readonly repeatMs: number;
  /** Open: nobody is pinged for what is not critical. Null: there are no such hours. */
  readonly quiet: Timeline<HoursState> | null;
  /** Where the gateway for SMS and voice takes pings; null: there is none. */
  readonly gateway: string | null;
}

export const ESCALATION_LIMITS = {
  /** Reports that one escalation is about. */
  reports: 100,
  /** Pings that are kept; more people are not tried. */
  pings: 200,
  /** Entries of the history; the first and the newest are kept. */
  history: 200,
  /** Characters of the reason for a decision. */
  note: 300,
  repeats: 10,
} as const;
